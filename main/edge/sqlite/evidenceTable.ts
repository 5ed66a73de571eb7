import { join } from 'node:path';
import type { Evidence } from '../../../domain/cameras/evidenceCalls.ts';
import type { EvidenceBook } from '../../cameras/evidencePorts.ts';
import { openDatabase } from './database.ts';
import { closeWhole, type Database, type DriverName } from './driver.ts';
import { createSeal } from './sealed.ts';

type Sealed = { readonly id: string; readonly sealed: string };

function bookOn(db: Database, key: Buffer): EvidenceBook {
  const { seal, open } = createSeal(key);
  const all = db.prepare('SELECT id, sealed FROM evidence');
  const put = db.prepare('INSERT OR REPLACE INTO evidence (id, sealed) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM evidence WHERE id = ?');
  return {
    all: () =>
      (all.all() as readonly Sealed[]).flatMap(({ id, sealed }) => {
        const text = open(id, sealed);
        return text === undefined ? [] : [JSON.parse(text) as Evidence];
      }),
    keep: (evidence) => void put.run(evidence.id, seal(evidence.id, JSON.stringify(evidence))),
    forget: (evidenceId) => void drop.run(evidenceId),
  };
}

/** Opens `evidence.db`; a damaged one is set aside and the book begins anew. */
export function openEvidence(config: {
  readonly profileDir: string;
  readonly now: number;
  readonly key: Buffer;
  readonly driver?: DriverName;
  readonly onSetAside: (file: string) => void;
}): EvidenceBook & { close(): void } {
  const { profileDir, now, driver, key } = config;
  const file = join(profileDir, 'evidence.db');
  const read = (opened: Database) => bookOn(opened, key);
  const opening = { file, kind: 'evidence', now, ...(driver && { driver }), read } as const;
  const { db, content: book, setAside } = openDatabase(opening);
  if (setAside !== undefined) config.onSetAside(setAside);
  return { ...book, close: () => closeWhole(db) };
}
