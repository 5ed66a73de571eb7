import type { BrowserWindow, NativeImage, Rectangle } from 'electron';
import type { Room } from './scheme.ts';

const EVERY_MS = 1_000;
/** A window that gives no picture in this time holds the others up no longer. */
const WITHIN_MS = 1_500;
const WIDTH_PX = 640;
const QUALITY = 72;

type Picture = { readonly jpeg: Buffer; readonly takenAt: number };

/** A display's place inside its window, CSS px. */
export type PictureSource = {
  readonly displayId: string;
  readonly window: BrowserWindow;
  readonly area: Rectangle | null;
};

function capture({ window, area }: PictureSource): Promise<NativeImage | undefined> {
  const contents = window.webContents;
  const late = new Promise<undefined>((give) => setTimeout(() => give(undefined), WITHIN_MS));
  return Promise.race([area ? contents.capturePage(area) : contents.capturePage(), late]);
}

async function takePicture(source: PictureSource): Promise<Picture | undefined> {
  if (source.window.isDestroyed() || source.window.webContents.isCrashed()) return undefined;
  const takenAt = Date.now();
  const image = await capture(source);
  if (image === undefined || image.isEmpty()) return undefined;
  return { jpeg: image.resize({ width: WIDTH_PX, quality: 'good' }).toJPEG(QUALITY), takenAt };
}

/**
 * Small pictures of the real wall windows for the console, under `ioc://app/pictures/<displayId>`, with their time in
 * `x-taken-at` (epoch ms). They are taken only while somebody asked for one in the last few seconds. A display without a
 * window has no picture, not even its last.
 */
export function createPictures(sources: () => readonly PictureSource[]) {
  const pictures = new Map<string, Picture>();
  let askedAt = 0;
  let round: ReturnType<typeof setTimeout> | undefined;

  async function takeOne(source: PictureSource): Promise<void> {
    const picture = await takePicture(source).catch(() => undefined);
    if (picture) pictures.set(source.displayId, picture);
  }

  async function takeAll(): Promise<void> {
    const startedAt = Date.now();
    await Promise.all(sources().map(takeOne));
    const wanted = Date.now() - askedAt < 5 * EVERY_MS;
    round = wanted
      ? setTimeout(() => void takeAll(), Math.max(100, EVERY_MS - (Date.now() - startedAt)))
      : undefined;
  }

  const serve: Room = async (displayId) => {
    if (!sources().some((source) => source.displayId === displayId)) {
      pictures.delete(displayId);
      return undefined;
    }
    askedAt = Date.now();
    round ??= setTimeout(() => void takeAll(), 0);
    const picture = pictures.get(displayId);
    // No picture yet is an empty answer, not a fault.
    if (picture === undefined) return new Response(null, { status: 204 });
    const headers = {
      'content-type': 'image/jpeg',
      'x-taken-at': String(picture.takenAt),
      'cache-control': 'no-store',
    };
    return new Response(new Uint8Array(picture.jpeg), { headers });
  };
  return { serve };
}
