import type { Evidence, EvidenceFile } from '../../domain/cameras/evidenceCalls.ts';
import { fold } from '../../domain/kernel/text.ts';
import { DAY_MS, vietnamDate } from '../../domain/kernel/time.ts';
import { watchClock } from '../kernel/clockSet.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { EvidenceKeeping } from './evidencePorts.ts';

/** What is too old goes at the start and then this often, ms. */
const PURGE_MS = 3_600_000;
/** How far this machine's clock and the time since it began go apart when that clock is set, ms; less takes nothing with it. */
const CLOCK_SET_MS = 60_000;
/** So many are left out then: a clock that was set wrong is set right within a day, and takes nothing with it. */
const LEFT_OUT = 24;
/** This program is younger: what is older was written down by a clock that was wrong, and nobody knows its age. */
const CLOCKS_FROM = Date.UTC(2026, 0, 1);
/** Bytes that are sealed between two looks at whether somebody called it off. */
const WRITTEN_AT_ONCE = 4 * 1_048_576;

export type EvidenceBounds = { readonly days: number; readonly budgetBytes: number };

/** A file with its bytes, before it is sealed. */
export type FreshFile = Pick<EvidenceFile, 'name' | 'mime'> & { readonly bytes: Uint8Array };

type Needs = {
  readonly clock: Clock;
  readonly log: Log;
  readonly keeping: EvidenceKeeping;
  readonly bounds: EvidenceBounds;
  /** Written down: so many were forgotten because they were too old. */
  readonly onPurged: (count: number) => void;
};

function wordsOf({ id, camera, cameraId, place, by, note, files, from }: Evidence): string {
  const hashes = files.flatMap(({ name, sha256 }) => [name, sha256]);
  return fold([id, camera, cameraId, place, by, note, vietnamDate(from), ...hashes].join(' '));
}

function bytesOf(all: Iterable<Evidence>): number {
  return [...all].flatMap(({ files }) => files).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** What was taken out, kept for as long as the site says; the newest never pushes an older one out. */
export function createEvidenceShelf({ clock, log, keeping, bounds, onPurged }: Needs) {
  const { book, files } = keeping;
  const kept = new Map(book.all().map((each) => [each.id, each]));
  let callOff = (): void => undefined;
  const clockSetMs = watchClock(clock, keeping.runsMs, CLOCK_SET_MS);
  let leftOut = 0;

  function newestFirst(): readonly Evidence[] {
    return [...kept.values()].sort((a, b) => b.at - a.at || b.id.localeCompare(a.id));
  }

  /** Removes what no other row names: one file may stand in two, the same picture taken twice. */
  async function removeUnnamed(wanted: readonly string[], but?: string): Promise<void> {
    const others = [...kept.values()].filter(({ id }) => id !== but);
    const used = new Set(others.flatMap((each) => each.files).map(({ sha256 }) => sha256));
    for (const sha256 of wanted) if (!used.has(sha256)) await files.remove(sha256);
  }

  /** The row goes last: what the disk refuses to remove is still listed, and tried again. */
  async function forget({ id, files: own }: Evidence): Promise<void> {
    await removeUnnamed(
      own.map(({ sha256 }) => sha256),
      id,
    );
    book.forget(id);
    kept.delete(id);
  }

  /** A file without a row, of a book that was lost or a core that was killed, stays as long as one with a row. */
  async function purge(): Promise<void> {
    callOff = clock.after(PURGE_MS, () => void purge());
    const now = clock.now();
    if (clockSetMs() !== 0) leftOut = LEFT_OUT;
    if (leftOut > 0) {
      leftOut -= 1;
      return;
    }
    const isOld = (at: number): boolean => at >= CLOCKS_FROM && at < now - bounds.days * DAY_MS;
    let gone = 0;
    try {
      for (const each of [...kept.values()].filter(({ at }) => isOld(at))) {
        await forget(each);
        gone += 1;
      }
      await removeUnnamed(files.found.filter(({ at }) => isOld(at)).map(({ sha256 }) => sha256));
    } catch (error) {
      log.error('evidence.unpurged', { reason: String(error) });
    }
    if (gone > 0) onPurged(gone);
  }
  void purge();

  /** Seals one file whole or not at all; a word of it is told after each part. */
  async function seal(
    { name, mime, bytes }: FreshFile,
    signal: AbortSignal,
    onWritten: (bytes: number) => void,
  ): Promise<EvidenceFile> {
    const writer = await files.create();
    try {
      for (let at = 0; at < bytes.length; at += WRITTEN_AT_ONCE) {
        signal.throwIfAborted();
        await writer.write(bytes.subarray(at, at + WRITTEN_AT_ONCE));
        onWritten(Math.min(WRITTEN_AT_ONCE, bytes.length - at));
      }
      signal.throwIfAborted();
    } catch (error) {
      await writer.drop();
      throw error;
    }
    return { name, mime, sizeBytes: bytes.length, sha256: await writer.keep(mime) };
  }

  return {
    bounds,
    get: (id: string): Evidence | undefined => kept.get(id),
    newestFirst,
    wordsOf,
    usedBytes: (): number => bytesOf(kept.values()),
    hasRoom: (bytes: number): boolean => bytesOf(kept.values()) + bytes <= bounds.budgetBytes,
    /** Seals the files and writes them down; what is called off in between leaves nothing. Throws when the disk refuses. */
    async keep(
      evidence: Omit<Evidence, 'files'>,
      fresh: readonly FreshFile[],
      signal: AbortSignal = new AbortController().signal,
      onDone: (share: number) => void = () => undefined,
    ): Promise<Evidence> {
      const total = fresh.reduce((sum, { bytes }) => sum + bytes.length, 0);
      const sealed: EvidenceFile[] = [];
      let written = 0;
      try {
        for (const file of fresh)
          sealed.push(await seal(file, signal, (bytes) => onDone((written += bytes) / Math.max(1, total))));
        const whole = { ...evidence, files: sealed };
        book.keep(whole);
        kept.set(whole.id, whole);
        return whole;
      } catch (error) {
        await removeUnnamed(sealed.map(({ sha256 }) => sha256));
        throw error;
      }
    },
    note(id: string, note: string): Evidence | undefined {
      const known = kept.get(id);
      if (known === undefined) return undefined;
      const noted = { ...known, note };
      book.keep(noted);
      kept.set(id, noted);
      return noted;
    },
    stop: (): void => callOff(),
  };
}
export type EvidenceShelf = ReturnType<typeof createEvidenceShelf>;
