import { describe, expect, it } from 'vitest';
import { MOST_PAGES } from '../../domain/web/limits.ts';
import type { WebPlace } from '../../domain/web/model.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const rect = { xPx: 0, yPx: 0, widthPx: 800, heightPx: 600 };

function aPlace(change: Partial<WebPlace> = {}): WebPlace {
  const place = { viewId: 'v1', url: 'https://dashboard.example.vn/', zoom: 1, reloadMinutes: 0, seen: true };
  return { ...place, area: rect, clip: rect, ...change };
}

describe('where a web page stands', () => {
  it('is said by the wall window that shows it, and reaches whoever owns the windows', async () => {
    const room = openFakeRoom();
    const wall = room.window('d1');

    await wall.call('web.place', { views: [aPlace()] });
    expect(room.web.get('d1')).toEqual([aPlace()]);

    await wall.call('web.place', { views: [] });
    expect(room.web.get('d1')).toEqual([]);
  });

  it('is not for a console to say', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    await room.signIn(desk);

    expect(await desk.call('web.place', { views: [aPlace()] })).toMatchObject({ reason: 'not-allowed' });
    expect(room.web.size).toBe(0);
  });

  it.each([
    ['an address of this machine', [aPlace({ url: 'file:///etc/passwd' })]],
    ['a script', [aPlace({ url: 'javascript:alert(1)' })]],
    ['a size without end', [aPlace({ area: { ...rect, widthPx: Number.POSITIVE_INFINITY } })]],
    ['more pages than a window may have', Array.from({ length: MOST_PAGES + 1 }, () => aPlace())],
  ])('with %s is no command', async (_what, views) => {
    const room = openFakeRoom();
    const wall = room.window('d1');

    expect(await wall.call('web.place', { views })).toMatchObject({ reason: 'input-invalid' });
    expect(room.web.size).toBe(0);
  });
});
