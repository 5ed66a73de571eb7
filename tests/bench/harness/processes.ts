// Who used how much of this machine, from /proc.
import { readFileSync, readdirSync } from 'node:fs';

/** Kernel clock ticks per second; fixed on Linux for user space. */
const TICKS = 100;

type Process = { readonly parent: number; readonly ticks: number };

/** What ran at one moment: processor time since the start, in ticks. */
export type Moment = {
  readonly at: number;
  readonly busy: number;
  readonly processes: ReadonlyMap<number, Process>;
};

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended while we looked
  }
}

/** `stat` of one process: its name stands in brackets and may hold anything, so the numbers begin after the last one. */
export function parseStat(text: string): Process | undefined {
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent, , , , , , , , , , user, system] = fields;
  return parent === undefined || user === undefined || system === undefined
    ? undefined
    : { parent, ticks: user + system };
}

/** Ticks that all processors spent on anything: user, nice, system, irq, softirq, and what the host took away (steal). */
export function parseBusy(text: string): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (text.split('\n')[0] ?? '')
    .split(/\s+/)
    .map(Number);
  return user + nice + system + irq + softirq + steal;
}

export function now(): Moment {
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const process = parseStat(readOrNothing(`/proc/${name}/stat`));
    if (process) processes.set(Number(name), process);
  }
  return { at: Date.now(), busy: parseBusy(readOrNothing('/proc/stat')), processes };
}

/** A process and all below it. */
export function familyOf(root: number, { processes }: Moment): Set<number> {
  const family = new Set([root]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const [pid, { parent }] of processes) if (family.has(parent)) family.add(pid);
  }
  return family;
}

function ticksBetween(from: Moment, to: Moment, pids: Iterable<number>): number {
  let ticks = 0;
  for (const pid of pids) {
    const end = to.processes.get(pid)?.ticks;
    if (end !== undefined) ticks += Math.max(0, end - (from.processes.get(pid)?.ticks ?? 0));
  }
  return ticks;
}

function percent(ticks: number, ms: number): number {
  return ((ticks / TICKS) * 1000 * 100) / Math.max(1, ms);
}

/** CPU % of these processes between two moments; 100 is one core. */
export function cpuPercent(from: Moment, to: Moment, pids: Iterable<number>): number {
  return percent(ticksBetween(from, to, pids), to.at - from.at);
}

/** CPU % of everything but these processes. */
export function otherPercent(from: Moment, to: Moment, pids: Iterable<number>): number {
  const ticks = to.busy - from.busy - ticksBetween(from, to, pids);
  return Math.max(0, percent(ticks, to.at - from.at));
}

/** The words of a process's command line; Chromium's children write theirs with spaces. */
export function commandLine(pid: number): readonly string[] {
  return readOrNothing(`/proc/${pid}/cmdline`).split(/[\0 ]+/);
}

/** Memory of a process in MB, what it shares divided among the sharers (PSS); throws where that may not be read. */
export function pssMb(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kb = /^Pss:\s+(\d+) kB/m.exec(text)?.[1];
  if (kb === undefined) throw new Error(`no PSS for process ${pid}`);
  return Number(kb) / 1024;
}
