import type { CameraTrouble } from '../../../domain/cameras/model.ts';
import type { RecordingRead, SourceState, StreamAddress } from '../../cameras/ports.ts';
import { TICKET_PLAYLIST, type PlaylistAddress } from '../../kernel/control.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { isUnauthorised, relayHls, REFUSED, TOO_LARGE } from './hlsRelay.ts';
import { createLookers } from './lookers.ts';
import type { Refusals } from './refusals.ts';
import { retryDelayMs } from './retry.ts';
import type { Shared } from './sharing.ts';
import { createStanding } from './standing.ts';

const ASK_EVERY_MS = 2_000;
/** A playlist grows once per target duration; three missed ones are no longer late but stopped. */
const MISSED_DURATIONS = 3;
const DURATION_SECONDS = 6;

/** A playlist, or why there is none. */
type Read =
  | { readonly text: string }
  | { readonly trouble: 'unauthorised'; readonly forbidden: boolean }
  | { readonly trouble: 'unreachable' | 'malformed' | 'leads-astray' | 'too-large' };

const troubles: Readonly<Record<number, 'leads-astray' | 'too-large'>> = {
  [REFUSED]: 'leads-astray',
  [TOO_LARGE]: 'too-large',
};

async function read(at: PlaylistAddress, reference: string): Promise<Read> {
  const [path = '', query = ''] = reference.split('?');
  const answer = await relayHls(at, path, new Request(`http://playlist/?${query}`));
  if (answer.ok) return { text: await answer.text() };
  if (isUnauthorised(answer.status)) return { trouble: 'unauthorised', forbidden: answer.status === 403 };
  return { trouble: troubles[answer.status] ?? 'unreachable' };
}

/** The playlist that lists segments: the first variant, when the source offers several. */
async function readMedia(at: PlaylistAddress): Promise<Read> {
  const said = await read(at, TICKET_PLAYLIST);
  if (!('text' in said)) return said;
  const { text } = said;
  if (!text.startsWith('#EXTM3U')) return { trouble: 'malformed' };
  if (!text.includes('#EXT-X-STREAM-INF')) return said;
  const variant = text.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
  return variant === undefined ? { trouble: 'malformed' } : read(at, variant);
}

/** The playlist of a finished recording: what is live is none, whatever its server was asked for. */
export async function readRecording(at: PlaylistAddress): Promise<RecordingRead> {
  const said = await readMedia(at);
  if (!('text' in said)) return { trouble: said.trouble };
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

/** Whoever is told how a playlist stands. */
export type PlaylistViewer = { state(state: SourceState): void };

/** Says how an HLS source stands by asking for its playlist, for however many tiles; its pictures go through `ioc://media`. */
export function createPlaylistSource(
  stream: StreamAddress,
  needs: {
    readonly clock: Clock;
    readonly log: Log;
    readonly refusals: Refusals;
    readonly chance: () => number;
  },
): Shared<PlaylistViewer> {
  const { clock, log, refusals, chance } = needs;
  const { url } = stream;
  const password = refusals.of(stream);
  const lookers = createLookers<PlaylistViewer>();
  const standing = createStanding(clock, (told) => {
    for (const viewer of lookers.all()) viewer.state(told);
  });
  let last = '';
  let attempts = 0;
  let over = false;
  let callOff = (): void => undefined;

  function lose(state: 'offline' | 'unauthorised' | 'unsupported', trouble?: CameraTrouble): void {
    const before = standing.now();
    standing.become(state, trouble);
    if (before !== standing.now())
      log.warn('cameras.playlistLost', {
        source: URL.canParse(url) ? new URL(url).host : '',
        reason: trouble ?? state,
      });
  }

  function judge(text: string): void {
    if (text !== last) {
      last = text;
      return standing.pictured();
    }
    const { lastPictureAt = 0 } = standing.now();
    standing.become(clock.now() - lastPictureAt > patienceMs(text) ? 'stale' : 'live');
  }

  /** Takes what came, and says when to ask again, ms. */
  function take(said: Read, asked: number): number {
    if ('trouble' in said && said.trouble === 'unauthorised') {
      lose('unauthorised');
      return password.refused(asked, said.forbidden);
    }
    if ('text' in said) {
      password.accepted();
      attempts = 0;
      judge(said.text);
      return ASK_EVERY_MS;
    }
    password.unanswered();
    attempts += 1;
    lose(said.trouble === 'too-large' ? 'unsupported' : 'offline', said.trouble);
    // What does not pass by itself is not asked for every second, on no wall.
    const onWall = lookers.onWall() && said.trouble === 'unreachable';
    return retryDelayMs({ attempts, onWall, chance: chance() });
  }

  async function ask(): Promise<void> {
    const { waitMs, isRefused, isSilent } = password.claim();
    if (waitMs > 0) {
      if (isRefused) lose('unauthorised');
      else if (isSilent) lose('offline', 'unreachable');
      callOff = clock.after(waitMs, () => void ask());
      return;
    }
    const asked = refusals.now();
    const said = await readMedia(stream);
    if (over) return;
    callOff = clock.after(take(said, asked), () => void ask());
  }

  void ask();
  return {
    add(viewer, looks) {
      lookers.add(viewer, looks);
      viewer.state(standing.now());
    },
    remove: lookers.remove,
    viewers: lookers.size,
    close() {
      over = true;
      callOff();
    },
  };
}
