import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Room } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { walls: 1, pace: 0 } });

function told(room: Room): readonly string[] {
  const log = readFileSync(join(room.app.profile, 'logs', 'core.log'), 'utf8');
  return log.split('\n').filter((line) => line.includes('"event":"page.failed"'));
}

test('what no code of a page caught is in the log with its window, and without anybody’s words', async ({
  room,
}) => {
  const wall = await room.wall(1);
  expect(told(room), 'of this room nothing failed so far').toEqual([]);

  await wall.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('Nguyễn Thị Hạnh, 0912 345 678');
    });
    void Promise.reject(new RangeError('Nguyễn Thị Hạnh'));
  });

  await expect.poll(() => told(room).length).toBe(2);
  const lines = told(room).join('\n');
  expect(lines).toMatch(/"kind":"uncaught","name":"TypeError"/);
  expect(lines).toMatch(/"kind":"rejected","name":"RangeError"/);
  expect(lines).not.toMatch(/Hạnh|0912/);
});
