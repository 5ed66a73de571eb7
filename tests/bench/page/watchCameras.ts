import { z } from 'zod';
import { readBarcode } from '../../support/cameras/barcode.ts';

/** What one tile has shown: when each frame was drawn by the camera and when it was painted here, epoch ms. */
export type Shown = readonly (readonly [drawnAt: number, paintedAt: number])[];

/**
 * Runs inside a page: reads the bar code of every camera tile in each frame that the page paints, and notes the pictures
 * that are new, by tile.
 */
function watchCameras(read: typeof readBarcode): void {
  const strip = document.createElement('canvas');
  const pen = strip.getContext('2d', { willReadFrequently: true });
  const shown = new Map<Element, [number, number][]>();
  Object.assign(window, { benchPictures: () => [...shown.values()].map((rows) => rows.splice(0)) });
  const sizeOf = (picture: HTMLCanvasElement | HTMLVideoElement): number =>
    picture instanceof HTMLVideoElement ? picture.videoWidth : picture.width;
  const codeOf = (picture: HTMLCanvasElement | HTMLVideoElement, now: number): number | null => {
    const width = sizeOf(picture);
    if (pen === null || width === 0) return null;
    if (strip.width !== width) [strip.width, strip.height] = [width, 16];
    pen.drawImage(picture, 0, 0, width, 16, 0, 0, width, 16);
    return read(pen.getImageData(0, 0, width, 16).data, width, now);
  };
  const look = (): void => {
    requestAnimationFrame(look);
    for (const tile of document.querySelectorAll('[data-kind="camera"]')) {
      const picture = tile.querySelector<HTMLCanvasElement | HTMLVideoElement>('canvas, video');
      const now = Date.now();
      const drawnAt = picture && codeOf(picture, now);
      const rows = shown.get(tile) ?? [];
      shown.set(tile, rows);
      const last = Number(tile.getAttribute('data-bench-last') ?? 0);
      if (drawnAt === null || drawnAt === last) continue;
      tile.setAttribute('data-bench-last', String(drawnAt));
      rows.push([drawnAt, now]);
    }
  };
  requestAnimationFrame(look);
}

/** The reader's own constants go with it: a function handed to a page takes nothing along. */
const constants = 'const bits = 40, rows = 16, span = 2 ** bits;';

export const cameraWatch = `{ ${constants} (${watchCameras.toString()})(${readBarcode.toString()}); }`;

/** The answer to `takePictures`. */
export const Pictures = z.array(z.array(z.tuple([z.number(), z.number()])));

/** What was shown since the last question, one list per tile. */
export const takePictures = 'window.benchPictures()';
