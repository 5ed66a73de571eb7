import { own } from '../../domain/kernel/own.ts';
import type { Wall } from '../../domain/wall/model.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Receipts } from './receipts.ts';

/** Numbers stand on the panels this long, ms. */
export const IDENTIFY_MS = 6_000;

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly receipts: Pick<Receipts, 'carryOut'>;
};

/** Flashes the panels' numbers, and takes them away when their time is over. */
export function createIdentifying({ hub, clock, receipts }: Needs) {
  function end(wallId: string, until: number): void {
    if (own(hub.world().walls, wallId)?.identifying?.until !== until) return;
    hub.commit({ type: 'wall.identifying', wallId, identifying: null, command: null, receipts: [] });
  }

  /** Returns until when they stand, epoch ms. */
  return function identify(wall: Wall, commandId: string, by: string): number {
    const until = clock.now() + IDENTIFY_MS;
    receipts.carryOut(wall, { commandId, kind: 'identify', by }, (commanded) => [
      { type: 'wall.identifying', identifying: { until }, ...commanded },
    ]);
    clock.after(IDENTIFY_MS, () => end(wall.id, until));
    return until;
  };
}
