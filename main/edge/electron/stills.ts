import type { NativeImage } from 'electron';
import type { PictureSource } from './pictureSources.ts';
import type { Room } from './scheme.ts';

/** A still that a window asks for again after it died is as good as this. */
const KEPT_QUALITY = 95;

type Kept = { readonly freezeId: string; readonly takenAt: number; readonly jpeg: Buffer };

const nothing = (): Response => new Response(null, { status: 204 });

function answer(body: Buffer, takenAt: number, about: Readonly<Record<string, string>>): Response {
  const headers = { 'x-taken-at': String(takenAt), 'cache-control': 'no-store', ...about };
  return new Response(new Uint8Array(body), { headers });
}

function pixels(image: NativeImage, takenAt: number): Response {
  const { width } = image.getSize();
  const about = { 'content-type': 'application/octet-stream', 'x-width': String(width) };
  return answer(image.toBitmap(), takenAt, about);
}

/**
 * What a display shows at this moment, under `ioc://app/stills/<displayId>/<freezeId>`: all its pixels, so that a wall
 * that stands still looks exactly as it did. A smaller copy stays here for `…/kept`: a window that dies while the wall is
 * frozen comes back to the same picture. Another freeze, or `none`, drops it.
 */
export function createStills(sources: () => readonly PictureSource[]): Room {
  const kept = new Map<string, Kept>();

  async function take(source: PictureSource, freezeId: string): Promise<Response> {
    const { contents, area, displayId } = source;
    const takenAt = Date.now();
    const image = area ? await contents.capturePage(area) : await contents.capturePage();
    if (image.isEmpty()) return nothing();
    // After the answer: a compressed copy takes longer than the window should wait.
    setTimeout(() => kept.set(displayId, { freezeId, takenAt, jpeg: image.toJPEG(KEPT_QUALITY) }), 500);
    return pixels(image, takenAt);
  }

  return async (path) => {
    const [id = '', freezeId = '', again] = path.split('/');
    const displayId = decodeURIComponent(id);
    const known = kept.get(displayId);
    if (known !== undefined && known.freezeId !== freezeId) kept.delete(displayId);
    const source = sources().find((one) => one.displayId === displayId);
    if (source === undefined || source.contents.isDestroyed() || freezeId === 'none') return nothing();
    if (again === undefined) return take(source, freezeId);
    if (known?.freezeId !== freezeId) return nothing();
    return answer(known.jpeg, known.takenAt, { 'content-type': 'image/jpeg' });
  };
}
