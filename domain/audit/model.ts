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
  /** Name of the call. */
  readonly action: string;
  /** What it was done to, in words. */
  readonly subject: string;
  /** `done`, or the reason of the refusal. */
  readonly outcome: string;
  readonly before: AuditState;
  readonly after: AuditState;
};

/** Which entries: folded text in any of their words, a span of time (epoch ms), and those before an entry. */
export type AuditQuery = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly beforeId?: number | undefined;
};

/** Entries that one answer holds at most. */
export const AUDIT_PAGE = 100;
/** Entries that one export holds at most: the newest. */
export const AUDIT_EXPORT = 50_000;
