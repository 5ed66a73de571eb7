import { readFileSync } from 'node:fs';
import { app } from 'electron';
import { threadOf, type ThreadUsage, type Usage } from './hanging.ts';

/** Only Linux tells; the leading thread of a process is the one that runs its script. */
function threadNow(pid: number): ThreadUsage | undefined {
  try {
    const told = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
    return threadOf(told('schedstat'), told('status'));
  } catch {
    return undefined;
  }
}

/** What a process and the GPU process have used of the machine so far. */
export function usageOf(pid: number): Usage {
  const metrics = app.getAppMetrics();
  const seconds = (found: Electron.ProcessMetric | undefined): number => found?.cpu.cumulativeCPUUsage ?? 0;
  const thread = threadNow(pid);
  return {
    ...(thread && { thread }),
    at: Date.now(),
    pageS: seconds(metrics.find((metric) => metric.pid === pid)),
    gpuS: seconds(metrics.find(({ type }) => type === 'GPU')),
  };
}
