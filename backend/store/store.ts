import type { StreamHead } from '../../domain/contract/stream.ts';
import type { CommandBook } from './commandTable.ts';
import type { ProvinceFact, ProvinceFactItem, ReadingItem } from '../../domain/contract/wire.ts';

/** A fact on its way in: its topic, and when it was true (epoch ms). */
export type NewFact = { readonly topic: string; readonly asOf: number; readonly body: ProvinceFact };

/** A reading with the number it got in its topic. */
export type NumberedReading = ReadingItem & { readonly seq: number };

/** What the bus tells its listeners, in the order of `seq` within a topic. */
export type News =
  | {
      readonly kind: 'fact';
      readonly topic: string;
      readonly epoch: string;
      readonly items: readonly ProvinceFactItem[];
    }
  | {
      readonly kind: 'reading';
      readonly topic: string;
      readonly epoch: string;
      readonly items: readonly NumberedReading[];
    };

/** All that a topic holds now, or all of it after some number. */
export type Stand = {
  readonly head: StreamHead;
  readonly facts: readonly ProvinceFactItem[];
  readonly readings: readonly ReadingItem[];
};

/** `settled`: every fact is on disk. `full`: none of them is, because a topic's state would no longer fit one frame. */
export type Appended =
  | { readonly ok: true; readonly taken: number; readonly unchanged: number }
  | { readonly ok: false; readonly reason: 'full'; readonly index: number };

/** An order as its device numbered it. */
export type NumberedOrder = { readonly device: string; readonly number: number; readonly body: unknown };

/** An order's answer, and the facts that make it true. */
export type Settlement<Answer> = { readonly answer: Answer; readonly facts: readonly NewFact[] };

/**
 * Log and bus behind one port: SQLite now, a broker later. Facts are on disk before anyone hears of them; readings count
 * by their latest value per key. Every fact and reading takes the next number of its topic; no number is given twice, not
 * even after kill -9.
 */
export type Store = {
  readonly head: (topic: string) => StreamHead;
  /** Topics that ever held something. */
  readonly topics: () => readonly string[];
  readonly whole: (topic: string) => Stand;
  /** Everything after `seq`, or null when that is too much for one frame: the receiver starts over. */
  readonly after: (topic: string, seq: number) => Stand | null;
  /** The fact that stands for a key (incident id, indicator id), as the snapshot would tell it. */
  readonly standing: (topic: string, key: string) => ProvinceFact | undefined;
  readonly append: (facts: readonly NewFact[]) => Appended;
  /** Returns how many were taken: a topic holds a bounded number of keys. */
  readonly note: (topic: string, readings: readonly ReadingItem[]) => number;
  /**
   * Settles a numbered order once: sent again, it gets the answer of the first time and changes nothing. Another order
   * under a number that is known is a new one: a machine that lost its count must lose no order by it.
   */
  readonly settle: <Answer>(
    order: NumberedOrder & { readonly parse: (answer: unknown) => Answer },
    decide: () => Settlement<Answer>,
  ) => Answer;
  /** What became of commands to walls. */
  readonly commands: CommandBook;
  readonly listen: (listener: (news: News) => void) => () => void;
  readonly close: () => void;
};
