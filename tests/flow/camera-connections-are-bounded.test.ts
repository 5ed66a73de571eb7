import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';
import { startPictureCamera } from '../support/cameras/pictureCamera.ts';
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

  it('have the turn of one that matters less when they have an alarm, and give it back', async () => {
    const shown = fleet.urls.slice(0, MOST).map((url) => room.show(url));
    await until('as many as may be', () => shown.every((tile) => tile.state() === 'live'));
    let hasAlarm = false;
    const alarmed = room.show({ url: fleet.urls[MOST] ?? '', isUrgent: () => hasAlarm });
    await until('told', () => alarmed.states.at(-1)?.trouble === 'waits-for-turn');

    hasAlarm = true;
    await until('the one with the alarm is live', () => alarmed.state() === 'live');
    await until('one waits in its stead', () => shown.some((tile) => tile.state() === 'stale'));
    const waits = shown.filter((tile) => tile.state() === 'stale');
    expect(waits).toHaveLength(1);
    expect(waits[0]?.states.at(-1)).toMatchObject({ trouble: 'waits-for-turn' });

    room.hide(alarmed);
    await until('it is live again', () => waits[0]?.state() === 'live');
  });

  it('come back to the wall after they were away for a while, whoever had their turn meanwhile', async () => {
    const onWall = room.show(fleet.urls[0] ?? '');
    await until('the wall’s is live', () => onWall.state() === 'live');
    const urls = fleet.urls.slice(1, MOST + 1);
    const onConsole = urls.map((url) => room.show({ url, onWall: false }));
    const live = (): number => onConsole.filter((tile) => tile.state() === 'live').length;
    await until('the console has the other turns', () => live() === MOST - 1);

    await fleet.fault(1, 'dead');
    await until('it failed again and again', () => onWall.state() === 'offline' && live() === MOST);
    const backAt = Date.now();
    await fleet.fault(1, null);

    await until('it is live again', () => onWall.state() === 'live');
    expect(Date.now() - backAt).toBeLessThan(5_000);
    await until('one of the console’s waits', () => live() === MOST - 1);
  });

  it('of whatever kind they are', async () => {
    const camera = await startPictureCamera('x');
    const credentials = { user: 'viewer', password: 'x' };
    const shown = fleet.urls.slice(0, MOST).map((url) => room.show(url));
    await until('as many as may be', () => shown.every((tile) => tile.state() === 'live'));
    const single = room.show({ url: camera.pictureUrl, credentials }, 'snapshot');
    const motion = room.show({ url: camera.streamUrl, credentials, isUrgent: () => true }, 'mjpeg');

    await until('the urgent one is live', () => motion.state() === 'live');
    expect(single.states.at(-1)).toMatchObject({ state: 'connecting', trouble: 'waits-for-turn' });

    room.hide(motion);
    await until('the other is live', () => single.state() === 'live');
    await camera.stop();
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
