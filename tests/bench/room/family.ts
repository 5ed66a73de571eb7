// The processes of a running app.
import { commandLine, familyOf, now } from '../harness/processes.ts';

/** All processes of the app whose Electron main has this pid. */
export function appProcesses(pid: number): ReadonlySet<number> {
  return familyOf(pid, now());
}

function ofType(pid: number, type: string): number[] {
  return [...appProcesses(pid)].filter((one) => commandLine(one).includes(`--type=${type}`));
}

/** The core: the one utility process that runs Node. */
export function corePid(pid: number): number {
  const core = ofType(pid, 'utility').find((one) => commandLine(one).some((word) => word.includes('NodeService')));
  if (core === undefined) throw new Error('the app has no core process');
  return core;
}

/** One for every window. */
export function rendererPids(pid: number): readonly number[] {
  return ofType(pid, 'renderer');
}
