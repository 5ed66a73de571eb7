import type { CameraHealth } from './model.ts';
import { STALE_AFTER_MS, tileState } from './rules.ts';

/** What a window says of the pictures of one of its tiles; times in epoch ms of the machine's clock. */
export type Seen = {
  /** When it last said so. */
  readonly at: number;
  /** When the last picture came; null: none did yet. */
  readonly cameAt: number | null;
  /** Since when what it paints is the same to the last bit; absent: it changes. */
  readonly suspectSince?: number;
};

/** A window's next word; `came`: pictures since its last one. */
export function seenNext(
  before: Seen,
  said: { readonly came: number; readonly isStill: boolean; readonly suspectSince?: number },
  now: number,
): Seen {
  // A window that was hidden says nothing, and a tile that sheds load takes a picture only now and then.
  const owesNone = said.isStill || now - before.at >= STALE_AFTER_MS;
  const cameAt = said.came > 0 || (owesNone && before.cameAt !== null) ? now : before.cameAt;
  return { at: now, cameAt, ...(said.suspectSince !== undefined && { suspectSince: said.suspectSince }) };
}

type Stands = Omit<CameraHealth, 'cameraId'>;

/** How a stream stands for one tile, with what its window says. `said`: how it stands by what the core sees. */
export function doubted(said: Stands, { suspectSince }: Seen): Stands {
  if (suspectSince === undefined || said.state !== 'live') return said;
  return { ...said, suspectSince: Math.min(suspectSince, said.suspectSince ?? Infinity) };
}

/** The same for a stream whose pictures the core does not see: it is live as long as they come to the window. */
export function seenAlone(said: Stands, seen: Seen): Stands {
  const { at, cameAt } = seen;
  const state = tileState(said.state, { shed: 'full', lastPaintedAt: cameAt }, at);
  const since = state === 'stale' && cameAt !== null ? cameAt + STALE_AFTER_MS : said.since;
  const last = cameAt === null ? {} : { lastPictureAt: cameAt };
  return doubted({ ...said, ...(state !== said.state && { state, since }), ...last }, seen);
}
