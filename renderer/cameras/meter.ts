import {
  FEWER_EVERY_MS,
  STILL_EVERY_MS,
  type Importance,
  type ShedLevel,
} from '../../domain/cameras/shedding.ts';

/** No closer than this are pictures painted at each level, ms; the core leaves out most of the others before they come. */
const apartMs: Record<ShedLevel, number> = {
  full: 0,
  sub: 0,
  fewer: FEWER_EVERY_MS,
  keys: 400,
  still: STILL_EVERY_MS - 500,
};

/** What was counted since the last question. */
export type Counted = { readonly shown: number; readonly spared: number };

/** Counts one tile's pictures and says which of them its level of shedding leaves out. */
export function createMeter(first: Importance) {
  let importance = first;
  let areaPx = 0;
  let level: ShedLevel = 'full';
  let lastAt = Number.NEGATIVE_INFINITY;
  let pixels = 0;
  let counted: Counted = { shown: 0, spared: 0 };
  return {
    importance: (): Importance => importance,
    focus: (wanted: Importance): void => void (importance = wanted),
    /** What the tile takes up of its window, px. */
    areaPx: (): number => areaPx,
    spread: (wanted: number): void => void (areaPx = wanted),
    level: (): ShedLevel => level,
    shed: (wanted: ShedLevel): void => void (level = wanted),
    pixels: (): number => pixels,
    /** True when this picture is not painted; `now` in ms. */
    spares(now: number): boolean {
      const spared = now - lastAt < apartMs[level];
      if (spared) counted = { ...counted, spared: counted.spared + 1 };
      return spared;
    },
    painted(now: number, size: number): void {
      lastAt = now;
      pixels = size;
      counted = { ...counted, shown: counted.shown + 1 };
    },
    take(): Counted {
      const taken = counted;
      counted = { shown: 0, spared: 0 };
      return taken;
    },
  };
}

export type Meter = ReturnType<typeof createMeter>;
