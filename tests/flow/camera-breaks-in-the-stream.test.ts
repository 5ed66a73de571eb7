import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';
import { startReplayFleet, type ReplayFleet } from '../support/cameras/replayFleet.ts';
import type { TestTile } from '../support/cameras/tile.ts';

const clip = { frames: 50, size: '320x176' };

/** The neighbour has noticed nothing since `from` (epoch ms): it was live all the time, and lacks no picture. */
function expectUndisturbed({ units, states }: TestTile, from: number): void {
  const numbers = units.filter(({ at }) => at >= from).map(({ number }) => number);
  expect(states.filter(({ at }) => at >= from)).toEqual([]);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
}

describe('a camera that goes wrong in the middle of the stream', () => {
  let fleet: ReplayFleet;
  let room: GatewayRoom;
  let tile: TestTile;
  let neighbour: TestTile;

  async function show(other?: { size?: string; frames?: number }): Promise<void> {
    fleet = await startReplayFleet({ count: 2, clip, ...(other === undefined ? {} : { other }) });
    const [first = '', second = ''] = fleet.urls;
    tile = room.show(first);
    neighbour = room.show(second);
    await until('both live', () => tile.units.length > 10 && neighbour.units.length > 10);
  }

  beforeEach(() => void (room = openGatewayRoom()));
  afterEach(async () => {
    room.close();
    await fleet.stop();
  });

  it('and loses packets shows whole pictures only, each chain from a key picture on', async () => {
    await show();
    await fleet.fault(1, 'gaps');
    const from = tile.units.length;

    await until('several losses', () => tile.units.filter(({ key }) => key).length > 6, 20_000);

    const prints = new Set(neighbour.units.map(({ print }) => print));
    await until('the neighbour has seen its round', () => neighbour.units.length > 60);
    neighbour.units.forEach(({ print }) => prints.add(print));
    expect(tile.units.slice(from).filter(({ print }) => !prints.has(print))).toEqual([]);
    expect(tile.state()).toBe('live');
  });

  it('and sends packets without sense gives true pictures again when it is mended, and its neighbour does not notice', async () => {
    await show();
    const from = Date.now();
    await fleet.fault(1, 'garbage');
    await until('several seconds of nonsense', () => Date.now() - from > 2_000);
    await fleet.fault(1, null);
    const mendedAt = Date.now();
    await until('the neighbour has seen its round twice', () => neighbour.units.length > 110);
    const prints = new Set(neighbour.units.map(({ print }) => print));

    await until('back', () => tile.units.filter(({ at }) => at > mendedAt + 1_500).length > 25, 20_000);

    const since = tile.units.filter(({ at }) => at > mendedAt + 1_500);
    expect(since.filter(({ print }) => !prints.has(print))).toEqual([]);
    expectUndisturbed(neighbour, from);
  });

  it('and changes the size of its pictures is shown in the new size from its next key picture on', async () => {
    await show({ size: '640x352', frames: 50 });
    await fleet.fault(1, 'other-clip');
    const from = tile.units.length;

    await until('configured anew', () => tile.configs.length === 2);

    expect(tile.configs[1]).toMatchObject({ widthPx: 640, heightPx: 352 });
    await until('goes on', () => tile.units.length > from + 10);
    expect(tile.units[from]?.key).toBe(true);
    expect(tile.state()).toBe('live');
  });

  it('and begins to send 8K is refused with the reason, without one such picture on the way to a window', async () => {
    await show({ size: '7680x4320', frames: 2 });
    await fleet.fault(1, 'other-clip');

    await until('told', () => tile.state() === 'unsupported');

    expect(tile.states.at(-1)).toMatchObject({ trouble: 'too-large' });
    expect(tile.configs).toHaveLength(1);
    expect(neighbour.state()).toBe('live');
  });

  it.each([
    ['locked', 'unauthorised', undefined],
    ['unknown', 'offline', 'refused'],
    ['babbles', 'offline', 'malformed'],
    ['silent', 'offline', 'no-answer'],
  ] as const)(
    'and comes back %s says so, and its neighbour does not notice',
    async (fault, state, trouble) => {
      await show();
      const from = Date.now();
      await fleet.fault(1, 'dead');
      await fleet.fault(1, fault);

      await until(state, () => tile.state() === state && tile.states.at(-1)?.trouble === trouble, 15_000);

      expectUndisturbed(neighbour, from);
    },
  );
});
