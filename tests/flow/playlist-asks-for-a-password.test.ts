import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeClock, fakeLog } from '../support/fakes.ts';
import { soon } from '../support/soon.ts';
import type { SourceState } from '../../main/cameras/ports.ts';
import { createGateway } from '../../main/edge/media/gateway.ts';
import { readRecording } from '../../main/edge/media/playlistSource.ts';
import { createRefusals } from '../../main/edge/media/refusals.ts';

const right = `Basic ${Buffer.from('viewer:right').toString('base64')}`;
const login = (password: string) => ({ user: 'viewer', password });
let server: Server;
let url = '';
let asked: (string | undefined)[] = [];
let status = 200;

beforeEach(async () => {
  asked = [];
  status = 200;
  server = createServer(({ headers: { authorization } }, response) => {
    asked.push(authorization);
    if (authorization !== right) response.writeHead(401, { 'www-authenticate': 'Basic realm="vms"' });
    else if (status !== 200) response.writeHead(status);
    response.end('#EXTM3U\n#EXTINF:2,\na.ts\n');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/live/a.m3u8`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function aWatch(password: string, tiles = 1) {
  const clock = fakeClock();
  const states: SourceState['state'][] = [];
  const gateway = createGateway({ clock, log: fakeLog(), chance: () => 0 });
  for (let tile = 0; tile < tiles; tile += 1)
    gateway.watchPlaylist({ url, credentials: login(password), onWall: true }, ({ state }) => {
      if (states.at(-1) !== state) states.push(state);
    });
  return {
    states,
    clock,
    stop: gateway.close,
    async until(state: SourceState['state']): Promise<void> {
      for (let tries = 0; states.at(-1) !== state; tries += 1) {
        if (tries > 500) throw new Error(`${states.join()} and never ${state}`);
        await new Promise((later) => setTimeout(later, 5));
      }
    },
  };
}
const settle = (): Promise<void> => new Promise((later) => setTimeout(later, 50));

describe('a playlist behind a password', () => {
  it('is live with the vault’s name and password, and asked once for all its tiles', async () => {
    const watch = aWatch('right', 3);
    await watch.until('live');

    expect(asked.filter(Boolean)).toHaveLength(1);
    watch.stop();
  });

  it('says that it refuses them, and is asked once a minute for all its tiles, on no wall more often', async () => {
    const watch = aWatch('wrong', 3);
    await watch.until('unauthorised');
    await settle();
    for (let second = 0; second < 59; second += 1) await watch.clock.advance(1_000);
    await settle();
    expect(asked.filter(Boolean)).toHaveLength(1);

    await watch.clock.advance(15_000);
    await soon(() => expect(asked.filter(Boolean)).toHaveLength(2));
    expect(watch.states).toEqual(['connecting', 'unauthorised']);
    watch.stop();
  });

  it('is left alone as long as its refusals say, by their own clock: the clock on the wall may be set', async () => {
    let passed = 0;
    const refusals = createRefusals(
      () => passed,
      () => 0,
    );
    const gateway = createGateway({ clock: fakeClock(), log: fakeLog(), refusals });
    const read = () => gateway.readRecording({ url, credentials: login('wrong') });
    await Promise.all([read(), read()]);
    expect(asked.filter(Boolean)).toHaveLength(2);

    passed = 60_000;
    await read();
    expect(asked.filter(Boolean)).toHaveLength(3);
  });

  it('that its server forbids leads nowhere astray: it is the same refusal', async () => {
    status = 403;
    const watch = aWatch('right');
    await watch.until('unauthorised');

    watch.stop();
  });

  it('of a recording is told so too', async () => {
    expect(await readRecording({ url, credentials: login('wrong') })).toEqual({ trouble: 'unauthorised' });
    expect(await readRecording({ url, credentials: login('right') })).toEqual({ trouble: 'malformed' });
  });
});
