/** A picture of a window older than this is marked, ms. */
export const OLD_PICTURE_MS = 2_000;

/** The shell takes its first pictures only when somebody asks: until then none is no sign of trouble, ms. */
export const FIRST_PICTURE_MS = 4_000;

/** Age of a picture, ms; clocks of one machine, so a picture of the future is as old as none: 0. */
export function pictureAgeMs(takenAt: number, now: number): number {
  return Math.max(0, now - takenAt);
}

/** `overtaken`: its window has said since that it shows something else. */
export type PictureState = 'waiting' | 'fresh' | 'overtaken' | 'old' | 'missing';

/**
 * What a display's picture is worth at `now`; `takenAt` is null before the first one, `shownAt` when the window last showed
 * something new, null: nobody knows. All times epoch ms; one that is yet to come is of a clock that was set since.
 */
export function pictureState(
  picture: { readonly takenAt: number | null; readonly followedSince: number },
  shownAt: number | null,
  now: number,
): PictureState {
  if (picture.takenAt === null) return now - picture.followedSince > FIRST_PICTURE_MS ? 'missing' : 'waiting';
  if (pictureAgeMs(picture.takenAt, now) > OLD_PICTURE_MS) return 'old';
  return shownAt !== null && picture.takenAt < shownAt && shownAt <= now ? 'overtaken' : 'fresh';
}
