import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPictures } from './pictures.ts';

const never = new Promise<never>(() => undefined);
const jpeg = Buffer.from('jpeg');

/** Pictures of these displays; `asked` is who was asked for one, in order. */
function aRoom(takes: Readonly<Record<string, () => Promise<Buffer | undefined>>>) {
  const asked: string[] = [];
  let watched = true;
  const pictures = createPictures({
    sources: () => Object.keys(takes).map((displayId) => ({ displayId })),
    take: ({ displayId }) => {
      asked.push(displayId);
      return takes[displayId]?.() ?? Promise.resolve(undefined);
    },
    isWatched: () => watched,
  });
  const look = (displayId: string, after?: number) =>
    pictures.serve(
      displayId,
      new Request(`ioc://app/pictures/${displayId}${after === undefined ? '' : `?after=${after}`}`),
    );
  const ageMs = async (displayId: string): Promise<number> =>
    Date.now() - Number((await look(displayId))?.headers.get('x-taken-at'));
  return { asked, look, ageMs, minimise: () => (watched = false) };
}

describe('pictures of the wall windows', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('a window that hangs makes no other picture older than two seconds', async () => {
    const room = aRoom({
      hung: () => never,
      left: () => Promise.resolve(jpeg),
      right: () => Promise.resolve(jpeg),
    });
    await room.look('left');

    for (let second = 0; second < 10; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await room.ageMs('left')).toBeLessThan(2_000);
      expect(await room.ageMs('right')).toBeLessThan(2_000);
    }
    expect((await room.look('hung'))?.status).toBe(204);
  });

  it('who has the newest gets the next one as soon as it is there, and none older than two seconds', async () => {
    const room = aRoom({ left: () => Promise.resolve(jpeg), right: () => Promise.resolve(jpeg) });
    const seen: number[] = [];
    const follow = async (after: number): Promise<void> => {
      const answer = await room.look('left', after);
      const takenAt = answer?.status === 200 ? Number(answer.headers.get('x-taken-at')) : after;
      if (takenAt !== after) seen.push(Date.now() - takenAt);
      await follow(takenAt);
    };
    void follow(0);
    await vi.advanceTimersByTimeAsync(15_000);

    expect(seen.length).toBeGreaterThan(8);
    expect(Math.max(...seen)).toBeLessThan(50);
  });

  it('are taken one after another', async () => {
    let atOnce = 0;
    let most = 0;
    const slow = async (): Promise<Buffer> => {
      most = Math.max(most, (atOnce += 1));
      await new Promise((over) => setTimeout(over, 100));
      atOnce -= 1;
      return jpeg;
    };
    const room = aRoom({ first: slow, second: slow, third: slow });
    await room.look('first');
    await vi.advanceTimersByTimeAsync(3_000);

    expect(room.asked.slice(0, 4)).toEqual(['first', 'second', 'third', 'first']);
    expect(most).toBe(1);
  });

  it('a picture given late wears the time at which it was asked for', async () => {
    const late = async (): Promise<Buffer> => {
      await new Promise((over) => setTimeout(over, 2_000));
      return jpeg;
    };
    const room = aRoom({ busy: late });
    await room.look('busy');
    await vi.advanceTimersByTimeAsync(2_100);

    expect(await room.ageMs('busy')).toBe(2_100);
  });

  it('a page that died under its picture is asked again', async () => {
    let deaths = 1;
    const room = aRoom({ wall: () => (deaths-- > 0 ? never : Promise.resolve(jpeg)) });
    await room.look('wall');
    await vi.advanceTimersByTimeAsync(4_500);

    expect((await room.look('wall'))?.status).toBe(200);
  });

  it('are taken only while somebody looks', async () => {
    const room = aRoom({ wall: () => Promise.resolve(jpeg) });
    await room.look('wall');
    await vi.advanceTimersByTimeAsync(20_000);
    const taken = room.asked.length;
    expect(taken).toBeLessThan(8);

    await vi.advanceTimersByTimeAsync(20_000);
    expect(room.asked).toHaveLength(taken);

    room.minimise();
    await room.look('wall');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(room.asked).toHaveLength(taken);
  });

  it('a display without a window has no picture, not even its last', async () => {
    const displays: Record<string, () => Promise<Buffer>> = { wall: () => Promise.resolve(jpeg) };
    const room = aRoom(displays);
    await room.look('wall');
    await vi.advanceTimersByTimeAsync(1_500);
    expect((await room.look('wall'))?.status).toBe(200);

    delete displays['wall'];
    expect(await room.look('wall')).toBeUndefined();
  });
});
