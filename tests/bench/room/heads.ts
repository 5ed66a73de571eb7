// The X servers of the bench: one of each kind, kept until the bench ends.
import { startHeads, type Heads } from '../../support/heads.ts';
import { openStage } from '../harness/stage.ts';

export type HeadsWanted = { readonly walls: number; readonly widthPx: number; readonly heightPx: number };

/** As in the room. */
export const FULL = { widthPx: 1_920, heightPx: 1_080 } as const;
/**
 * A quarter of that: without a graphics card the pixels of eight full windows would be all that a measurement of many
 * windows shows.
 */
export const SMALL = { widthPx: 960, heightPx: 540 } as const;

const lasting = openStage();
const running = new Map<string, Promise<Heads>>();

/** An X server with a head for the console and `walls` wall displays. */
export function openHeads({ walls, ...size }: HeadsWanted): Promise<Heads> {
  const kind = `${walls} ${size.widthPx}`;
  const heads = running.get(kind) ?? startHeads({ count: walls + 1, ...size });
  if (!running.has(kind)) lasting.later(async () => (await heads).stop());
  running.set(kind, heads);
  return heads;
}

/** What a program needs in its environment to appear on these heads. */
export async function headsFor(wanted: HeadsWanted): Promise<Readonly<Record<string, string>>> {
  return (await openHeads(wanted)).env;
}
