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

/** Paints each picture of a video onto the screen until `isOver`; `takenUs`: the time that the picture at this second bore. */
export function paintFrom(
  screen: Screen,
  playing: () => HTMLVideoElement | null,
  isOver: () => boolean,
  takenUs: (seconds: number) => number | undefined = () => undefined,
): void {
  const paint = createPainter(screen);
  function paintNext(): void {
    const video = playing();
    video?.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (isOver()) return;
      paint(video, video.videoWidth, video.videoHeight, takenUs(mediaTime));
      paintNext();
    });
  }
  paintNext();
}

/** Pictures that a video has come to, shown or dropped. */
export function cameTo(video: HTMLVideoElement | null): number {
  return video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
}
