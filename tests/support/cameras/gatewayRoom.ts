// A camera gateway in plain Node with tiles on it, and what it logged.
import type { LineKind, StreamAddress } from '../../../main/cameras/ports.ts';
import { createGateway } from '../../../main/edge/media/gateway.ts';
import { systemClock } from '../../../main/edge/ports/systemClock.ts';
import type { Log, LogFields } from '../../../main/kernel/ports.ts';
import { openTile, type TestTile } from './tile.ts';

export type Logged = { readonly event: string; readonly fields: LogFields };

export type GatewayRoom = {
  /** Shows a stream on a tile of its own; RTSP unless told. */
  show(stream: StreamAddress | string, kind?: LineKind): TestTile;
  /** Takes a tile off the wall again. */
  hide(tile: TestTile): void;
  readonly logged: readonly Logged[];
  close(): void;
};

export function openGatewayRoom(
  options: { readonly warmMs?: number; readonly mostConnected?: number } = {},
): GatewayRoom {
  const logged: Logged[] = [];
  const write = (event: string, fields: LogFields = {}): void => void logged.push({ event, fields });
  const log: Log = { info: write, warn: write, error: write };
  const gateway = createGateway({ clock: systemClock, log, ...options });
  const stops = new Map<TestTile, () => void>();
  return {
    show(stream, kind = 'rtsp') {
      const tile = openTile();
      const address = { onWall: true, ...(typeof stream === 'string' ? { url: stream } : stream) };
      stops.set(
        tile,
        gateway.watch[kind](address, tile.port, () => undefined),
      );
      return tile;
    },
    hide: (tile) => stops.get(tile)?.(),
    logged,
    close() {
      gateway.close();
      for (const tile of stops.keys()) tile.close();
    },
  };
}

/** Waits until the condition holds; fails, saying what was waited for, when it does not within `ms`. */
export async function until(what: string, condition: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
