import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';

/** The product's own origin: no page is ever loaded from a file path or from the network. */
export const ORIGIN = 'ioc://app';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
};

/** What the product's files are held to: a page by its own policy, a worker by that of its script. */
export type Policies = { readonly page: string; readonly worker: string };

/** Answers what is under one path of `ioc://app/`; `undefined` means that there is no such thing. */
export type Room = (path: string, request: Request) => Promise<Response | undefined>;

/** Must be called before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'ioc', privileges }]);
}

/** Names below a folder, `a/b.js`; walked by hand because a packed archive knows no recursive listing. */
function filesBelow(folder: string, prefix = ''): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name), `${prefix}${entry.name}/`)
      : [`${prefix}${entry.name}`],
  );
}

/** Serves the built pages: only names that were there when the product started. */
function pagesIn(folder: string, policies: Policies): Room {
  const known = new Set(filesBelow(folder));
  return async (path) => {
    if (!known.has(path)) return undefined;
    const headers: Record<string, string> = {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    };
    if (path.endsWith('.html')) headers['content-security-policy'] = policies.page;
    if (/\.m?js$/.test(path)) headers['content-security-policy'] = policies.worker;
    return new Response(new Uint8Array(await readFile(join(folder, path))), { headers });
  };
}

const nothing = (status: number): Response => new Response(null, { status });

/**
 * Answers the product's scheme: `ioc://app/<file>` from `pagesFolder`, `ioc://app/<room>/…` from `rooms`, and
 * `ioc://media/…` from `media`. Reading only: anything but GET and HEAD is refused.
 */
export function serveScheme(parts: {
  readonly pagesFolder: string;
  readonly policies: Policies;
  readonly rooms: Readonly<Record<string, Room>>;
  readonly media: Room;
}): void {
  const pages = pagesIn(parts.pagesFolder, parts.policies);
  const answer = async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405);
    const { hostname, pathname } = new URL(request.url);
    const path = pathname.slice(1);
    if (hostname === 'media') return (await parts.media(path, request)) ?? nothing(404);
    if (hostname !== 'app') return nothing(404);
    const slash = path.indexOf('/');
    const name = path.slice(0, Math.max(0, slash));
    const room = Object.hasOwn(parts.rooms, name) ? parts.rooms[name] : undefined;
    const found = room ? await room(path.slice(slash + 1), request) : await pages(path, request);
    return found ?? nothing(404);
  };
  // A damaged tile or a file gone from the disk is the page's to show, and no failure of the shell.
  protocol.handle('ioc', (request) => answer(request).catch(() => nothing(500)));
}
