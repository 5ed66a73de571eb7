import { useEffect, useState } from 'react';

/** Asked twice as often as the shell takes pictures, so that none is shown later than it must be. */
const POLL_MS = 500;
const PATIENCE_MS = 1_500;

/** What the console has of one display's window; times in epoch ms of this machine's clock. */
export type Picture = {
  readonly url: string | null;
  readonly takenAt: number | null;
  /** When the picture arrived in this window. */
  readonly arrivedAt: number;
  readonly followedSince: number;
};

type Taken = { readonly blob: Blob; readonly takenAt: number };

/** One question to the shell: its picture, or null when it has none newer than the one shown. */
async function askPicture(displayId: string, shownTakenAt: number): Promise<Taken | null> {
  const response = await fetch(`/pictures/${encodeURIComponent(displayId)}`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const takenAt = Number(response.headers.get('x-taken-at') ?? Number.NaN);
  if (response.ok && takenAt > shownTakenAt) return { blob: await response.blob(), takenAt };
  await response.body?.cancel();
  return null;
}

function noPicture(): Picture {
  const now = Date.now();
  return { url: null, takenAt: null, arrivedAt: now, followedSince: now };
}

/** Keeps asking until the returned function is called. */
function followPicture(displayId: string, show: (picture: Picture) => void): () => void {
  let shown = noPicture();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    if (shown.url !== null) URL.revokeObjectURL(shown.url);
  }

  async function ask(): Promise<void> {
    // No answer in time is no news: the picture ages on the screen until one comes.
    const taken = await askPicture(displayId, shown.takenAt ?? 0).catch(() => null);
    if (stopped) return;
    if (taken !== null) {
      forget();
      const { takenAt } = taken;
      shown = { ...shown, url: URL.createObjectURL(taken.blob), takenAt, arrivedAt: Date.now() };
      show(shown);
    }
    timer = setTimeout(() => void ask(), POLL_MS);
  }

  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
    forget();
  };
}

/** The newest picture of what a display's window really shows. */
export function usePicture(displayId: string): Picture {
  const [picture, show] = useState(noPicture);
  useEffect(() => followPicture(displayId, show), [displayId]);
  return picture;
}
