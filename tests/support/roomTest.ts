// Playwright's `test` with a room: brought up once for the tests of a file, and gone without a trace after them.
import { existsSync } from 'node:fs';
import { test as base, type Page } from '@playwright/test';
import { descendants, isAlive } from '../../config/children.ts';
import { expect, PATIENCE_MS } from './patience.ts';
import { openRoom, type Room, type RoomRequest } from './room.ts';

type Own = {
  readonly desk: Page;
  /** The wall windows in the order of their displays. */
  readonly walls: readonly Page[];
  /** One of them by its order, from 1. */
  readonly wall: Wall;
};
export type Wall = (order: number) => Page;
type Shared = { readonly roomRequest: RoomRequest; readonly room: Room };

export { expect, PATIENCE_MS };

const ROOM_WITHIN_MS = 90_000;

/** Ends the room and tells what it left behind: nothing, or the room is at fault. */
async function endWithoutTrace(room: Room): Promise<void> {
  const { profile } = room.app;
  const started = descendants(process.pid);
  await room.stop();
  await expect.poll(() => started.filter(isAlive), 'what the room started has ended').toEqual([]);
  expect(existsSync(profile), 'the profile is gone').toBe(false);
}

export const test = base.extend<Own, Shared>({
  roomRequest: [{}, { option: true, scope: 'worker' }],
  room: [
    async ({ roomRequest }, use) => {
      const room = await openRoom(roomRequest);
      await use(room);
      await endWithoutTrace(room);
    },
    { scope: 'worker', timeout: ROOM_WITHIN_MS },
  ],
  desk: async ({ room }, use) => use(await room.console()),
  walls: async ({ room }, use) => use(await room.walls()),
  wall: async ({ walls }, use) =>
    use((order) => {
      const page = walls[order - 1];
      if (page === undefined) throw new Error(`no wall display ${order}`);
      return page;
    }),
});
