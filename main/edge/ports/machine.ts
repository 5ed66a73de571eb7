import { cpus } from 'node:os';

type Ticks = { readonly idle: number; readonly all: number };

function ticks(): Ticks {
  return cpus().reduce(
    (sum, { times }) => ({
      idle: sum.idle + times.idle,
      all: sum.all + times.user + times.nice + times.sys + times.idle + times.irq,
    }),
    { idle: 0, all: 0 },
  );
}

/** Tells the share (0…1) of all processors of this machine, whoever uses them, that was in use since the last question. */
export function machineBusy(read: () => Ticks = ticks): () => number {
  let last = read();
  return () => {
    const now = read();
    const all = now.all - last.all;
    const share = all > 0 ? 1 - (now.idle - last.idle) / all : 0;
    last = now;
    return Math.min(1, Math.max(0, share));
  };
}
