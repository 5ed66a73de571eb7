// What goes wrong in a long night, one after the other. Everything is of this run's own processes.
import { setTimeout as wait } from 'node:timers/promises';
import { appProcesses, corePid, kindOf, rendererPids } from '../bench/room/family.ts';
import type { Room } from '../support/room.ts';
import type { watchDesktop } from './desktop.ts';

type Desktop = ReturnType<typeof watchDesktop>;

export type Fault = {
  readonly name: string;
  readonly strike: (room: Room, desktop: Desktop) => Promise<void>;
};

/** The display that is unplugged. */
const LOST = 3;
/** How long a part stays away. */
const AWAY_MS = 5_000;

/** What a fault is done to; without it nothing would go wrong. */
function there<Victim>(victim: Victim | undefined, name: string): Victim {
  if (victim === undefined) throw new Error(`không có ${name}`);
  return victim;
}

/** In this order, again and again. */
export const faults: readonly Fault[] = [
  {
    name: 'kill -9 một cửa sổ tường',
    async strike(room) {
      process.kill(there(rendererPids(room.app.pid())[0], 'cửa sổ nào'), 'SIGKILL');
    },
  },
  {
    name: 'kill -9 lõi',
    async strike(room) {
      process.kill(corePid(room.app.pid()), 'SIGKILL');
    },
  },
  {
    name: 'máy chủ tỉnh mất điện',
    async strike(room) {
      await room.killBackend();
      await wait(AWAY_MS);
      await room.restoreBackend();
    },
  },
  {
    name: 'rút một màn hình rồi cắm lại',
    async strike(room, desktop) {
      desktop.unplugged(LOST);
      await room.heads.unplug(LOST);
      await wait(AWAY_MS);
      await room.heads.plug(LOST);
      await wait(AWAY_MS);
      desktop.plugged(LOST);
    },
  },
  {
    name: 'camera mất điện',
    async strike(room) {
      const fleet = there(room.fleet, 'camera nào');
      await fleet.kill();
      await wait(AWAY_MS);
      await fleet.restart();
    },
  },
  {
    name: 'một cửa sổ tường bị treo',
    async strike(room) {
      const wall = there((await room.wallsNow()).get(2), 'cửa sổ tường thứ hai');
      wall.evaluate('for (;;);').catch(() => undefined);
      await wait(AWAY_MS);
      await room.lookAgain();
    },
  },
  {
    name: 'kill -9 tiến trình đồ họa',
    async strike(room) {
      const pid = [...appProcesses(room.app.pid())].find((one) => kindOf(one) === 'gpu-process');
      process.kill(there(pid, 'tiến trình đồ họa'), 'SIGKILL');
    },
  },
];
