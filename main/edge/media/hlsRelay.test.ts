import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TICKET_PLAYLIST } from '../../kernel/control.ts';
import { REFUSED, relayedUrl, relayHls, TOO_LARGE } from './hlsRelay.ts';

const source = 'https://vms.tinh.vn/live/cam1/index.m3u8?token=a';

describe('relayedUrl', () => {
  it('leads nowhere but to the playlist and its own folder', () => {
    const paths = [
      '../cam2/index2.m3u8',
      'a/../../../etc/passwd.ts',
      '%2e%2e/secret.ts',
      '..%2fsecret.ts',
      '//evil.vn/a.ts',
      'https://evil.vn/a.ts',
      'file:///etc/passwd.ts',
      'a\\..\\..\\b.ts',
    ];

    for (const path of paths) {
      const url = relayedUrl(source, path);
      const inside =
        url === null || (url.origin === 'https://vms.tinh.vn' && url.pathname.startsWith('/live/cam1/'));
      expect(inside, path).toBe(true);
    }
  });

  it('leads nowhere for a source that is not on the web', () => {
    expect(relayedUrl('file:///etc/passwd', TICKET_PLAYLIST)).toBeNull();
    expect(relayedUrl('ioc://media/other/index.m3u8', TICKET_PLAYLIST)).toBeNull();
    expect(relayedUrl('not an address', TICKET_PLAYLIST)).toBeNull();
  });

  it('keeps the playlist’s own query, and gives a segment the one it asks for', () => {
    expect(relayedUrl(source, TICKET_PLAYLIST)?.href).toBe(source);
  });

  it('is not mistaken for a variant that the server calls index.m3u8', () => {
    const master = 'https://vms.tinh.vn/live/cam1/master.m3u8';
    expect(relayedUrl(master, 'index.m3u8')?.href).toBe('https://vms.tinh.vn/live/cam1/index.m3u8');
    expect(relayedUrl(source, 'hi/seg 1.ts', '?n=2')?.href).toBe(
      'https://vms.tinh.vn/live/cam1/hi/seg%201.ts?n=2',
    );
  });
});

describe('a playlist in the room', () => {
  let server: Server;
  let base = '';
  let sent = (): void => undefined;

  beforeEach(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://x');
      if (pathname === '/live/slow.m3u8') return void response.write('#EXTM3U\n', () => sent());
      if (pathname === '/live/moved.ts') response.writeHead(302, { location: 'http://127.0.0.1:9/' });
      if (pathname === '/live/huge.m3u8') response.write('#EXTM3U\n'.repeat(200_000));
      if (pathname === '/live/traitor.m3u8') response.write('#EXTM3U\nfile:///etc/passwd\n');
      if (pathname === '/live/large.m3u8')
        response.write('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=7680x4320\nlarge/a.m3u8\n');
      const { authorization } = request.headers;
      if (pathname === '/live/who.ts' && authorization === undefined)
        response.writeHead(401, { 'www-authenticate': 'Basic realm="vms"' });
      if (pathname === '/live/who.ts') response.write(authorization ?? '');
      if (pathname === '/live/forbidden.m3u8') response.writeHead(403);
      if (pathname === '/live/odd.m3u8') response.writeHead(422);
      if (pathname === '/live/busy.m3u8') response.writeHead(413);
      if (pathname === '/live/gone.ts') response.writeHead(404);
      if (pathname === '/live/over.ts') response.writeHead(410);
      response.end('#EXTM3U');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    base = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/live/a.m3u8`;
  });

  afterEach(() => {
    vi.useRealTimers();
    server.closeAllConnections();
    server.close();
  });

  const ask = (
    path: string,
    url = `http://${base}`,
    credentials?: { user: string; password: string },
  ): Promise<Response> =>
    relayHls({ url, ...(credentials && { credentials }) }, path, new Request(`http://media/${path}`));

  it('is cut off when it grows beyond what a playlist may be', async () => {
    expect((await ask('huge.m3u8')).status).toBe(502);
  });

  it('is given up when it begins and never ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const begun = new Promise<void>((resolve) => (sent = resolve));
    const asked = ask('slow.m3u8');
    await begun;
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await asked).status).toBe(502);
  });

  it('is refused when it points at files of this machine or at its own servers', async () => {
    expect((await ask('traitor.m3u8')).status).toBe(REFUSED);
  });

  it('is refused when it offers 8K and nothing else: no window decodes a picture of it', async () => {
    expect((await ask('large.m3u8')).status).toBe(TOO_LARGE);
  });

  it('is never told to be refused here when its server refuses it', async () => {
    expect((await ask('forbidden.m3u8')).status).toBe(403);
    expect((await ask('odd.m3u8')).status).toBe(404);
    expect((await ask('busy.m3u8')).status).toBe(404);
  });

  it('is not followed elsewhere, and failures are answers', async () => {
    expect((await ask('moved.ts')).status).toBe(502);
    expect((await ask('gone.ts')).status).toBe(404);
    expect((await ask('over.ts')).status).toBe(404);
    expect((await ask('page.html')).status).toBe(404);
    expect((await ask(TICKET_PLAYLIST, 'http://127.0.0.1:9/a.m3u8')).status).toBe(502);
  });

  it('comes with the type that players want, whatever its server says', async () => {
    const answer = await ask(TICKET_PLAYLIST);

    expect(answer.headers.get('content-type')).toBe('application/vnd.apple.mpegurl');
    expect(await answer.text()).toBe('#EXTM3U');
  });

  it('is asked for with its camera’s name and password, when its server asks for them', async () => {
    const answer = await ask('who.ts', `http://${base}`, { user: 'user', password: 'mật khẩu' });
    expect(await answer.text()).toContain(Buffer.from('user:mật khẩu').toString('base64'));

    expect((await ask('who.ts')).status).toBe(401);
  });
});
