// Pictures of the whole desktop, small and often, taken from the X server itself.
import { spawn } from 'node:child_process';

export type GrabRequest = {
  readonly env: Readonly<Record<string, string>>;
  readonly perSecond: number;
  /** Size of the pictures, px; the desktop is scaled to it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** One byte of brightness per pixel, row by row. */
  readonly onPicture: (picture: Buffer) => void;
};

/** Grabs until the returned function is called. */
export function startGrab(request: GrabRequest): () => void {
  const { env, perSecond, widthPx, heightPx } = request;
  const caps = `video/x-raw,format=GRAY8,width=${widthPx},height=${heightPx}`;
  const pipeline = `ximagesrc use-damage=0 show-pointer=false ! video/x-raw,framerate=${perSecond}/1 ! videoscale method=nearest-neighbour ! videoconvert ! ${caps} ! fdsink fd=1`;
  const child = spawn('gst-launch-1.0', ['-q', ...pipeline.split(' ')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  // Rows of GRAY8 are padded to four bytes.
  const rowBytes = Math.ceil(widthPx / 4) * 4;
  let waiting = Buffer.alloc(0);
  child.stdout.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (const size = rowBytes * heightPx; waiting.length >= size; waiting = waiting.subarray(size)) {
      request.onPicture(Buffer.from(waiting.subarray(0, size)));
    }
  });
  return stop;
}

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Difference between the brightest and the darkest pixel in a part of a picture, 0–255. */
export function contrastIn(picture: Buffer, widthPx: number, part: Rectangle): number {
  const rowBytes = Math.ceil(widthPx / 4) * 4;
  let least = 255;
  let most = 0;
  for (let y = Math.ceil(part.y); y < Math.floor(part.y + part.height); y += 1) {
    for (let x = Math.ceil(part.x); x < Math.floor(part.x + part.width); x += 1) {
      const value = picture[y * rowBytes + x] ?? 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return most - least;
}
