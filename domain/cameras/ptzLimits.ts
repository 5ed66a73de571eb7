/** Bounds of what people say to a camera that turns. */
export const MOST_STOPS = 32;
export const MOST_PATROLS = 500;
/** A stop is long enough to see something, and ends within the hour, ms. */
export const DWELL_MS = { least: 5_000, most: 3_600_000 } as const;
export const PRESET_NAME = 60;
export const PATROL_NAME = 80;
