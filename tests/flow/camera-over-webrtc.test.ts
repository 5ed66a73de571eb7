import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceState } from '../../main/cameras/ports.ts';
import { createGateway } from '../../main/edge/media/gateway.ts';
import { systemClock as clock } from '../../main/edge/ports/systemClock.ts';
import { startFleet, type Fleet } from '../support/cameras/fleet.ts';
import { until } from '../support/cameras/gatewayRoom.ts';
import { startJanus, type Janus } from '../support/cameras/janus.ts';
import { openTile, type TestTile } from '../support/cameras/tile.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('a stream of a Janus server', () => {
  let fleet: Fleet;
  let janus: Janus;
  let tile: TestTile;
  let stop = (): void => undefined;

  beforeEach(async () => {
    fleet = await startFleet({ count: 1 });
    janus = await startJanus({ urls: fleet.urls, pin: '2468' });
    tile = openTile();
  });

  afterEach(async () => {
    stop();
    tile.close();
    await janus.stop();
    await fleet.stop();
  });

  const watch = (stream: number, password?: string): readonly SourceState['state'][] => {
    const states: SourceState['state'][] = [];
    const known = password === undefined ? {} : { credentials: { user: 'viewer', password } };
    const gateway = createGateway({ clock, log });
    stop = gateway.watch.webrtc({ url: janus.url(stream), ...known }, tile.port, ({ state }) =>
      states.push(state),
    );
    return states;
  };

  it('is offered to the tile as a session of H.264, and the tile never hears of the server or its PIN', async () => {
    watch(1, '2468');
    await until('an offer', () => tile.offers.length > 0);

    expect(tile.offers[0]).toMatch(/H264\/90000/);
    expect(tile.offers[0]).not.toContain('2468');
    expect(tile.offers[0]).not.toContain('/janus');
  });

  it('that does not exist, or wants another PIN, is told apart from a server that is away', async () => {
    const unknown = watch(7, '2468');
    await until('no such stream', () => unknown.includes('no-source'));
    stop();
    const locked = watch(1, 'wrong');
    await until('wrong PIN', () => locked.includes('unauthorised'));
    stop();
    await janus.stop();
    const away = watch(1, '2468');
    await until('away', () => away.includes('offline'));
  });
});
