import { TICKET_PLAYLIST, type PlaylistAddress } from '../../kernel/control.ts';
import { keptInside, withoutTooLarge } from './playlist.ts';
import { askCamera } from './webLogin.ts';

/** What may be fetched, by the end of its name: its type for the player, and how much of it is read at most, bytes. */
const kinds: Readonly<Record<string, { readonly type: string; readonly most: number }>> = {
  m3u8: { type: 'application/vnd.apple.mpegurl', most: 1024 * 1024 },
  ts: { type: 'video/mp2t', most: 64 * 1024 * 1024 },
  m4s: { type: 'video/mp4', most: 64 * 1024 * 1024 },
  mp4: { type: 'video/mp4', most: 64 * 1024 * 1024 },
  aac: { type: 'audio/aac', most: 16 * 1024 * 1024 },
  vtt: { type: 'text/vtt', most: 1024 * 1024 },
};

/** A source that has not begun to answer by then, or has not given all of a playlist, has failed, ms. */
const ANSWER_MS = 10_000;

/** Answered for a playlist that points at files of this machine or at other servers; no source's own answer is told so. */
export const REFUSED = 422;

/** Answered for a playlist whose pictures are all larger than any tile could show. */
export const TOO_LARGE = 413;

/** A source answers so to whom it does not know. */
export const isUnauthorised = (status: number): boolean => status === 401 || status === 403;

/** Answered for a ticket that leads nowhere, and for nothing else: whoever holds it must ask the core for another. */
export const GONE = 410;

export const nothing = (status: number): Response =>
  new Response(null, { status, headers: { 'access-control-allow-origin': '*' } });

/**
 * The address that a ticket's path stands for: the playlist itself, or a file in its folder or below. Null for
 * anything else, whatever dots, encodings or other hosts the path tries.
 */
export function relayedUrl(sourceUrl: string, path: string, search = ''): URL | null {
  if (!URL.canParse(sourceUrl)) return null;
  const source = new URL(sourceUrl);
  if (source.protocol !== 'http:' && source.protocol !== 'https:') return null;
  if (path === TICKET_PLAYLIST) return source;
  if (path.includes('\\') || /%(2f|5c|2e)/i.test(path) || !URL.canParse(`./${path}`, sourceUrl)) return null;
  const wanted = new URL(`./${path}`, source);
  const folder = new URL('.', source);
  if (wanted.origin !== source.origin || !wanted.pathname.startsWith(folder.pathname)) return null;
  wanted.search = search;
  return wanted;
}

/** Ends a body that grows beyond `most` bytes with an error, however much its sender promised. */
function bounded(body: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
  let seen = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > most) controller.error(new Error('larger than a playlist or segment may be'));
        else controller.enqueue(chunk);
      },
    }),
  );
}

/** A playlist that leads nowhere but below its own folder, or the status that stands for one that does not. */
async function readPlaylist(
  body: ReadableStream<Uint8Array>,
  at: URL,
  source: URL,
): Promise<string | typeof REFUSED | typeof TOO_LARGE | 502> {
  try {
    const text = await new Response(bounded(body, kinds['m3u8']?.most ?? 0)).text();
    const kept = keptInside(text, at, new URL('.', source));
    return kept === null ? REFUSED : (withoutTooLarge(kept) ?? TOO_LARGE);
  } catch {
    return 502;
  }
}

/** A source's failure, in a status that stands for nothing of our own. */
function toldStatus(status: number): number {
  if (status === GONE || status === REFUSED || status === TOO_LARGE) return 404;
  return status >= 400 ? status : 502;
}

async function ask(at: PlaylistAddress, request: Request, isPlaylist: boolean): Promise<Response | null> {
  const range = request.headers.get('range');
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MS).unref();
  try {
    return await askCamera(at, late.signal, range === null ? {} : { range });
  } catch {
    return null;
  } finally {
    if (!isPlaylist) clearTimeout(timer);
  }
}

/**
 * Answers `ioc://media/<ticket>/<path>`: fetches the ticket's playlist (`TICKET_PLAYLIST`) or a file below its folder.
 * Never throws: a source that fails is an answer 502, a playlist that leads elsewhere `REFUSED`, one of pictures that no
 * tile could show `TOO_LARGE`.
 */
export async function relayHls(source: PlaylistAddress, path: string, request: Request): Promise<Response> {
  const { url: sourceUrl } = source;
  const url = relayedUrl(sourceUrl, path, new URL(request.url).search);
  const kind = kinds[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (url === null || kind === undefined) return nothing(404);
  const answer = await ask({ ...source, url: url.href }, request, kind === kinds['m3u8']);
  if (answer === null) return nothing(502);
  if (!answer.ok || answer.body === null) return nothing(toldStatus(answer.status));
  const headers = new Headers({
    'content-type': kind.type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  });
  for (const name of ['content-range', 'accept-ranges']) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (kind !== kinds['m3u8'])
    return new Response(bounded(answer.body, kind.most), { status: answer.status, headers });
  const playlist = await readPlaylist(answer.body, url, new URL(sourceUrl));
  return typeof playlist === 'number' ? nothing(playlist) : new Response(playlist, { headers });
}
