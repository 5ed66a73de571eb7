import type { PageFailure } from '../../domain/contract/pageFailure.ts';

/** The core may be on its way back: a failure is told again after this pause, so many times, ms. */
const AGAIN_MS = 1_000;
const MOST_TRIES = 30;
/** The first frame of a stack, in any engine's words: the file, its line and its column. */
const FRAME = /([\w.-]{1,80}\.(?:js|tsx?))(?:\?[^:\s)]*)?:(\d{1,7}):(\d{1,7})/;

/** What is told of a failure: where and of which kind. Not its message, which may hold anything that people wrote. */
export function failureOf(kind: PageFailure['kind'], error: unknown): PageFailure {
  if (!(error instanceof Error)) return { kind, name: typeof error, place: null };
  const [, file, line, column] = FRAME.exec(error.stack ?? '') ?? [];
  const name = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
  return { kind, name, place: file === undefined ? null : `${file}:${line}:${column}` };
}

/** Tells the product's log of a failure that nobody else will tell of. */
export function tellFailure(kind: PageFailure['kind'], error: unknown): void {
  const failure = failureOf(kind, error);
  const tell = async (tries: number): Promise<void> => {
    const answer = await window.ioc.call('world.failed', failure);
    if (answer.ok || answer.reason !== 'core-away' || tries >= MOST_TRIES) return;
    setTimeout(() => void tell(tries + 1), AGAIN_MS);
  };
  void tell(1);
}

/** Tells of what no code of the page caught. */
export function watchFailures(): void {
  window.addEventListener('error', ({ error }) => {
    // Without an error it is Chromium's word that a size will settle in the next frame.
    if (error !== null && error !== undefined) tellFailure('uncaught', error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => tellFailure('rejected', reason));
}
