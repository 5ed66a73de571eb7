// One step of the fan-out: a pace held for some seconds, watched in every window.
import { setTimeout as wait } from 'node:timers/promises';
import { tell } from '../harness/figure.ts';
import { cpuPercent, now } from '../harness/processes.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import type { Feed } from '../load/startFeed.ts';
import { probeSentAt } from '../load/probe.ts';
import { SeenProbesSchema, takeProbes } from '../page/watchProbe.ts';
import { appProcesses, kindOf } from '../room/family.ts';
import type { WallPage } from '../room/wallOnHeads.ts';

export const PROBES_PER_SECOND = 50;
const SETTLE_MS = 1_500;
const WINDOW_MS = 4_000;
/** A page that answers later than this has lost the race for good. */
const ANSWER_MS = 15_000;
const WORST_P99_MS = 50;
const LEAST_SEEN = 0.7;

export type Step = {
  readonly perSecond: number;
  /**
   * Of the worst window, from the feed's sending until the page has done the frame with the value (laid out, painted and
   * handed to the compositor), ms. Both apps are watched by the same script.
   */
  readonly p99Ms: number;
  /** Share of the probes that were in a frame of the worst window; one that another overtook before the frame is not. */
  readonly seen: number;
  /** CPU % of the app's whole process tree, the probes' frames included. */
  readonly cpu: number;
  readonly holds: boolean;
};

type Latencies = { readonly stood: readonly number[]; readonly painted: readonly number[] };

async function take({ page }: WallPage): Promise<Latencies> {
  const late = wait(ANSWER_MS, { stood: [], painted: [] }, { ref: false });
  const { stood, painted } = await Promise.race([page.evaluate(takeProbes, SeenProbesSchema), late]);
  const latency = ([value, at]: readonly [number, number]): number => at - probeSentAt(value, at);
  return { stood: stood.map(latency), painted: painted.map(latency) };
}

/** The worst window's percentile; a window that saw nothing is the worst of all. */
function worst(perWindow: readonly Latencies[], which: keyof Latencies, share: number): number {
  return Math.max(
    ...perWindow.map((one) => (one[which].length === 0 ? Infinity : percentile(one[which], share))),
  );
}

function least(perWindow: readonly Latencies[], which: keyof Latencies, probes: number): number {
  return Math.min(...perWindow.map((one) => one[which].length)) / probes;
}

/**
 * CPU % of the app's whole process tree at this pace, for both apps without probes: 50 a second in each of eight windows
 * are 400 more frames a second, which cost both apps the same and would hide what the readings cost. The keys come in
 * turn, so that a window has all of its own in an eighth of each round.
 */
export async function cpuAt(feed: Feed, pid: number, perSecond: number): Promise<number> {
  feed.pace(perSecond, 0);
  await wait(2 * SETTLE_MS);
  const processes = appProcesses(pid);
  const from = now();
  await wait(WINDOW_MS);
  const to = now();
  const cpu = cpuPercent(from, to, processes);
  const each = [...processes].map((one) => `${kindOf(one)} ${rounded(cpuPercent(from, to, [one]))}`);
  tell(
    `    ${perSecond}/s without probes: CPU ${rounded(cpu)} % (${each.filter((text) => !text.endsWith(' 0')).join(', ')})`,
  );
  return cpu;
}

/** Holds the pace and tells what the worst window saw of it. */
export async function holdStep(
  feed: Feed,
  pages: readonly WallPage[],
  pid: number,
  perSecond: number,
): Promise<Step> {
  feed.pace(perSecond - PROBES_PER_SECOND, PROBES_PER_SECOND);
  await wait(SETTLE_MS);
  await Promise.all(pages.map(take));
  const processes = appProcesses(pid);
  const from = now();
  const sent = await feed.counted(() => wait(WINDOW_MS));
  const cpu = cpuPercent(from, now(), processes);
  const perWindow = await Promise.all(pages.map(take));
  if (sent.sent < 0.95 * perSecond * (sent.ms / 1000)) {
    throw new Error(`the feed sent only ${Math.round((sent.sent * 1000) / sent.ms)} of ${perSecond}/s`);
  }
  const step = {
    perSecond,
    p99Ms: worst(perWindow, 'painted', 0.99),
    seen: least(perWindow, 'painted', sent.probes),
    cpu,
  };
  const holds = step.p99Ms <= WORST_P99_MS && step.seen >= LEAST_SEEN;
  const percent = (share: number): string => `${rounded(share * 100)} %`;
  tell(
    `    ${perSecond}/s: painted after p50 ${worst(perWindow, 'painted', 0.5)} p99 ${step.p99Ms} ms, ${percent(step.seen)} of probes; ` +
      `in the text after p99 ${worst(perWindow, 'stood', 0.99)} ms, ` +
      `${percent(least(perWindow, 'stood', sent.probes))}; CPU ${rounded(cpu)} %; ` +
      `feed ${rounded(sent.cpuPercent)} % pause ${rounded(sent.longestPauseMs)} ms backlog ${rounded(sent.backlogBytes / 1024)} KB` +
      `${holds ? '' : ': does not hold'}`,
  );
  return { ...step, holds };
}
