import type { Footage } from '../../../cameras/ports.ts';

/** A piece of a recording and where it lies: in a file, or in memory until it is written. */
export type Kept = {
  readonly cameraId: string;
  readonly run: string;
  readonly nth: number;
  from: number;
  to: number;
  /** So far this machine's clock was set since it was recorded, ms: its pictures were taken so much later than they say. */
  clockSetMs: number;
  readonly key: boolean;
  readonly name: string;
  /** On the disk; 0 while it is in memory alone. */
  bytes: number;
  footage: Footage | null;
};

export type ShelfLimits = {
  readonly keepMs: number;
  readonly bytesPerCamera: number;
  readonly bytesInAll: number;
};

/** The same, in the order of time, with runs that have no hole: what was dropped in the middle of one ends it. */
export function withoutHoles(pieces: readonly Kept[]): readonly Kept[] {
  let run = '';
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    if (before?.run !== piece.run || before.nth + 1 !== piece.nth) run = `${piece.run} ${piece.nth}`;
    return { ...piece, run };
  });
}

const bytesOf = (pieces: readonly Kept[]): number => pieces.reduce((sum, { bytes }) => sum + bytes, 0);

/** Which pieces there are of each camera, in the order of time, and which must go. */
export function createShelf(limits: ShelfLimits) {
  const shelves = new Map<string, Kept[]>();
  /** Being read for somebody: they stay until they are given back. */
  const held = new Map<Kept, number>();
  let total = 0;

  function of(cameraId: string): readonly Kept[] {
    return shelves.get(cameraId) ?? [];
  }

  function take(piece: Kept): void {
    const left = of(piece.cameraId).filter((other) => other !== piece);
    if (left.length === 0) shelves.delete(piece.cameraId);
    else shelves.set(piece.cameraId, left);
    total -= piece.bytes;
  }

  /** The oldest of a camera that may go. */
  function oldest(pieces: readonly Kept[]): Kept | undefined {
    return pieces.find((piece) => piece.bytes > 0 && !held.has(piece));
  }

  function oldestOfAll(): Kept | undefined {
    return [...shelves.values()]
      .flatMap((pieces) => oldest(pieces) ?? [])
      .reduce<Kept | undefined>((a, b) => (a !== undefined && a.from <= b.from ? a : b), undefined);
  }

  return {
    of,
    add(piece: Kept): void {
      const pieces = [...of(piece.cameraId), piece];
      shelves.set(
        piece.cameraId,
        pieces.sort((a, b) => a.from - b.from),
      );
      total += piece.bytes;
    },
    written(piece: Kept, bytes: number): void {
      total += bytes - piece.bytes;
      piece.bytes = bytes;
      piece.footage = null;
    },
    take,
    /** This machine's clock was set by so much, ms. */
    setClock(ms: number): void {
      for (const piece of [...shelves.values()].flat()) {
        piece.from += ms;
        piece.to += ms;
        piece.clockSetMs += ms;
      }
    },
    /** Takes off what is too old or too much, oldest first, and says what. */
    overdue(now: number): readonly Kept[] {
      const gone: Kept[] = [];
      const drop = (piece: Kept): void => {
        take(piece);
        gone.push(piece);
      };
      for (const cameraId of [...shelves.keys()]) {
        for (let next = oldest(of(cameraId)); next !== undefined; next = oldest(of(cameraId))) {
          if (next.to >= now - limits.keepMs && bytesOf(of(cameraId)) <= limits.bytesPerCamera) break;
          drop(next);
        }
      }
      for (let next = oldestOfAll(); next !== undefined && total > limits.bytesInAll; next = oldestOfAll())
        drop(next);
      return gone;
    },
    hold(pieces: readonly Kept[]): () => void {
      for (const piece of pieces) held.set(piece, (held.get(piece) ?? 0) + 1);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        for (const piece of pieces) {
          const left = (held.get(piece) ?? 1) - 1;
          if (left === 0) held.delete(piece);
          else held.set(piece, left);
        }
      };
    },
    cameras: (): readonly string[] => [...shelves.keys()],
    total: (): number => total,
  };
}
