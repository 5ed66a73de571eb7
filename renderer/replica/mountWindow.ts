import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { tellFailure, watchFailures } from './failures.ts';
import { guardMarkup } from './markupGuard.ts';
import { openReplica } from './store.ts';

/** A page that failed outside every panel's fence starts anew after this pause. */
const START_ANEW_MS = 2_000;

/** Starts a window's page: follows the core and draws. A failure no fence caught empties the page, so it is loaded again. */
export function mountWindow(content: ReactNode): void {
  watchFailures();
  guardMarkup();
  openReplica();
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root, {
    onUncaughtError(error) {
      tellFailure('drawing', error);
      setTimeout(() => window.location.reload(), START_ANEW_MS);
    },
    onCaughtError: (error) => tellFailure('panel', error),
    onRecoverableError: (error) => tellFailure('recovered', error),
  }).render(content);
}
