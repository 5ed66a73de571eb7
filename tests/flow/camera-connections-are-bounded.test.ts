import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';
import { startReplayFleet, type ReplayFleet } from '../support/cameras/replayFleet.ts';

const MOST = 4;

describe('more cameras than may be connected', () => {
  let fleet: ReplayFleet;
  let room: GatewayRoom;

  beforeEach(async () => {
    fleet = await startReplayFleet({ count: MOST + 2, clip: { frames: 25, size: '320x176' } });
    room = openGatewayRoom({ mostConnected: MOST });
  });

  afterEach(async () => {
    room.close();
    await fleet.stop();
  });

  it('wait for their turn and say so; those of a wall go before those of a console', async () => {
    const shown = fleet.urls.slice(0, MOST).map((url) => room.show(url));
    await until('as many as may be', () => shown.every((tile) => tile.state() === 'live'));
    const onConsole = room.show({ url: fleet.urls[MOST] ?? '', onWall: false });
    const onWall = room.show(fleet.urls[MOST + 1] ?? '');
    await until('told', () => onWall.states.at(-1)?.trouble === 'waits-for-turn');
    expect(onConsole.states.at(-1)).toMatchObject({ state: 'connecting', trouble: 'waits-for-turn' });

    const [first] = shown;
    if (first) room.hide(first);

    await until('the wall’s is live', () => onWall.state() === 'live');
    expect(onWall.states.at(-1)?.trouble).toBeUndefined();
    expect(onConsole.units).toEqual([]);
  });

  it('are checked one after the other, with the tiles as live as before', async () => {
    const shown = fleet.urls.slice(0, MOST).map((url) => room.show(url));
    await until('as many as may be', () => shown.every((tile) => tile.state() === 'live'));
    for (const url of fleet.urls.slice(MOST)) {
      const check = room.show({ url, onWall: false, isCheck: true });
      await until('its pictures came', () => check.units.length > 0);
      expect(check.states.some(({ trouble }) => trouble === 'waits-for-turn')).toBe(false);
      room.hide(check);
    }

    expect(shown.every((tile) => tile.state() === 'live')).toBe(true);
  });
});
