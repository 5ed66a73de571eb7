import {
  applyChange,
  completed,
  emptyWorld,
  WORLD_VERSION,
  type Change,
  type Commit,
  type World,
} from '../../../domain/contract/world.ts';
import { DAY_MS } from '../../../domain/kernel/time.ts';
import type { WorldState } from '../../kernel/ports.ts';
import { attempt } from './attempt.ts';
import { checksum, DamagedRow, readChecked } from './checksum.ts';
import type { Database } from './driver.ts';
import { roomsParts, withoutProvinces } from './roomsParts.ts';

const HOUR_MS = 3_600_000;

export type WorldAt = { readonly world: World; readonly seq: number };

type WorldRow = {
  readonly seq: number;
  readonly version: number;
  readonly world: string;
  readonly sum: number;
};
type CommitRow = { readonly seq: number; readonly change: string; readonly sum: number };

/** Reads the World as it was after the commit that `where` finds: the newest picture before it, and the journal since. */
function readWorld(
  db: Database,
  until: { readonly seq: number } | { readonly at: number },
): WorldAt & { readonly pictured: number } {
  const [column, bound] = 'seq' in until ? (['seq', until.seq] as const) : (['at', until.at] as const);
  const row = db
    .prepare(`SELECT seq, version, world, sum FROM worlds WHERE ${column} <= ? ORDER BY seq DESC LIMIT 1`)
    .get(bound) as WorldRow | undefined;
  if (row && row.version !== WORLD_VERSION) throw new DamagedRow(`world version ${row.version}`);
  const from: WorldAt = row
    ? { world: completed(readChecked(row.world, row.sum) as World), seq: row.seq }
    : { world: emptyWorld, seq: 0 };
  const commits = db
    .prepare(`SELECT seq, change, sum FROM commits WHERE seq > ? AND ${column} <= ? ORDER BY seq`)
    .all(from.seq, bound) as readonly CommitRow[];
  return { ...commits.reduce(replay, from), pictured: from.seq };
}

function replay({ world, seq }: WorldAt, row: CommitRow): WorldAt {
  if (row.seq !== seq + 1) throw new DamagedRow('journal');
  return { world: applyChange(world, readChecked(row.change, row.sum) as Change), seq: row.seq };
}

/**
 * What only the room knows, out of a file that is damaged or that another version wrote: its newest picture that can be
 * read, and the journal after it as far as that is whole. Undefined: no picture and no journal can be read.
 */
export function salvagedWorld(db: Database): World | undefined {
  const pictures = db.prepare('SELECT seq FROM worlds ORDER BY seq DESC').all() as readonly {
    readonly seq: number;
  }[];
  for (const { seq } of pictures) {
    const world = attempt(() => {
      const row = db.prepare('SELECT world, sum FROM worlds WHERE seq = ?').get(seq) as WorldRow;
      return roomsParts(readChecked(row.world, row.sum));
    });
    if (world) return withoutProvinces(replayedAsFar(db, { world, seq }));
  }
  return withoutProvinces(replayedAsFar(db, { world: emptyWorld, seq: 0 }));
}

/** The World after every commit that can be read, one after the other; the first that cannot ends it. */
function replayedAsFar(db: Database, from: WorldAt): World {
  const next = db.prepare('SELECT seq, change, sum FROM commits WHERE seq = ?');
  let at: WorldAt | undefined = from;
  let reached = from;
  while (at) {
    reached = at;
    const last: WorldAt = at;
    at = attempt(() => {
      const row = next.get(last.seq + 1) as CommitRow | undefined;
      return row && replay(last, row);
    });
  }
  return roomsParts(reached.world);
}

/** The World as it was last committed. */
export function lastWorld(db: Database): ReturnType<typeof readWorld> {
  return readWorld(db, { seq: Number.MAX_SAFE_INTEGER });
}

/** The World as it was at a moment of the past (epoch ms), as far back as the journal is kept. */
export function worldAt(db: Database, at: number): World {
  return readWorld(db, { at }).world;
}

/** Writes the journal and pictures of the World. The caller holds the transaction. */
export function worldWriter(db: Database) {
  const insertCommit = db.prepare('INSERT INTO commits (seq, at, change, sum) VALUES (?, ?, ?, ?)');
  const insertWorld = db.prepare(
    'INSERT OR REPLACE INTO worlds (seq, at, version, world, sum) VALUES (?, ?, ?, ?, ?)',
  );
  // One picture an hour of the last day, and one a day before, are enough: the journal tells the rest, and a start looks
  // through the whole file.
  const thinOut = db.prepare(
    `DELETE FROM worlds WHERE seq < (SELECT MAX(seq) FROM worlds)
     AND seq NOT IN (SELECT MIN(seq) FROM worlds
       GROUP BY CASE WHEN at > (SELECT MAX(at) FROM worlds) - ${DAY_MS} THEN at / ${HOUR_MS} ELSE -(at / ${DAY_MS}) END)`,
  );
  return {
    append({ seq, at, change }: Commit): void {
      const text = JSON.stringify(change);
      insertCommit.run(seq, at, text, checksum(text));
    },
    picture({ world, seq, at }: WorldState): void {
      const text = JSON.stringify(world);
      insertWorld.run(seq, at, WORLD_VERSION, text, checksum(text));
      thinOut.run();
    },
  };
}

/** Drops the journal before the last picture that is older than `horizon` (epoch ms). */
export function pruneJournal(db: Database, horizon: number): void {
  const row = db.prepare('SELECT MAX(seq) AS seq FROM worlds WHERE at <= ?').get(horizon) as {
    readonly seq: number | null;
  };
  if (row.seq === null) return;
  db.prepare('DELETE FROM commits WHERE seq <= ?').run(row.seq);
  db.prepare('DELETE FROM worlds WHERE seq < ?').run(row.seq);
}
