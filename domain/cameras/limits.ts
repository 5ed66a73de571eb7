/** Rows of one list, and cameras of one room. */
export const MOST_ROWS = 20_000;
export const MOST_CAMERAS = 20_000;

export const MOST_LIST_COLUMNS = 64;

/** Characters of one cell. */
export const MOST_CELL = 2_000;

/** Rows that travel in one call. */
export const ROWS_AT_ONCE = 250;

/** Wrong cells that are told; the rows with more of them are counted all the same. */
export const MOST_PROBLEMS = 2_000;
