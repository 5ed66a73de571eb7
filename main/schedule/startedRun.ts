import type { Planner, Run } from '../../domain/schedule/model.ts';

/** A tour that begins with its first stop. */
export function startedRun(start: {
  readonly id: string;
  readonly tourId: string;
  readonly starter: Planner;
  readonly now: number;
}): Run {
  const { id, tourId, starter, now } = start;
  const fresh = { index: 0, stage: 'due', since: now, paused: null, leftMs: 0 } as const;
  return { id, tourId, ...fresh, starter, entryId: null };
}
