import { app } from 'electron';
import type { Windows } from './windows.ts';

type Budget = { readonly mostMb: number; readonly lookEveryS: number };

/** Looks at the wall windows' memory and tells the one that is farthest over its budget. */
export function watchMemory(
  windows: Pick<Windows, 'all'>,
  { mostMb, lookEveryS }: Budget,
  onHeavy: (windowId: string, memoryMb: number) => void,
): void {
  setInterval(() => {
    const metrics = app.getAppMetrics();
    const sizes = windows.all().flatMap(({ page, identity }) => {
      if (!page.running || identity.kind !== 'wall' || page.contents.isDestroyed()) return [];
      const pid = page.contents.getOSProcessId();
      const kb = metrics.find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0;
      return [{ windowId: identity.windowId, mb: Math.round(kb / 1_024) }];
    });
    const [heaviest] = sizes.sort((a, b) => b.mb - a.mb);
    if (heaviest && heaviest.mb > mostMb) onHeavy(heaviest.windowId, heaviest.mb);
  }, lookEveryS * 1_000);
}
