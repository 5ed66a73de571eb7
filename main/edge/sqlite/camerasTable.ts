import { join } from 'node:path';
import { z } from 'zod';
import type { CheckLine } from '../../../domain/cameras/check.ts';
import type { FinishedCheck } from '../../../domain/cameras/checkCalls.ts';
import {
  CameraSchema,
  CameraSourceSchema,
  cameraStates,
  cameraTroubles,
} from '../../../domain/cameras/model.ts';
import { IdSchema } from '../../../domain/kernel/schema.ts';
import type { CameraBook, RegisteredCamera, RegistryStep } from '../../cameras/registryPorts.ts';
import { checksum, readChecked } from './checksum.ts';
import { openDatabase } from './database.ts';
import { closeWhole, transaction, type Database, type DriverName } from './driver.ts';

const RegisteredSchema = z.object({ camera: CameraSchema, source: CameraSourceSchema.exactOptional() });
const StepSchema = z.object({
  note: z.object({
    what: z.enum(['list', 'found', 'added', 'edited', 'removed']).exactOptional(),
    importId: IdSchema,
    at: z.number(),
    by: z.string(),
    file: z.string(),
    fresh: z.number(),
    changed: z.number(),
  }),
  added: z.array(IdSchema),
  before: z.array(RegisteredSchema),
});

const CheckSchema = z.object({
  checkId: IdSchema,
  startedAt: z.number(),
  by: z.string(),
  total: z.number(),
  lines: z.array(
    z.object({
      cameraId: IdSchema,
      at: z.number(),
      state: z.enum(cameraStates),
      trouble: z.enum(cameraTroubles).exactOptional(),
      serverOnly: z.literal(true).exactOptional(),
      codec: z.string().exactOptional(),
      widthPx: z.number().exactOptional(),
      heightPx: z.number().exactOptional(),
      fps: z.number().exactOptional(),
      firstPictureMs: z.number().exactOptional(),
    } satisfies Record<keyof CheckLine, z.ZodType>),
  ),
} satisfies Record<keyof FinishedCheck, z.ZodType>);

type Row = { readonly content: string; readonly sum: number };

/** A row that is damaged, or that this product cannot read, takes no other with it. */
function contentOf<Value>(row: Row | undefined, schema: z.ZodType<Value>): readonly Value[] {
  if (row === undefined) return [];
  try {
    return [schema.parse(readChecked(row.content, row.sum))];
  } catch {
    return [];
  }
}

function bookOn(db: Database): CameraBook {
  const all = db.prepare('SELECT content, sum FROM cameras ORDER BY id');
  const put = db.prepare('INSERT OR REPLACE INTO cameras (id, content, sum) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM cameras WHERE id = ?');
  const lastStep = db.prepare('SELECT content, sum FROM steps ORDER BY id DESC LIMIT 1');
  const addStep = db.prepare('INSERT INTO steps (content, sum) VALUES (?, ?)');
  const forgetLast = db.prepare('DELETE FROM steps WHERE id = (SELECT max(id) FROM steps)');
  const newest = 'SELECT id FROM steps ORDER BY id DESC LIMIT ?';
  const older = db.prepare(`SELECT content, sum FROM steps WHERE id NOT IN (${newest})`);
  const forgetOlder = db.prepare(`DELETE FROM steps WHERE id NOT IN (${newest})`);

  const lastCheck = db.prepare('SELECT content, sum FROM last_check');
  const putCheck = db.prepare('INSERT OR REPLACE INTO last_check (one, content, sum) VALUES (1, ?, ?)');

  function putAll(cameras: readonly RegisteredCamera[]): void {
    for (const each of cameras) {
      const text = JSON.stringify(each);
      put.run(each.camera.id, text, checksum(text));
    }
  }

  return {
    all: () => (all.all() as readonly Row[]).flatMap((row) => contentOf(row, RegisteredSchema)),
    lastStep: () => contentOf<RegistryStep>(lastStep.get() as Row | undefined, StepSchema)[0],
    change({ put: cameras, gone }, step) {
      const text = JSON.stringify(step);
      transaction(db, () => {
        for (const id of gone) remove.run(id);
        putAll(cameras);
        addStep.run(text, checksum(text));
      });
    },
    undo({ added, before }) {
      transaction(db, () => {
        for (const id of added) remove.run(id);
        putAll(before);
        forgetLast.run();
      });
    },
    forget(most) {
      const steps = (older.all(most) as readonly Row[]).flatMap((row) =>
        contentOf<RegistryStep>(row, StepSchema),
      );
      forgetOlder.run(most);
      return steps;
    },
    lastCheck: () => contentOf<FinishedCheck>(lastCheck.get() as Row | undefined, CheckSchema)[0],
    keepCheck(check) {
      const text = JSON.stringify(check);
      putCheck.run(text, checksum(text));
    },
  };
}

/** Opens `cameras.db`; a damaged one is set aside and the registry begins anew. */
export function openCameraBook(config: {
  readonly profileDir: string;
  readonly now: number;
  readonly driver?: DriverName;
  readonly onSetAside: (file: string) => void;
}): CameraBook & { close(): void } {
  const { profileDir, now, driver } = config;
  const file = join(profileDir, 'cameras.db');
  const opening = { file, kind: 'cameras', now, ...(driver && { driver }), read: bookOn } as const;
  const { db, content: book, setAside } = openDatabase(opening);
  if (setAside !== undefined) config.onSetAside(setAside);
  return { ...book, close: () => closeWhole(db) };
}
