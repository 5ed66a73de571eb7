/** A camera list is no larger than this, bytes; unpacked, no larger than the second. */
export const MOST_LIST_BYTES = 16 * 1024 * 1024;
export const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Rows of one list, and cameras of one room. */
export const MOST_ROWS = 20_000;
export const MOST_CAMERAS = 20_000;

export const MOST_LIST_COLUMNS = 64;

/** Characters of one cell. */
export const MOST_CELL = 2_000;

/** Devices that one search of the network finds. */
export const MOST_FOUND = 2_000;

/** Rows that travel in one call. */
export const ROWS_AT_ONCE = 250;

/** Wrong cells that are told; the rows with more of them are counted all the same. */
export const MOST_PROBLEMS = 2_000;
