import type { PersonRole } from '../access/model.ts';
import type { PanelKind } from '../wall/model.ts';

/** A tile as it stood: its kind, what it showed (a camera's name, a banner's words), and its place on the canvas, mm. */
export type AuditTile = { readonly kind: PanelKind; readonly shows: string; readonly place: string };

/** What something was, field by field: `{scene: 'Tổng quan', revision: 7}`; a tile stands under its id. */
export type AuditState = Readonly<Record<string, string | number | boolean | AuditTile | null>>;

/** One thing that was done, or refused: by whom, when, from where, and what it changed. */
export type AuditEntry = {
  /** Rises by one; never used twice on one machine. */
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  /** The person's name, or what did it by plan. */
  readonly by: string;
  readonly role: PersonRole | null;
  /** The console it came from. */
  readonly from: string;
  /** Name of the call, or of what the machine did; one that is no more stays as it was written. */
  readonly action: string;
  /** What it was done to, in words. */
  readonly subject: string;
  /** `done`, or the reason of the refusal. */
  readonly outcome: string;
  readonly before: AuditState;
  readonly after: AuditState;
};

/** What the machine does by itself and writes down like the calls of people. */
export type MachineAct = 'cameras.purgeEvents' | 'cameras.clipKept' | 'cameras.purgeEvidence';

/** A word that is looked for: in what an entry says or, as whoever reads it calls them, in its call, outcome or role. */
export type AuditWord = {
  readonly text: string;
  readonly actions: readonly string[];
  readonly outcomes: readonly string[];
  readonly roles: readonly string[];
};

/** Which entries: those that hold every word, a span of time (epoch ms), and those before an entry. */
export type AuditQuery = {
  readonly words: readonly AuditWord[];
  readonly from: number;
  readonly to: number;
  readonly beforeId?: number | undefined;
};

/** Entries that one answer holds at most. */
export const AUDIT_PAGE = 100;
/** Entries that one export holds at most: the newest. */
export const AUDIT_EXPORT = 50_000;
