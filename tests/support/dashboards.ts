// The province's own web pages: good ones, and all that can be wrong with one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Dashboards = {
  /** `http://127.0.0.1:PORT`, on the site's list. */
  readonly good: string;
  /** The same machine under a certificate that nobody signed; on the list. */
  readonly unsigned: string;
  /** Not on the list. */
  readonly foreign: string;
  /** What was asked of the foreign one: nothing, or the list leaks. */
  readonly foreignAsked: () => readonly string[];
  /** Ends the good one at once; brings it back on the same port. */
  kill(): Promise<void>;
  restore(): Promise<void>;
  stop(): Promise<void>;
};

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#0a7d3c;color:#fff;font:40px sans-serif">${body}`;

const greedy = (foreign: string): string => `<p>Bảng điều hành</p><script>
  window.open('${foreign}/popup'); navigator.geolocation.getCurrentPosition(() => {}, () => {});
  fetch('${foreign}/beacon').catch(() => {}); new Image().src = '${foreign}/pixel';
  const link = document.createElement('a'); link.href = '/download'; link.download = 'x'; link.click();
  setTimeout(() => (location.href = '${foreign}/away'), 300); alert('xin chào');
</script><iframe src="${foreign}/frame"></iframe>`;

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function listen(server: Server, port = 0): Promise<number> {
  return new Promise((listening) => server.listen(port, '127.0.0.1', () => listening(portOf(server))));
}

function end(server: Server): Promise<void> {
  return new Promise((ended) => {
    server.close(() => ended());
    server.closeAllConnections();
  });
}

function certificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'dashboards-'));
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', ...files],
    { stdio: 'pipe' },
  );
  const made = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
  rmSync(folder, { recursive: true });
  return made;
}

/** Starts three servers of this machine. */
export async function startDashboards(): Promise<Dashboards> {
  const asked: string[] = [];
  const stranger = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('?');
  });
  const foreign = `http://127.0.0.1:${await listen(stranger)}`;
  const answer: RequestListener = ({ url }, response) => {
    if (url === '/redirect') return response.writeHead(302, { location: `${foreign}/` }).end();
    if (url === '/broken') return response.writeHead(503).end(page('Bảo trì'));
    if (url === '/download') return response.writeHead(200, { 'content-disposition': 'attachment' }).end('x');
    const hang = '<script>setTimeout(() => { for (;;); }, 1500)</script>';
    const body = url === '/hang' ? hang : url === '/greedy' ? greedy(foreign) : '<p>Bảng điều hành</p>';
    return response.writeHead(200, { 'content-type': 'text/html' }).end(page(body));
  };
  let own = createServer(answer);
  const port = await listen(own);
  const secure = createSecureServer(certificate(), answer);
  const unsigned = `https://127.0.0.1:${await listen(secure)}`;
  return {
    good: `http://127.0.0.1:${port}`,
    unsigned,
    foreign,
    foreignAsked: () => asked,
    kill: () => end(own),
    async restore() {
      own = createServer(answer);
      await listen(own, port);
    },
    async stop() {
      await Promise.all([own.listening ? end(own) : undefined, end(secure), end(stranger)]);
    },
  };
}
