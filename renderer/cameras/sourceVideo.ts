import { createPainter, type Screen } from './screen.ts';

/** A silent video element beside the tile's canvas; what it plays is painted onto the canvas. */
export function createSourceVideo(screen: Screen): HTMLVideoElement {
  const video = document.createElement('video');
  video.className = 'camera-source';
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  video.ariaHidden = 'true';
  screen.canvas.before(video);
  return video;
}

/** Paints each picture of a video onto the screen until `isOver`. */
export function paintFrom(
  screen: Screen,
  playing: () => HTMLVideoElement | null,
  isOver: () => boolean,
): void {
  const paint = createPainter(screen);
  function paintNext(): void {
    const video = playing();
    video?.requestVideoFrameCallback(() => {
      if (isOver()) return;
      paint(video, video.videoWidth, video.videoHeight);
      paintNext();
    });
  }
  paintNext();
}

/** Pictures that a video has come to, shown or dropped. */
export function cameTo(video: HTMLVideoElement | null): number {
  return video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
}
