import { create } from 'zustand';
import type { Display } from '../../../domain/wall/model.ts';

/** A display's picture that stands still: for which freeze, and when it was taken (epoch ms). */
export type Still = { readonly freezeId: string; readonly takenAt: number };

/** The stills that this window shows, by display. */
export const useStills = create<Readonly<Record<string, Still>>>()(() => ({}));

/** A picture from the shell, ready to be painted (once). */
export type StillPicture = { readonly takenAt: number; readonly bitmap: ImageBitmap };

const PATIENCE_MS = 5_000;

function address(displayId: string, freezeId: string, kept: boolean): string {
  return `/stills/${encodeURIComponent(displayId)}/${encodeURIComponent(freezeId)}${kept ? '/kept' : ''}`;
}

/** The shell's pixels are blue, green, red, opaque; a canvas wants red first. */
function redFirst(bytes: ArrayBuffer): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(bytes);
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index] ?? 0;
    pixels[index] = 0xff000000 | (pixel & 0x0000ff00) | ((pixel & 0xff) << 16) | ((pixel >>> 16) & 0xff);
  }
  return new Uint8ClampedArray(bytes);
}

async function pictureOf(response: Response, takenAt: number): Promise<StillPicture> {
  const isCopy = response.headers.get('content-type') === 'image/jpeg';
  const width = Number(response.headers.get('x-width'));
  const source = isCopy
    ? await response.blob()
    : new ImageData(redFirst(await response.arrayBuffer()), width);
  return { takenAt, bitmap: await createImageBitmap(source) };
}

/** Paints a picture of the screen as the panel sees it: a panel that hangs turned has a turned screen. Paints once. */
export function paintStill(canvas: HTMLCanvasElement, { bitmap }: StillPicture, turn: Display['turn']): void {
  const lying = turn === undefined || turn === 180;
  canvas.width = lying ? bitmap.width : bitmap.height;
  canvas.height = lying ? bitmap.height : bitmap.width;
  const context = canvas.getContext('2d', { alpha: false });
  context?.translate(canvas.width / 2, canvas.height / 2);
  context?.rotate(((turn ?? 0) * -Math.PI) / 180);
  context?.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
  bitmap.close();
}

/** What the display shows now, or with `kept` what the shell took for this freeze before this page began; null: neither. */
export async function askStill(
  displayId: string,
  freezeId: string,
  how: 'now' | 'kept',
): Promise<StillPicture | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(address(displayId, freezeId, how === 'kept'), { cache: 'no-store', signal });
  const takenAt = Number(response.headers.get('x-taken-at') ?? Number.NaN);
  if (response.status === 200 && takenAt > 0) return pictureOf(response, takenAt);
  await response.body?.cancel();
  return null;
}

/** The shell need not keep this display's still any longer. */
export function dropStill(displayId: string): void {
  void fetch(address(displayId, 'none', false), { cache: 'no-store' }).catch(() => undefined);
}
