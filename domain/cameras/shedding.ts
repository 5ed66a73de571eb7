/**
 * How much a tile matters: the one that is looked at on purpose, as its window says; one with an alarm, as the core knows;
 * any other. The first two shed load last.
 */
export type Importance = 'focus' | 'alarm' | 'normal';

/** What a tile gives up so that this machine keeps pace; each step costs less than the one before. */
export type ShedLevel =
  /** Everything the tile's size asks for. */
  | 'full'
  /** The small picture, also in a large tile. */
  | 'sub'
  /** No more than half the pictures are painted; those that no other needs are not decoded. */
  | 'fewer'
  /** Only pictures that stand for themselves. */
  | 'keys'
  /** One picture now and then, with its age. */
  | 'still';

/** A tile that stands out among others is larger than the next one by so much: grids are uneven by a pixel or two. */
const STANDS_OUT = 1.25;

/**
 * How much each tile of a window matters. Where nobody has pointed at one (it is heard, enlarged or chosen), the tile that
 * stands out as the largest is looked at; of several alike none is, so that all of them can give something up.
 */
export function importancesIn(
  tiles: readonly { readonly importance: Importance; readonly areaPx: number }[],
): readonly Importance[] {
  const said = tiles.map(({ importance }) => importance);
  if (said.includes('focus')) return said;
  const [largest = 0, next = 0] = tiles.map(({ areaPx }) => areaPx).sort((a, b) => b - a);
  if (largest === 0 || largest < next * STANDS_OUT) return said;
  return tiles.map(({ areaPx, importance }) => (areaPx === largest ? 'focus' : importance));
}

/** The order in which a tile gives up. */
export const LADDER: readonly ShedLevel[] = ['full', 'sub', 'fewer', 'keys', 'still'];

/** At level `still` a tile shows a new picture this often, ms. */
export const STILL_EVERY_MS = 10_000;

/** Pictures that stand for themselves come about this often, ms. */
export const KEYS_EVERY_MS = 1_000;

/** At level `fewer` pictures are painted no closer than this, ms. */
export const FEWER_EVERY_MS = 75;

/** A tile as the budget sees it. */
export type Load = {
  readonly ticket: string;
  readonly importance: Importance;
  /** Pictures per second that the camera sends. */
  readonly rate: number;
  /** Size of the picture in its tile now, px. */
  readonly pixels: number;
  /** The small picture is another stream than the one that the tile's size asks for. */
  readonly hasSub: boolean;
};

/** A small picture is taken to be this large until it is seen, px. */
const SUB_PIXELS = 640 * 360;

/** What a tile costs at a level, in thousands of pixels per second: decoding and painting both grow with them. */
export function costOf({ rate, pixels, hasSub }: Load, level: ShedLevel): number {
  const small = hasSub ? Math.min(pixels, SUB_PIXELS) : pixels;
  const perSecond: Record<ShedLevel, number> = {
    full: rate * pixels,
    sub: rate * small,
    // Decoding stays, painting is halved.
    fewer: rate * small * 0.6,
    keys: Math.min(rate, 1_000 / KEYS_EVERY_MS) * small,
    still: (small * 1_000) / STILL_EVERY_MS,
  };
  return perSecond[level] / 1_000;
}

/** What all tiles would cost if none gave anything up. */
export function wanted(tiles: readonly Load[]): number {
  return tiles.reduce((sum, tile) => sum + costOf(tile, 'full'), 0);
}

/** How far a tile may go down: one with an alarm keeps all its pictures, the one that is looked at its size too. */
const lowest: Record<Importance, ShedLevel> = { focus: 'full', alarm: 'sub', normal: 'still' };

/**
 * Who gives up what, so that all together cost no more than `capacity`: step by step down the ladder, every tile that
 * may before any goes further, the latest opened first. Tiles come in the order in which they were opened.
 */
export function shedTo(capacity: number, tiles: readonly Load[]): ReadonlyMap<string, ShedLevel> {
  const levels = new Map<string, ShedLevel>(tiles.map(({ ticket }) => [ticket, 'full']));
  let total = wanted(tiles);
  for (const [step, level] of LADDER.entries()) {
    for (const tile of [...tiles].reverse()) {
      if (total <= capacity) return levels;
      const before = levels.get(tile.ticket) ?? 'full';
      if (step > LADDER.indexOf(lowest[tile.importance]) || LADDER.indexOf(before) >= step) continue;
      total -= costOf(tile, before) - costOf(tile, level);
      levels.set(tile.ticket, level);
    }
  }
  return levels;
}
