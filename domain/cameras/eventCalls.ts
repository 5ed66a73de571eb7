import type { Outcome } from '../kernel/outcome.ts';
import type { CameraEvent } from './events.ts';

/** A read of the plate log; `number` rises by one and is never used twice on one machine. */
export type PlateRow = { readonly number: number; readonly event: CameraEvent };

/** Reads of one answer at most. */
export const PLATE_PAGE = 100;
/** Which reads are asked for, by when the room knew of them, newest first; `before`: the last number of the page before, for the next one. */
type PlatePage = { readonly from: number; readonly to: number; readonly before?: number | undefined };

/** Why a plate is looked for, characters. */
export const WATCH_REASON = 200;
/** A plate is looked for no longer than this, ms: whoever wants more says so again. */
export const WATCH_MOST_MS = 366 * 86_400_000;
export const MOST_WATCHED = 5_000;

/** A plate that is looked for: by whom, why, until when (epoch ms). Only who may see plates sees it whole. */
export type WatchEntry = {
  readonly id: string;
  /** As it stands on the vehicle. */
  readonly plate: string;
  readonly reason: string;
  readonly by: string;
  readonly addedAt: number;
  readonly until: number;
};

/** `plates-closed`: this machine's vault is closed, so no plate is kept or shown. */
export type EventCalls = {
  /** Reads of a span of time, newest first, plates masked; `text`: a part of the masked plate. */
  readonly 'cameras.searchPlates': {
    readonly input: PlatePage & { readonly text: string };
    readonly output: Outcome<readonly PlateRow[], 'plates-closed'>;
  };
  /** The reads of one whole plate, newest first. */
  readonly 'cameras.findPlate': {
    readonly input: PlatePage & { readonly plate: string };
    readonly output: Outcome<readonly PlateRow[], 'plates-closed'>;
  };
  /** A read's whole plate; each look is written down. */
  readonly 'cameras.showPlate': {
    readonly input: { readonly eventId: string };
    readonly output: Outcome<{ readonly plate: string }, 'plates-closed' | 'plate-unknown'>;
  };
  readonly 'cameras.watchList': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<readonly WatchEntry[], 'plates-closed'>;
  };
  readonly 'cameras.watchPlate': {
    readonly input: { readonly plate: string; readonly reason: string; readonly until: number };
    readonly output: Outcome<null, 'plates-closed' | 'watch-over' | 'too-many-watched'>;
  };
  readonly 'cameras.unwatchPlate': {
    readonly input: { readonly entryId: string };
    readonly output: Outcome<null, 'plates-closed' | 'plate-unknown'>;
  };
};
