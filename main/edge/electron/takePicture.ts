import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PictureSource } from './pictureSources.ts';

const QUALITY = 72;

/** A collection of what was made last; about a millisecond. */
function youngCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return typeof collect === 'function' ? () => void collect({ type: 'minor' }) : () => undefined;
}

/**
 * Takes a window's picture, small. The whole window's pixels (8 MB at 1080p) belong to a script object of a few bytes, and
 * Electron has no way to give them back: left to itself the collector lets a hundred megabytes of them stand.
 */
export function createTakePicture(): (source: PictureSource) => Promise<Buffer | undefined> {
  const collect = youngCollector();
  const small = async ({ contents, area, widthPx }: PictureSource): Promise<Buffer | undefined> => {
    const image = await (area ? contents.capturePage(area) : contents.capturePage());
    return image.isEmpty() ? undefined : image.resize({ width: widthPx, quality: 'good' }).toJPEG(QUALITY);
  };
  return async (source) => {
    if (source.contents.isDestroyed() || source.contents.isCrashed()) return undefined;
    const jpeg = await small(source);
    collect();
    return jpeg;
  };
}
