/** Pages that one window may have at once: more would eat the machine's memory. */
export const MOST_PAGES = 16;
