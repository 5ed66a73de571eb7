// The camera gateway in a process of its own, so that it can be weighed; a second thread stands for the windows.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { isMainThread, MessageChannel, parentPort, Worker, type MessagePort } from 'node:worker_threads';
import { TAKEN_EVERY, type TileWord } from '../../../domain/cameras/packets.ts';
import { createGateway } from '../../../main/edge/media/gateway.ts';
import { systemClock } from '../../../main/edge/ports/systemClock.ts';

/** What the bench says to it, and what it answers. */
export type GatewayOrder = { readonly watch: readonly string[] } | { readonly report: true };
export type GatewayReport = {
  /** Pictures that reached each tile since the last report. */
  readonly units: readonly number[];
  /** Of the thread that the gateway runs on, since the last report, ms. */
  readonly delayP99Ms: number;
  readonly busyPercent: number;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function beGateway(): void {
  const gateway = createGateway({ clock: systemClock, log: silent });
  const windows = new Worker(new URL(import.meta.url));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let used = performance.eventLoopUtilization();
  delay.enable();

  function watch(url: string): void {
    const { port1, port2 } = new MessageChannel();
    windows.postMessage({ port: port2 }, [port2]);
    const port = {
      postMessage: (word: TileWord) => port1.postMessage(word),
      onMessage: (listener: (message: unknown) => void) => void port1.on('message', listener),
      onClose: () => undefined,
      close: () => port1.close(),
    };
    gateway.watch.rtsp({ url, onWall: true }, port, () => undefined);
  }

  windows.on('message', (units: readonly number[]) => {
    const busy = performance.eventLoopUtilization(used);
    const report: GatewayReport = {
      units,
      delayP99Ms: delay.percentile(99) / 1e6,
      busyPercent: busy.utilization * 100,
    };
    used = performance.eventLoopUtilization();
    delay.reset();
    process.send?.(report);
  });
  process.on('message', (order: GatewayOrder) => {
    if ('watch' in order) order.watch.forEach(watch);
    else windows.postMessage({ report: true });
  });
  process.on('disconnect', () => process.exit());
}

function beWindows(): void {
  const counts: number[] = [];
  parentPort?.on('message', ({ port }: { readonly port?: MessagePort }) => {
    if (port === undefined)
      return parentPort?.postMessage(counts.map((_, index) => counts.splice(index, 1, 0)[0]));
    const index = counts.push(0) - 1;
    port.on('message', (word: TileWord) => {
      if (word.type !== 'unit') return;
      counts[index] = (counts[index] ?? 0) + 1;
      if (word.number % TAKEN_EVERY === 0) port.postMessage({ type: 'taken', number: word.number });
    });
  });
}

if (isMainThread) beGateway();
else beWindows();
