import type {
  CameraGateway,
  RecordingRead,
  Recordings,
  SourceState,
  StreamAddress,
  TilePort,
} from '../../cameras/ports.ts';
import type { PlaylistAddress } from '../../kernel/control.ts';
import { SUSPECT_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { readRecording, watchPlaylist } from './playlistWatch.ts';
import { createRefusals, refusalKey } from './refusals.ts';
import type { CameraAddress } from './rtspSession.ts';
import { createSource, type Refusal, type Source } from './source.ts';
import { createTurns, MOST_CHECKED, MOST_CONNECTED, MOST_CONNECTING } from './turns.ts';
import { createViewer, type Viewer } from './viewer.ts';

/** A camera stays connected so long after its last tile went: scenes change to and fro, ms. */
const WARM_MS = 10_000;

/** So many refused passwords are remembered; a room with more has other troubles. */
const MOST_REFUSALS = 2_000;

/** Reads an address; a name and password in it do not count, theirs is the vault. */
function readAddress({
  url,
  credentials,
  certificate,
  playsH265 = false,
}: StreamAddress): CameraAddress | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^rtsps?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  parsed.username = parsed.password = '';
  return {
    url: parsed,
    playsH265,
    ...(credentials === undefined ? {} : { credentials }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

type Entry = { readonly source: Source; callOffEnd: () => void };

/** A viewer whose state is told on, together with what its tile says of the pictures. */
function createToldViewer(port: TilePort, onState: (state: SourceState) => void): Viewer {
  let said: SourceState | null = null;
  let suspects: number | null = null;

  function tell(): void {
    if (said === null) return;
    const since = Math.min(said.suspectSince ?? Infinity, suspects ?? Infinity);
    onState(Number.isFinite(since) ? { ...said, suspectSince: since } : said);
  }

  const viewer = createViewer(port, ({ since }) => {
    suspects = since;
    tell();
  });
  return {
    ...viewer,
    state(state) {
      viewer.state(state);
      said = state;
      tell();
    },
  };
}

/** RTSP in, packets out: one connection per camera address while somebody looks, fanned out to all tiles that show it. */
export function createGateway(needs: {
  readonly clock: Clock;
  readonly log: Log;
  readonly chance?: () => number;
  readonly warmMs?: number;
  readonly mostConnected?: number;
  readonly recordings?: Pick<Recordings, 'tape'>;
}): CameraGateway {
  const { clock, log, chance = Math.random, warmMs = WARM_MS, recordings } = needs;
  const { mostConnected = MOST_CONNECTED } = needs;
  const most = { connected: mostConnected, connecting: MOST_CONNECTING, checked: MOST_CHECKED };
  const sources = new Map<string, Entry>();
  const refusals = new Map<string, Refusal>();
  const playlistNeeds = { clock, log, chance, refusals: createRefusals(() => clock.now(), chance) };
  const turns = createTurns(most, () => {
    const [key] = [...sources].find(([, { source }]) => source.viewers() === 0) ?? [];
    if (key !== undefined) end(key);
  });

  /** A camera that is shown again soon after it refused is not asked again sooner for that. */
  function remember(key: string, refusal: Refusal | null): void {
    refusals.delete(key);
    if (refusal === null) return;
    if (refusals.size >= MOST_REFUSALS) refusals.clear();
    refusals.set(key, refusal);
  }

  function sourceOf(key: string, address: CameraAddress, stream: StreamAddress): Source {
    const known = sources.get(key);
    known?.callOffEnd();
    if (known !== undefined) return known.source;
    const { name = address.url.host, suspectAfterMs = SUSPECT_AFTER_MS, isCheck = false } = stream;
    const source = createSource(
      { address, name, suspectAfterMs, isCheck },
      {
        clock,
        log,
        chance,
        turns,
        refused: refusals.get(key),
        onRefused: (refusal) => remember(key, refusal),
      },
    );
    sources.set(key, { source, callOffEnd: () => undefined });
    return source;
  }

  function end(key: string): void {
    const entry = sources.get(key);
    sources.delete(key);
    entry?.callOffEnd();
    entry?.source.close();
  }

  function leave(key: string, viewer: Viewer, isCheck: boolean): void {
    const entry = sources.get(key);
    entry?.source.remove(viewer);
    if (entry === undefined || entry.source.viewers() > 0) return;
    // The next camera of the check has its turn.
    if (isCheck) return end(key);
    entry.callOffEnd();
    entry.callOffEnd = clock.after(warmMs, () => end(key));
    turns.reconsider();
  }

  /** Each moment of a recording has its own address, and is asked for at each move on the time line. */
  async function readKept(at: PlaylistAddress): Promise<RecordingRead> {
    const { refusals } = playlistNeeds;
    const key = refusalKey({ ...at, url: at.url.split('?')[0] ?? '' });
    if (refusals.claim(key) > 0) return { trouble: 'unauthorised' };
    const asked = clock.now();
    const read = await readRecording(at);
    if ('trouble' in read && read.trouble === 'unauthorised') refusals.refused(key, asked);
    else refusals.forget(key);
    return read;
  }

  return {
    watch(stream, port, onState) {
      const told = createToldViewer(port, onState);
      const address = readAddress(stream);
      if (address === null) {
        log.warn('cameras.addressRefused', { reason: 'not an rtsp address' });
        told.state({ state: 'no-source', since: clock.now() });
        return () => undefined;
      }
      const key = JSON.stringify([
        address.url.href,
        address.credentials,
        address.certificate,
        address.playsH265,
      ]);
      const source = sourceOf(key, address, stream);
      const { onWall = false, isCheck = false } = stream;
      source.add(told, { onWall, isCheck });
      const { record } = stream;
      if (recordings && record) source.tape(JSON.stringify(record), () => recordings.tape(record));
      return () => leave(key, told, isCheck);
    },
    readRecording: readKept,
    watchPlaylist: (stream, onState) => watchPlaylist(stream, playlistNeeds, onState),
    close() {
      for (const key of [...sources.keys()]) end(key);
    },
  };
}
