import type { TilePort, TilePorts } from './cameras/ports.ts';
import type { Clock } from './kernel/ports.ts';

/** The shell makes a channel within this, or the tile gets none, ms. */
const WITHIN_MS = 3_000;

/** Tile ports are the shell's to make: asked for by ticket, answered by ticket. */
export function createTilePorts(clock: Clock, ask: (windowId: string, ticket: string) => void) {
  const waiting = new Map<string, (port: TilePort) => void>();
  const ports: TilePorts = {
    open: (windowId, ticket) =>
      new Promise((opened, failed) => {
        const callOff = clock.after(WITHIN_MS, () => {
          waiting.delete(ticket);
          failed(new Error('no tile port came'));
        });
        waiting.set(ticket, (port) => {
          callOff();
          waiting.delete(ticket);
          opened(port);
        });
        ask(windowId, ticket);
      }),
  };
  return {
    ports,
    /** The port of a ticket that nobody waits for any more is closed. */
    arrived(ticket: string, port: TilePort): void {
      const take = waiting.get(ticket);
      if (take) take(port);
      else port.close();
    },
  };
}
