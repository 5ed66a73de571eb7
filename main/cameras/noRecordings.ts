import type { Recordings } from './ports.ts';

const nothing = (): void => undefined;

/** Where the site wants nothing recorded, or the vault is closed: without a key nothing is kept. */
export const noRecordings: Recordings = {
  tape: () => ({ isOver: () => false, state: nothing, config: nothing, unit: nothing, lost: nothing }),
  spans: () => [],
  pieces: () => [],
  hold: () => nothing,
  play: () => nothing,
  close: () => Promise.resolve(),
};
