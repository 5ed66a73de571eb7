/** A picture of a window older than this is marked, ms. */
export const OLD_PICTURE_MS = 2_000;

/** The shell takes its first pictures only when somebody asks: until then none is no sign of trouble, ms. */
export const FIRST_PICTURE_MS = 4_000;

/** Age of a picture, ms; clocks of one machine, so a picture of the future is as old as none: 0. */
export function pictureAgeMs(takenAt: number, now: number): number {
  return Math.max(0, now - takenAt);
}

export type PictureState = 'waiting' | 'fresh' | 'old' | 'missing';

/** What a display's picture is worth at `now`; `takenAt` is null before the first one, all times epoch ms. */
export function pictureState(
  picture: { readonly takenAt: number | null; readonly followedSince: number },
  now: number,
): PictureState {
  if (picture.takenAt === null) return now - picture.followedSince > FIRST_PICTURE_MS ? 'missing' : 'waiting';
  return pictureAgeMs(picture.takenAt, now) > OLD_PICTURE_MS ? 'old' : 'fresh';
}
