// Looks at what the X server really shows: the picture of a whole desktop and of places in it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const geometry = ({ x, y, width, height }: Place): string =>
  `${Math.round(width)}x${Math.round(height)}+${Math.round(x)}+${Math.round(y)}`;

/** Cuts a place out of a picture of the desktop. */
export async function cutOut(desktop: string, place: Place, file: string): Promise<void> {
  await run('/usr/bin/convert', [desktop, '-crop', geometry(place), '+repage', file]);
}

/** How many colours a place of a picture holds; one means that nothing is drawn there. */
export async function coloursAt(picture: string, place: Place): Promise<number> {
  const { stdout } = await run('/usr/bin/identify', ['-format', '%k', `${picture}[${geometry(place)}]`]);
  return Number(stdout);
}
