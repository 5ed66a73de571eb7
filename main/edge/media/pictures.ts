import type { Watch } from '../../cameras/ports.ts';
import { readMotion, readSnapshot, type PictureReader } from './pictureReaders.ts';
import { looksOf } from './lookers.ts';
import { createPictureSource, type PictureNeeds } from './pictureSource.ts';
import { createPictureViewer, type PictureViewer } from './pictureViewer.ts';
import { refusalKey } from './refusals.ts';
import { createSharing, type Shared } from './sharing.ts';

/** A camera that gives single pictures is asked this often, ms. */
const SNAPSHOT_EVERY_MS = 1_000;

/** Cameras that give JPEG pictures alone, as a motion stream or one by one: the last resort for what gives nothing better. */
export function createPictures(needs: PictureNeeds & { readonly warmMs?: number | undefined }) {
  const sources = createSharing<PictureViewer, Shared<PictureViewer>>(needs);

  const watchWith =
    (way: string, read: PictureReader, everyMs: number): Watch =>
    (stream, port, onState) => {
      const viewer = createPictureViewer(port, onState);
      const open = () => createPictureSource({ stream, read, everyMs }, needs);
      return sources.join(`${way} ${refusalKey(stream)}`, { viewer, as: looksOf(stream), open }).leave;
    };

  return {
    mjpeg: watchWith('mjpeg', readMotion, 0),
    snapshot: watchWith('snapshot', readSnapshot, SNAPSHOT_EVERY_MS),
    close: sources.close,
  };
}
