import type { WebFault } from '../../domain/web/model.ts';

const POLL_MS = 1_000;
const HASTE_MS = 250;
const PATIENCE_MS = 3_000;

/** How the shell says that a page stands. */
export type WebState = {
  readonly state: 'loading' | 'live' | 'failed';
  readonly fault?: WebFault;
  readonly detail?: string;
  /** Epoch ms, or null while nothing was loaded yet. */
  readonly loadedAt: number | null;
};

export const opening: WebState = { state: 'loading', loadedAt: null };

const faults: Readonly<Record<WebFault, true>> = {
  'not-listed': true,
  'left-list': true,
  certificate: true,
  unreachable: true,
  'http-error': true,
  slow: true,
  hung: true,
  crashed: true,
  full: true,
};

function isFault(word: unknown): word is WebFault {
  return typeof word === 'string' && Object.hasOwn(faults, word);
}

/** The shell's word on a page, or that it is still opening. */
export function readState(header: string | null): WebState {
  if (header === null) return opening;
  const said: Readonly<Record<string, unknown>> = Object(JSON.parse(header));
  const loadedAt = typeof said['loadedAt'] === 'number' ? said['loadedAt'] : null;
  if (said['state'] === 'live') return { state: 'live', loadedAt };
  if (said['state'] !== 'failed' || !isFault(said['fault'])) return { state: 'loading', loadedAt };
  return { state: 'failed', fault: said['fault'], detail: String(said['detail'] ?? ''), loadedAt };
}

type Following = {
  readonly viewId: string;
  /** A page that is hidden under something is seen only by its still: that must be sharp. */
  readonly sharp: () => boolean;
  readonly onState: (state: WebState) => void;
  readonly paint: (still: Blob) => Promise<void>;
};

/** Asks how a page stands and for its newest still until the returned function is called. */
export function followPage({ viewId, sharp, onState, paint }: Following): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let painted = false;

  async function askOnce(): Promise<WebState> {
    const response = await fetch(`/web/${viewId}${sharp() ? '?sharp' : ''}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const state = readState(response.headers.get('x-web'));
    const still = response.status === 200 ? await response.blob() : null;
    if (stopped) return state;
    if (still !== null && state.state !== 'failed') {
      await paint(still);
      painted = true;
    }
    // A page is there when its still is: until then its tile would be empty at the cut.
    return state.state === 'live' && !painted ? { ...state, state: 'loading' } : state;
  }

  async function ask(): Promise<void> {
    const state = await askOnce().catch(() => null);
    if (stopped) return;
    if (state !== null) onState(state);
    timer = setTimeout(() => void ask(), state?.state === 'live' ? POLL_MS : HASTE_MS);
  }

  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
