import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Span } from '../../../../domain/cameras/recording.ts';
import type { Feed, Footage, Recordings, RecordedStream } from '../../../cameras/ports.ts';
import { watchClock } from '../../../kernel/clockSet.ts';
import type { Clock, Log } from '../../../kernel/ports.ts';
import { machineRunsMs } from '../../ports/systemClock.ts';
import { PIECE_END, readHead, readPiece, timesOf, writePiece } from './pieceFile.ts';
import { playFootage } from './playing.ts';
import { createShelf, withoutHoles, type Kept, type ShelfLimits } from './shelf.ts';
import { createTape, type Piece } from './tape.ts';

const TIDY_MS = 10_000;
/** How far this machine's clock and the time since it began go apart when that clock is set, ms; less is no matter here. */
const CLOCK_SET_MS = 5_000;
/** More than this waiting for the disk is not kept: a slow disk must not fill the memory of a core that drives a wall. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

export type RingNeeds = {
  readonly folder: string;
  readonly key: Buffer;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: ShelfLimits;
  /** So much of the disk is left to everything else, bytes. */
  readonly reserveBytes: number;
  /** How long this machine runs, its sleep counted, ms: it passes however the clock is set. */
  readonly runsMs?: () => number;
  /** Told when nothing can be recorded, and when it can again. */
  readonly onTrouble: (trouble: boolean) => void;
};

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function packedBytes({ units }: Footage): number {
  return units.reduce((sum, { data }) => sum + data.length, 0);
}

/**
 * The last minutes of every camera that is shown, on the disk: sealed, bounded, oldest out first. Nothing here waits in the
 * way of a live picture, and no failure of the disk leaves this file.
 */
export function openRing(needs: RingNeeds): Recordings & { readonly settled: () => Promise<void> } {
  const { folder, key, clock, log, limits, reserveBytes, onTrouble } = needs;
  const { runsMs = machineRunsMs } = needs;
  const shelf = createShelf(limits);
  const tapes = new Map<string, ReturnType<typeof createTape>>();
  let waitingBytes = 0;
  let troubled = false;
  let lookedAt = clock.now();
  const clockSetMs = watchClock(clock, runsMs, CLOCK_SET_MS);
  let writing = begin();
  let callOffTidy = clock.after(TIDY_MS, tidy);

  function turn(trouble: boolean, reason = ''): void {
    if (trouble === troubled) return;
    troubled = trouble;
    if (trouble) log.warn('recordings.stopped', { reason });
    else log.info('recordings.resumed');
    onTrouble(trouble);
  }

  /** What was recorded before the clock was set is as old as it was. */
  function lookAtClock(): void {
    const setMs = clockSetMs();
    if (setMs === 0) return;
    log.info('recordings.clockSet', { setMs });
    for (const tape of tapes.values()) tape.end();
    shelf.setClock(setMs);
  }

  function now(): number {
    const at = clock.now();
    const passedMs = at - lookedAt;
    lookedAt = at;
    if (passedMs < 0 || passedMs > CLOCK_SET_MS) lookAtClock();
    return at;
  }

  /** What an earlier core left: whole pieces are taken up, everything else is swept away. */
  async function begin(): Promise<void> {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      for (const name of await readdir(folder)) await takeUp(name);
    } catch (error) {
      turn(true, String(error));
    }
  }

  async function takeUp(name: string): Promise<void> {
    const head = name.endsWith(PIECE_END) ? await readHead(folder, key, name).catch(() => null) : null;
    if (head === null) return remove(name);
    const { sizeBytes: bytes, cameraId, run, nth, from, to } = head;
    shelf.add({ name, bytes, cameraId, run, nth, from, to, clockSetMs: 0, key: head.key, footage: null });
  }

  function remove(name: string): Promise<void> {
    return rm(join(folder, name), { force: true }).catch(() => undefined);
  }

  async function drop(pieces: readonly Kept[]): Promise<void> {
    for (const { name } of pieces) await remove(name);
  }

  function tidy(): void {
    callOffTidy = clock.after(TIDY_MS, tidy);
    lookAtClock();
    writing = writing.then(() => drop(shelf.overdue(now())));
  }

  async function write(kept: Kept, piece: Piece): Promise<void> {
    try {
      if ((await freeBytes(folder)) < reserveBytes + packedBytes(piece)) throw new Error('disk nearly full');
      shelf.written(kept, await writePiece({ folder, key, name: kept.name }, kept.cameraId, piece));
      turn(false);
    } catch (error) {
      shelf.take(kept);
      turn(true, String(error));
    }
    await drop(shelf.overdue(now()));
  }

  function keep(cameraId: string, piece: Piece): void {
    const size = packedBytes(piece);
    if (waitingBytes + size > MOST_WAITING_BYTES) return turn(true, 'disk too slow');
    const kept: Kept = {
      ...{
        cameraId,
        run: piece.run,
        nth: piece.nth,
        ...timesOf(piece),
        clockSetMs: 0,
        bytes: 0,
        footage: piece,
      },
      key: piece.units[0]?.key === true,
      name: `${randomUUID()}${PIECE_END}`,
    };
    shelf.add(kept);
    waitingBytes += size;
    writing = writing.then(() => write(kept, piece)).finally(() => (waitingBytes -= size));
  }

  function tapeOf(cameraId: string): ReturnType<typeof createTape> {
    const known = tapes.get(cameraId);
    if (known !== undefined) return known;
    const tape = createTape(now, (piece) => keep(cameraId, piece));
    tapes.set(cameraId, tape);
    return tape;
  }

  /** All that there is of a camera, what is still on the tape last. */
  function pieces(cameraId: string): readonly Kept[] {
    const open = tapes.get(cameraId)?.open() ?? null;
    const kept = shelf.of(cameraId);
    if (open === null) return withoutHoles(kept);
    const begins = open.units[0]?.key === true;
    const newest: Kept = {
      ...{ cameraId, run: open.run, nth: open.nth, ...timesOf(open) },
      key: begins,
      name: '',
      clockSetMs: 0,
      bytes: 0,
      footage: open,
    };
    return withoutHoles([...kept, newest]);
  }

  async function read({ footage, name, clockSetMs }: Kept): Promise<Footage | null> {
    try {
      const { config, units } = footage ?? (await readPiece(folder, key, name));
      return { config, units: units.map((unit) => ({ ...unit, at: unit.at + clockSetMs })) };
    } catch (error) {
      log.warn('recordings.unreadable', { reason: String(error) });
      return null;
    }
  }

  function spans(cameraId: string): readonly Span[] {
    const found: (Span & { readonly run: string })[] = [];
    for (const { from, to, run } of pieces(cameraId)) {
      const last = found.at(-1);
      if (last?.run === run) found[found.length - 1] = { from: last.from, to, run };
      else found.push({ from, to, run });
    }
    return found.map(({ from, to }) => ({ from, to }));
  }

  return {
    tape: ({ cameraId, stream }: RecordedStream): Feed => tapeOf(cameraId).feed(stream),
    spans,
    pieces: (cameraId) =>
      pieces(cameraId).map((piece) => {
        const { from, to, run, key: begins } = piece;
        return { from, to, run, key: begins, read: () => read(piece) };
      }),
    hold: (cameraId, from, to) =>
      shelf.hold(shelf.of(cameraId).filter((piece) => piece.to >= from && piece.from <= to)),
    play: (replay, port) => playFootage(replay, port, { clock, pieces: () => pieces(replay.cameraId), read }),
    async close() {
      callOffTidy();
      for (const tape of tapes.values()) tape.end();
      await writing;
    },
    settled: () => writing,
  };
}
