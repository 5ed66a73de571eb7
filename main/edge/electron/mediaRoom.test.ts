import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TICKET_PLAYLIST } from '../../kernel/control.ts';
import { mediaRoom } from './mediaRoom.ts';

const right = `Basic ${Buffer.from('viewer:right').toString('base64')}`;
let server: Server;
let url = '';
let asked = 0;

beforeEach(async () => {
  asked = 0;
  server = createServer(({ headers: { authorization } }, response) => {
    if (authorization !== undefined) asked += 1;
    if (authorization !== right) response.writeHead(401, { 'www-authenticate': 'Basic realm="vms"' });
    response.end('#EXTM3U');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/live/a.m3u8`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('a ticket of a core that is gone is told apart from a source that is away, also across origins', async () => {
  const media = mediaRoom();
  media.set('t', { url: 'http://127.0.0.1:9/live/a.m3u8' });
  const ask = () => media.serve(`t/${TICKET_PLAYLIST}`, new Request('http://media/t'));
  expect((await ask())?.status).toBe(502);

  media.clear();
  const gone = await ask();

  expect(gone?.status).toBe(410);
  expect(gone?.headers.get('access-control-allow-origin')).toBe('*');
});

it('a player that asks every second does not lock the room out of a server that refuses its password', async () => {
  let now = 0;
  const media = mediaRoom(() => now);
  const ask = () => media.serve(`t/${TICKET_PLAYLIST}`, new Request('http://media/t'));
  media.set('t', { url, credentials: { user: 'viewer', password: 'wrong' } });
  for (; now < 59_000; now += 1_000) expect((await ask())?.status).toBe(401);
  expect(asked).toBe(1);

  media.set('t', { url, credentials: { user: 'viewer', password: 'right' } });
  expect((await ask())?.status).toBe(200);
});
