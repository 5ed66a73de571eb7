import { own } from '../../domain/kernel/own.ts';
import type { Command, Receipt, Wall } from '../../domain/wall/model.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';

/** Numbers stand on the panels this long, ms. */
export const IDENTIFY_MS = 6_000;

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly receiptsFor: (wall: Wall) => readonly Receipt[];
  readonly awaitReceipts: (wallId: string) => void;
};

/** Flashes the panels' numbers, and takes them away when their time is over. */
export function createIdentifying({ hub, clock, receiptsFor, awaitReceipts }: Needs) {
  function end(wallId: string, until: number): void {
    if (own(hub.world().walls, wallId)?.identifying?.until !== until) return;
    hub.commit({ type: 'wall.identifying', wallId, identifying: null, command: null, receipts: [] });
  }

  /** Returns until when they stand, epoch ms. */
  return function identify(wall: Wall, id: string, by: string): number {
    const at = clock.now();
    const until = at + IDENTIFY_MS;
    const command: Command = { id, kind: 'identify', by, at };
    const receipts = receiptsFor(wall);
    hub.commit({ type: 'wall.identifying', wallId: wall.id, identifying: { until }, command, receipts });
    awaitReceipts(wall.id);
    clock.after(IDENTIFY_MS, () => end(wall.id, until));
    return until;
  };
}
