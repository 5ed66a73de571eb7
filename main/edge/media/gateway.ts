import type { CameraGateway, SourceState, StreamAddress, TilePort } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { watchPlaylist } from './playlistWatch.ts';
import type { CameraAddress } from './rtspSession.ts';
import { createSource, type Source } from './source.ts';
import { createViewer, type Viewer } from './viewer.ts';

/** A camera stays connected so long after its last tile went: scenes change to and fro, ms. */
const WARM_MS = 10_000;

/** Reads an address of the site file; a name and password in it count unless others are given. */
function readAddress({ url, credentials }: StreamAddress): CameraAddress | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'rtsp:' || parsed.hostname === '') return null;
  const inUrl =
    parsed.username === '' ? undefined : { user: decode(parsed.username), password: decode(parsed.password) };
  const known = credentials ?? inUrl;
  return { url: parsed, ...(known === undefined ? {} : { credentials: known }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A viewer whose state is told on, together with what its tile says of the pictures. */
function createToldViewer(port: TilePort, onState: (state: SourceState) => void): Viewer {
  let said: SourceState | null = null;
  let suspects: number | null = null;
  let cannotDecode = false;

  function tell(): void {
    if (said === null) return;
    const since = Math.min(said.suspectSince ?? Infinity, suspects ?? Infinity);
    const seen: SourceState = Number.isFinite(since) ? { ...said, suspectSince: since } : said;
    onState(
      cannotDecode && said.state === 'live' ? { ...seen, state: 'unsupported', trouble: 'codec' } : seen,
    );
  }

  const viewer = createViewer(port, (judgement) => {
    if (judgement.type === 'suspects') suspects = judgement.since;
    else cannotDecode = true;
    tell();
  });
  return {
    ...viewer,
    state(state) {
      viewer.state(state);
      said = state;
      tell();
    },
    config(config) {
      cannotDecode = false;
      viewer.config(config);
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
}): CameraGateway {
  const { clock, log, chance = Math.random, warmMs = WARM_MS } = needs;
  const sources = new Map<string, { readonly source: Source; callOffEnd: () => void }>();

  function sourceOf(key: string, address: CameraAddress): Source {
    const known = sources.get(key);
    known?.callOffEnd();
    if (known !== undefined) return known.source;
    const source = createSource(address, { clock, log, chance });
    sources.set(key, { source, callOffEnd: () => undefined });
    return source;
  }

  function leave(key: string, viewer: Viewer): void {
    const entry = sources.get(key);
    entry?.source.remove(viewer);
    if (entry === undefined || entry.source.viewers() > 0) return;
    entry.callOffEnd = clock.after(warmMs, () => {
      sources.delete(key);
      entry.source.close();
    });
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
      const key = JSON.stringify([address.url.href, address.credentials]);
      sourceOf(key, address).add(told);
      return () => leave(key, told);
    },
    watchPlaylist: (url, onState) => watchPlaylist(url, { clock, log }, onState),
    close() {
      for (const { source, callOffEnd } of sources.values()) {
        callOffEnd();
        source.close();
      }
      sources.clear();
    },
  };
}
