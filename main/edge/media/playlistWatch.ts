import type { SourceState } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { relayHls, PLAYLIST } from './hlsRelay.ts';

const ASK_EVERY_MS = 2_000;
/** A playlist grows once per target duration; three missed ones are no longer late but stopped. */
const MISSED_DURATIONS = 3;
const DURATION_SECONDS = 6;

async function read(url: string, reference: string): Promise<string | null> {
  const [path = '', query = ''] = reference.split('?');
  const answer = await relayHls(url, path, new Request(`http://playlist/?${query}`));
  if (!answer.ok) return null;
  try {
    return await answer.text();
  } catch {
    return null;
  }
}

/** The playlist that lists segments: the first variant, when the source offers several. */
async function readMedia(url: string): Promise<string | null> {
  const text = await read(url, PLAYLIST);
  if (text === null || !text.startsWith('#EXTM3U')) return null;
  if (!text.includes('#EXT-X-STREAM-INF')) return text;
  const variant = text.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
  return variant === undefined ? null : read(url, variant);
}

/** How long (ms) this playlist may stay unchanged and still be called live; without limit for a finished recording. */
function patienceMs(text: string): number {
  if (text.includes('#EXT-X-ENDLIST')) return Number.POSITIVE_INFINITY;
  const seconds = Number(/#EXT-X-TARGETDURATION:(\d{1,4})/.exec(text)?.[1] ?? DURATION_SECONDS);
  return Math.max(1, seconds) * MISSED_DURATIONS * 1_000;
}

/** Says how an HLS source stands by asking for its playlist; returns the function that stops. */
export function watchPlaylist(
  url: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  onState: (state: SourceState) => void,
): () => void {
  let standing: SourceState = { state: 'connecting', since: clock.now() };
  let last = '';
  let over = false;
  let callOff = (): void => undefined;

  function become(state: SourceState['state']): void {
    if (standing.state === state) return;
    if (state === 'offline')
      log.warn('cameras.playlistLost', { source: URL.canParse(url) ? new URL(url).host : '' });
    standing = { ...standing, state, since: clock.now() };
    onState(standing);
  }

  function judge(text: string | null): void {
    const now = clock.now();
    if (text === null) return become('offline');
    if (text !== last) standing = { ...standing, lastPictureAt: now };
    last = text;
    become(now - (standing.lastPictureAt ?? now) > patienceMs(text) ? 'stale' : 'live');
  }

  async function ask(): Promise<void> {
    const text = await readMedia(url);
    if (over) return;
    judge(text);
    callOff = clock.after(ASK_EVERY_MS, () => void ask());
  }

  onState(standing);
  void ask();
  return () => {
    over = true;
    callOff();
  };
}
