import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Stage } from '../harness/stage.ts';
import {
  FeedNewsSchema,
  type FeedNews,
  type FeedOrder,
  type FeedReport,
  type FeedSetup,
} from './feedMessages.ts';

export type Feed = {
  /** For a core: `ws://127.0.0.1:PORT/`; `/raw` gives every frame to whoever connects. */
  readonly url: string;
  readonly pid: number;
  pace(perSecond: number, probesPerSecond: number): void;
  /** Counts what is sent during `during`. */
  counted(during: () => Promise<void>): Promise<FeedReport>;
  report(): Promise<FeedReport>;
};

/** Starts the feed; it ends with the stage, or with this process however that ends. */
export async function startFeed(stage: Stage, setup: FeedSetup): Promise<Feed> {
  const child = fork(fileURLToPath(new URL('feed.ts', import.meta.url)), [JSON.stringify(setup)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  stage.later(() => child.kill('SIGKILL'));
  child.setMaxListeners(0);
  const say = (order: FeedOrder): void => void child.send(order);
  const news = <Type extends FeedNews['type']>(type: Type): Promise<Extract<FeedNews, { type: Type }>> =>
    new Promise((resolve, reject) => {
      const listen = (raw: unknown): void => {
        const heard = FeedNewsSchema.parse(raw);
        if (!isOf(heard, type)) return;
        child.off('message', listen);
        resolve(heard);
      };
      child.on('message', listen);
      child.once('exit', () => reject(new Error('the feed has ended')));
    });
  const { port } = await news('listening');
  const report = async (): Promise<FeedReport> => {
    const told = news('report');
    say({ type: 'report' });
    return (await told).report;
  };
  return {
    url: `ws://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    pace: (perSecond, probesPerSecond) => say({ type: 'pace', perSecond, probesPerSecond }),
    async counted(during) {
      say({ type: 'count' });
      await during();
      return report();
    },
    report,
  };
}

function isOf<Type extends FeedNews['type']>(
  news: FeedNews,
  type: Type,
): news is Extract<FeedNews, { type: Type }> {
  return news.type === type;
}
