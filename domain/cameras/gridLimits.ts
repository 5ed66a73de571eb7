/** Cells of one tile. */
export const MOST_CELLS = 64;
/** Cameras that one list names. */
export const MOST_LISTED = 500;
/** A page or a camera of a tour stays at least so long, s: less, and nobody sees what is on it. */
export const LEAST_DWELL_S = 3;
export const MOST_DWELL_S = 3_600;
/** Digital zoom enlarges no more than this: beyond it there are only squares. */
export const MOST_ZOOM = 8;
