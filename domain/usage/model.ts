/** What was seen: a scene, or a tile's kind and what it showed (`indicator`, `water.gia-bay`). */
export type Subject = { readonly kind: string; readonly subject: string };

/** Something that is seen now. `label`: its name then, for what the World forgets: scenes, words on the wall. */
export type Seen = Subject & { readonly label: string };

/** How long something was seen, in the days that were asked for. */
export type Use = Seen & {
  readonly shownMs: number;
  /** How often it came on. */
  readonly times: number;
  /** Epoch ms. */
  readonly lastAt: number;
};

/** The spans that can be asked for, days; today is one of them. */
export const useSpans = [1, 7, 30, 90, 400] as const;
export type UseSpan = (typeof useSpans)[number];

/** Days that are kept. */
export const USE_DAYS = 400;
/** What was not seen for so many days is called unused. */
export const UNUSED_DAYS = 30;
