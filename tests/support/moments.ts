// How the product writes a moment, as the source of a pattern: its date stands beside the clock once its day is over.

const DATE = String.raw`(?: \d\d/\d\d/\d{4})?`;

/** `23:58`, and after midnight `23:58 30/11/2026`. */
export const MOMENT = String.raw`\d\d:\d\d${DATE}`;
/** The same to the second. */
export const SECOND = String.raw`\d\d:\d\d:\d\d${DATE}`;
