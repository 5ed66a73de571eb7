// One step of the fan-out: a pace held for some seconds, watched in every window.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell } from '../harness/figure.ts';
import { cpuPercent, now } from '../harness/processes.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import type { Feed } from '../load/startFeed.ts';
import { probeSentAt } from '../load/probe.ts';
import { takeProbes } from '../page/watchProbe.ts';
import { appProcesses } from '../room/family.ts';
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
  /** Of the worst window, from sending to painted, ms. */
  readonly p99Ms: number;
  /** Share of the probes that the worst window painted. */
  readonly seen: number;
  /** CPU % of the app's whole process tree, the probes' frames included. */
  readonly cpu: number;
  readonly holds: boolean;
};

const Probes = z.array(z.tuple([z.number(), z.number()]));

async function take({ page }: WallPage): Promise<number[]> {
  const late = wait(ANSWER_MS, [], { ref: false });
  const rows = await Promise.race([page.evaluate(takeProbes, Probes), late]);
  return rows.map(([value, paintedAt]) => paintedAt - probeSentAt(value, paintedAt));
}

/** CPU % of the app's whole process tree at this pace, without probes: they would make every window paint all the time. */
export async function cpuAt(feed: Feed, pid: number, perSecond: number): Promise<number> {
  feed.pace(perSecond, 0);
  await wait(2 * SETTLE_MS);
  const processes = appProcesses(pid);
  const from = now();
  await wait(WINDOW_MS);
  const cpu = cpuPercent(from, now(), processes);
  tell(`    ${perSecond}/s without probes: CPU ${rounded(cpu)} %`);
  return cpu;
}

/** Holds the pace and tells what the worst window saw of it. */
export async function holdStep(feed: Feed, pages: readonly WallPage[], pid: number, perSecond: number): Promise<Step> {
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
  const p99Ms = Math.max(...perWindow.map((latencies) => (latencies.length === 0 ? Infinity : percentile(latencies, 0.99))));
  const p50Ms = Math.max(...perWindow.map((latencies) => percentile(latencies, 0.5)));
  const seen = Math.min(...perWindow.map((latencies) => latencies.length)) / sent.probes;
  const holds = p99Ms <= WORST_P99_MS && seen >= LEAST_SEEN;
  tell(
    `    ${perSecond}/s: p50 ${p50Ms} p99 ${p99Ms} ms, seen ${rounded(seen * 100)} %, CPU ${rounded(cpu)} %, ` +
      `feed ${rounded(sent.cpuPercent)} % pause ${rounded(sent.longestPauseMs)} ms backlog ${rounded(sent.backlogBytes / 1024)} KB` +
      `${holds ? '' : ': does not hold'}`,
  );
  return { perSecond, p99Ms, seen, cpu, holds };
}
