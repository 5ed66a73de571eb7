import type { CameraTrouble } from '../../../domain/cameras/model.ts';
import type { RecordingRead, SourceState } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { relayHls, PLAYLIST, REFUSED } from './hlsRelay.ts';

const ASK_EVERY_MS = 2_000;
/** A playlist grows once per target duration; three missed ones are no longer late but stopped. */
const MISSED_DURATIONS = 3;
const DURATION_SECONDS = 6;

/** A playlist, or why there is none. */
type Read = { readonly text: string } | { readonly trouble: 'unreachable' | 'malformed' | 'leads-astray' };

async function read(url: string, reference: string): Promise<Read> {
  const [path = '', query = ''] = reference.split('?');
  const answer = await relayHls(url, path, new Request(`http://playlist/?${query}`));
  if (answer.ok) return { text: await answer.text() };
  return { trouble: answer.status === REFUSED ? 'leads-astray' : 'unreachable' };
}

/** The playlist that lists segments: the first variant, when the source offers several. */
async function readMedia(url: string): Promise<Read> {
  const said = await read(url, PLAYLIST);
  if (!('text' in said)) return said;
  const { text } = said;
  if (!text.startsWith('#EXTM3U')) return { trouble: 'malformed' };
  if (!text.includes('#EXT-X-STREAM-INF')) return said;
  const variant = text.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
  return variant === undefined ? { trouble: 'malformed' } : read(url, variant);
}

/** The playlist of a finished recording: what is live is none, whatever its server was asked for. */
export async function readRecording(url: string): Promise<RecordingRead> {
  const said = await readMedia(url);
  if (!('text' in said)) return said;
  const { text } = said;
  if (!text.startsWith('#EXTM3U') || !text.includes('#EXT-X-ENDLIST')) return { trouble: 'malformed' };
  return text.includes('#EXTINF') ? { playlist: text } : { trouble: 'unreachable' };
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

  function become(state: SourceState['state'], trouble?: CameraTrouble): void {
    if (standing.state === state && standing.trouble === trouble) return;
    if (state === 'offline')
      log.warn('cameras.playlistLost', {
        source: URL.canParse(url) ? new URL(url).host : '',
        reason: trouble,
      });
    const { lastPictureAt } = standing;
    standing = {
      state,
      since: clock.now(),
      ...(lastPictureAt !== undefined && { lastPictureAt }),
      ...(trouble !== undefined && { trouble }),
    };
    onState(standing);
  }

  function judge(said: Read): void {
    const now = clock.now();
    if (!('text' in said)) return become('offline', said.trouble);
    const { text } = said;
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
