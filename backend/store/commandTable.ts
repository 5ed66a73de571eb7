import { z } from 'zod';
import type { Db } from './driver.ts';

/** A command as it is kept: who says which one it is, when it was given (epoch ms), and what became of it, as JSON. */
export type CommandRow = { readonly key: string; readonly at: number; readonly body: string };

/** Commands of walls that are kept over a restart, the newest of each wall. */
export type CommandBook = {
  /** Oldest first. */
  readonly read: (wallId: string) => readonly CommandRow[];
  /** All of them in one transaction; what was kept under the same key before is replaced. */
  readonly keep: (wallId: string, rows: readonly CommandRow[], most: number) => void;
};

const RowSchema = z.object({ key: z.string(), at: z.number(), body: z.string() });

/** The statements of the book; knows no rule. */
export function createCommandTable(db: Db): CommandBook {
  const all = db.prepare('select key, at, body from commands where wallId = ? order by at, key');
  const put = db.prepare('insert or replace into commands(wallId, key, at, body) values (?, ?, ?, ?)');
  const forget = db.prepare(
    `delete from commands where wallId = @wallId and key in (
      select key from commands where wallId = @wallId order by at desc, key desc limit -1 offset @most)`,
  );
  const keep = db.transaction((wallId: string, rows: readonly CommandRow[], most: number) => {
    for (const { key, at, body } of rows) put.run(wallId, key, at, body);
    forget.run({ wallId, most });
  });
  return { read: (wallId) => all.all(wallId).map((row) => RowSchema.parse(row)), keep };
}
