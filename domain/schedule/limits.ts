/** No scene of a tour is on for less, ms: a wall that changes faster is read by nobody. */
export const LEAST_DWELL_MS = 3_000;
export const MOST_DWELL_MS = 24 * 3_600_000;
/** As many as a wall has scenes. */
export const MOST_STOPS = 200;
export const MOST_TOURS = 50;
export const MOST_ENTRIES = 100;
/** Days of one range of dates. */
export const MOST_DAYS = 366;
/** An armed take whose moment was missed by more than this is not made up for, ms. */
export const ARM_GRACE_MS = 60_000;
/** A question whether to take all the same that nobody answers stands so long after the take's moment, ms. */
export const ARM_ASKS_MS = 5 * 60_000;
/** No take is armed for longer, ms. */
export const LONGEST_ARM_MS = 24 * 3_600_000;
/** Time without commands before the default scene, ms. */
export const LEAST_IDLE_MS = 60_000;
export const MOST_IDLE_MS = 24 * 3_600_000;
/** A clock set back by no more than this makes nothing happen twice; farther back, it was wrong before, ms. */
export const CLOCK_BACK_MS = 3 * 3_600_000;
