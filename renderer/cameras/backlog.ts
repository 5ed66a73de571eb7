/** So many pictures may wait for a decoder; what comes beyond that is left out up to the next key unit. */
export type Backlog = {
  /** Until it first caught up, or had to leave something out. */
  readonly atStart: number;
  readonly later: number;
};

/** A new tile first gets all pictures since the last key unit at once; they are caught up with, not left out. */
export const LIVE_BACKLOG: Backlog = { atStart: 130, later: 25 };

/** A recording comes from its key picture on in bursts, however far before the moment that is: up to 20 s at 25 a second. */
const MOVING_BACKLOG: Backlog = { atStart: 500, later: 130 };

/** Beyond the moment at which it stands nothing comes: what would be left out would never be made up for. */
export const STANDING_BACKLOG: Backlog = { atStart: Infinity, later: Infinity };

/** What a recording that runs at this rate may have waiting. */
export function replayBacklog(rate: number): Backlog {
  return rate === 0 ? STANDING_BACKLOG : MOVING_BACKLOG;
}
