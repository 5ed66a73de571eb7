import type { CameraEvent } from '../../domain/cameras/events.ts';
import type { PlateRow, WatchEntry } from '../../domain/cameras/eventCalls.ts';

export type PlateRead = { readonly event: CameraEvent; readonly plate: string };

export type PlateQuery = {
  /** When the room knew of the reads, by its own clock, epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly before?: number | undefined;
  /** A part of the masked plate, or one whole plate in its one spelling. */
  readonly masked?: string;
  readonly key?: string;
};

/** Where whole plates lie, sealed; nothing else of the room holds any. Every method throws when the disk refuses. */
export type PlateBook = {
  /** A read that is there already is left as it is. */
  keep(reads: readonly PlateRead[]): void;
  search(query: PlateQuery, limit: number): readonly PlateRow[];
  /** Undefined where it is not kept, or sealed with another machine's key. */
  readOf(eventId: string): PlateRead | undefined;
  watched(): readonly WatchEntry[];
  watch(entry: WatchEntry): void;
  unwatch(entryId: string): void;
  /** Forgets reads that the room knew before; says how many. */
  purge(before: number): number;
};
