// The processes of a running app.
import { commandLine, familyOf, now } from '../harness/processes.ts';

/** What a process of the app is for. */
export function kindOf(pid: number): string {
  const words = commandLine(pid);
  if (words.some((word) => word.includes('NodeService'))) return 'core';
  return words.find((word) => word.startsWith('--type='))?.slice(7) ?? 'main';
}

/** All processes of the app whose Electron main has this pid. */
export function appProcesses(pid: number): ReadonlySet<number> {
  return familyOf(pid, now());
}

function ofKind(pid: number, kind: string): number[] {
  return [...appProcesses(pid)].filter((one) => kindOf(one) === kind);
}

/** The core: the one utility process that runs Node. */
export function corePid(pid: number): number {
  const [core] = ofKind(pid, 'core');
  if (core === undefined) throw new Error('the app has no core process');
  return core;
}

/** One for every window. */
export function rendererPids(pid: number): readonly number[] {
  return ofKind(pid, 'renderer');
}
