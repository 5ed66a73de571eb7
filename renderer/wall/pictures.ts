import { useEffect, useRef, useState, type RefObject } from 'react';

/** The shell answers when there is a newer picture; then, or when it has none, it is asked again after this. */
const AGAIN_MS = 100;
/** A display without a window, or a shell that fails, is asked less often. */
const AWAY_MS = 500;
const PATIENCE_MS = 1_500;

/** What the console has of one display's window; times in epoch ms of this machine's clock. */
export type Picture = {
  readonly takenAt: number | null;
  /** When the picture arrived in this window. */
  readonly arrivedAt: number;
  readonly followedSince: number;
};

type Taken = { readonly blob: Blob; readonly takenAt: number };

/** One question to the shell: its picture, null when it has none newer than the one shown, or that there is no window. */
async function askPicture(displayId: string, shownTakenAt: number): Promise<Taken | 'no-window' | null> {
  const response = await fetch(`/pictures/${encodeURIComponent(displayId)}?after=${shownTakenAt}`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const takenAt = Number(response.headers.get('x-taken-at') ?? Number.NaN);
  if (response.ok && takenAt > shownTakenAt) return { blob: await response.blob(), takenAt };
  await response.body?.cancel();
  return response.status === 404 ? 'no-window' : null;
}

function noPicture(): Picture {
  const now = Date.now();
  return { takenAt: null, arrivedAt: now, followedSince: now };
}

type Following = {
  readonly paint: (picture: Blob) => Promise<void>;
  readonly show: (picture: Picture) => void;
};

/** Keeps asking until the returned function is called. */
function followPicture(displayId: string, { paint, show }: Following): () => void {
  let shown = noPicture();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function askAndPaint(): Promise<Pick<Picture, 'takenAt' | 'followedSince'> | null> {
    const taken = await askPicture(displayId, shown.takenAt ?? 0);
    if (taken === null || stopped) return null;
    // Not waited for: it is known that none comes.
    if (taken === 'no-window') return { takenAt: null, followedSince: 0 };
    await paint(taken.blob);
    return { takenAt: taken.takenAt, followedSince: shown.followedSince };
  }

  async function ask(): Promise<void> {
    // No answer in time is no news, nor is half a picture: the last one ages on the screen until one comes.
    const news = await askAndPaint().catch(() => undefined);
    if (stopped) return;
    if (news) {
      shown = { ...news, arrivedAt: Date.now() };
      show(shown);
    }
    const away = news === undefined || news?.takenAt === null;
    timer = setTimeout(() => void ask(), away ? AWAY_MS : AGAIN_MS);
  }

  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** The canvas gives up the picture before; `<img>` would keep them all decoded, half a gigabyte after a minute. */
async function paintOn(canvas: HTMLCanvasElement | null, picture: Blob): Promise<void> {
  const bitmap = await createImageBitmap(picture);
  if (canvas === null) return bitmap.close();
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
}

/** The newest picture of what a display's window really shows, painted on the canvas. */
export function usePicture(displayId: string): {
  readonly picture: Picture;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
} {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, show] = useState(noPicture);
  useEffect(
    () => followPicture(displayId, { paint: (blob) => paintOn(canvas.current, blob), show }),
    [displayId],
  );
  return { picture, canvas };
}
