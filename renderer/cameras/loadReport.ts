import type { TileShown } from '../../domain/cameras/calls.ts';
import { importancesIn, type ShedLevel } from '../../domain/cameras/shedding.ts';
import { watchLateness } from './lateness.ts';
import type { Meter } from './meter.ts';

const REPORT_EVERY_MS = 1_000;

/** One open tile of this window, as it is told to the core. */
type OpenTile = {
  readonly ticket: string;
  readonly meter: Meter;
  /** Pictures that came up to now, where the core does not count them. */
  readonly came?: () => number;
  /** Since when what is painted is the same, epoch ms; null: it changes. */
  readonly suspects: () => number | null;
  /** False for what is painted all the same, so that it is there when it is wanted. */
  readonly isSeen: () => boolean;
  readonly onLevel: (level: ShedLevel) => void;
};

const tiles = new Map<string, { readonly tile: OpenTile; came: number }>();
let timer: ReturnType<typeof setInterval> | undefined;
let lateness: ReturnType<typeof watchLateness> | undefined;

async function report(): Promise<void> {
  // A hidden window paints nothing, and owes nothing.
  if (document.hidden) return;
  const entries = [...tiles.values()];
  const importances = importancesIn(
    entries.map(({ tile: { meter } }) => ({ importance: meter.importance(), areaPx: meter.areaPx() })),
  );
  const shown = entries.map((entry, index): TileShown => {
    const { ticket, meter, came, isSeen } = entry.tile;
    const suspectSince = entry.tile.suspects();
    const counted = meter.take();
    const before = entry.came;
    entry.came = came?.() ?? 0;
    const due = came === undefined ? {} : { due: Math.max(0, entry.came - before) };
    const { shown: painted, spared } = counted;
    const importance = importances[index] ?? 'normal';
    const doubt = suspectSince === null ? {} : { suspectSince };
    const unseen = isSeen() ? {} : { unseen: true as const };
    return {
      ticket,
      importance,
      shown: painted,
      spared,
      pixels: meter.pixels(),
      ...due,
      ...unseen,
      ...doubt,
    };
  });
  const answer = await window.ioc.call('cameras.report', { late: lateness?.take() ?? 0, tiles: shown });
  if (!answer.ok) return;
  for (const [ticket, level] of Object.entries(answer.value)) tiles.get(ticket)?.tile.onLevel(level);
}

/** Tells the core once a second what becomes of this tile's pictures, and the tile what it is to give up. */
export function reportTile(tile: OpenTile): () => void {
  tiles.set(tile.ticket, { tile, came: tile.came?.() ?? 0 });
  lateness ??= watchLateness();
  timer ??= setInterval(() => void report(), REPORT_EVERY_MS);
  return () => {
    tiles.delete(tile.ticket);
    if (tiles.size > 0) return;
    clearInterval(timer);
    lateness?.stop();
    timer = lateness = undefined;
  };
}
