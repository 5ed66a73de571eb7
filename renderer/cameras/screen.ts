import { isTooLarge } from '../../domain/cameras/rules.ts';
import type { VideoConfig, VideoUnit } from '../../domain/cameras/packets.ts';
import type { Meter } from './meter.ts';

/** Where a camera's pictures are painted: the canvas stays for as long as the tile does, whatever plays into it. */
export type Screen = {
  readonly canvas: HTMLCanvasElement;
  /** Counts the pictures, and says which of them are left out. */
  readonly meter: Meter;
  /** Told after each painted picture, epoch ms; `takenUs`: the time that its unit bore, where its player knows it. */
  readonly onPainted: (at: number, takenUs?: number) => void;
  /** Told before the first picture of another size is painted, px. */
  readonly onSize: (widthPx: number, heightPx: number) => void;
  /** Told instead of painting a picture that is larger than any tile could show. */
  readonly onTooLarge: () => void;
};

/** Turns configs and units into pictures on a screen. */
export type PacketPlayer = {
  config(config: VideoConfig): void;
  unit(unit: VideoUnit): void;
  close(): void;
};

/** Paints pictures of any size; the canvas always has the picture's own size, CSS fits it into the tile. */
export function createPainter({
  canvas,
  meter,
  onPainted,
  onSize,
  onTooLarge,
}: Screen): (picture: CanvasImageSource, widthPx: number, heightPx: number, takenUs?: number) => void {
  // Desynchronised: the page is not laid out and recorded anew for each picture, which halves what a picture costs.
  const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  return (picture, widthPx, heightPx, takenUs) => {
    // Without a sheet to paint on nothing is seen: a tile must not claim it.
    if (isTooLarge(widthPx, heightPx)) return onTooLarge();
    if (context === null || context.isContextLost() || meter.spares(performance.now())) return;
    if (canvas.width !== widthPx || canvas.height !== heightPx) {
      canvas.width = widthPx;
      canvas.height = heightPx;
      onSize(widthPx, heightPx);
    }
    context.drawImage(picture, 0, 0, widthPx, heightPx);
    meter.painted(performance.now(), widthPx * heightPx);
    onPainted(Date.now(), takenUs);
  };
}
