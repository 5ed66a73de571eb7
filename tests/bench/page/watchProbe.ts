import { z } from 'zod';

/**
 * What a window saw of the probes: each value with the time (epoch ms) at which it stood in the tile's text, and each
 * with the time at which a frame with it was painted.
 */
export const SeenProbesSchema = z.object({
  stood: z.array(z.tuple([z.number(), z.number()])),
  painted: z.array(z.tuple([z.number(), z.number()])),
});

/** Runs inside a page: watches the probe's tile. The times of sending are in the values. */
function watchProbe(name: string): void {
  const probe = document.querySelector(`section[aria-label="${name}"]`);
  if (probe === null) throw new Error(`no tile ${name}`);
  const stood: [value: number, at: number][] = [];
  const painted: [value: number, at: number][] = [];
  Object.assign(window, { benchProbes: () => ({ stood: stood.splice(0), painted: painted.splice(0) }) });
  const value = (): number =>
    Number(/1\d[.]?\d{3}[.]?\d{3}/.exec(probe.textContent ?? '')?.[0].replaceAll('.', ''));
  let last = value();
  let asked = false;
  const channel = new MessageChannel();
  // The message is taken after the frame in which the value stood.
  channel.port1.onmessage = ({ data }: MessageEvent<number>) => {
    painted.push([data, Date.now()]);
  };
  const inFrame = (): void => {
    asked = false;
    channel.port2.postMessage(last);
  };
  new MutationObserver(() => {
    const next = value();
    if (next === last || Number.isNaN(next)) return;
    last = next;
    stood.push([next, Date.now()]);
    if (!asked) requestAnimationFrame(inFrame);
    asked = true;
  }).observe(probe, { subtree: true, childList: true, characterData: true });
}

/** Begins to watch the tile of this name. */
export function probeWatch(name: string): string {
  return `(${watchProbe.toString()})(${JSON.stringify(name)})`;
}

/** What was seen since the last question. */
export const takeProbes = 'window.benchProbes()';
