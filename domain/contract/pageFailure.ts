/**
 * A failure in a window's page. `uncaught`, `rejected`: no code caught it; `drawing`: no fence caught it, the page starts
 * anew; `panel`: a tile's fence caught it; `recovered`: the page was drawn at a second try.
 */
export const pageFailureKinds = ['uncaught', 'rejected', 'drawing', 'panel', 'recovered'] as const;

/** What is said of one: no message, which may hold anything that people wrote. */
export type PageFailure = {
  readonly kind: (typeof pageFailureKinds)[number];
  /** The error's class, or the type of what was thrown. */
  readonly name: string;
  /** `WallWindow-3f2a.js:12:345`; null: nobody knows. */
  readonly place: string | null;
};
