/** Two pieces of the usual length: a player that is further behind than this has stood still meanwhile, s. */
const MOST_BEHIND_S = 12;

/**
 * Where a player goes on that fell behind a live stream, s on its own time line; null: it goes on as it does. `end`: the
 * newest moment that may be asked for, `at`: what it shows, `duration`: infinite while the stream is live.
 */
export function catchUp(player: {
  readonly end: number | null;
  readonly at: number;
  readonly duration: number;
}): number | null {
  const { end, at, duration } = player;
  if (end === null || Number.isFinite(duration)) return null;
  return end - at > MOST_BEHIND_S ? end : null;
}
