import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Notice } from '../../../domain/contract/port.ts';
import type { SiteFile } from '../../../domain/contract/siteFile.ts';
import type { Log } from '../../kernel/ports.ts';
import { openAudit } from './auditTable.ts';
import { openCache } from './cacheTable.ts';
import { openCameraBook } from './camerasTable.ts';
import { openEvidence } from './evidenceTable.ts';
import { openPlates } from './platesTable.ts';
import { openUsage } from './usageTable.ts';

/** Files of this machine alone: their content comes from nowhere else. */
const lonely = ['history', 'audit', 'usage', 'cameras', 'plates', 'evidence', 'room'] as const;
const isLonely = (kind: string): kind is (typeof lonely)[number] => lonely.some((one) => one === kind);

/** What a damaged file leaves behind: only the World comes again from the province. */
function setAsideNotice(file: string): Notice['kind'] {
  const kind = basename(file).split('.')[0] ?? '';
  return isLonely(kind) ? `${kind}-set-aside` : 'cache-set-aside';
}

type Needs = {
  readonly profileDir: string;
  /** Epoch ms. */
  readonly now: number;
  readonly retention: SiteFile['retention'];
  readonly log: Log;
  /** None while the vault is closed: what is sealed stays closed with it. */
  readonly keyFor: (purpose: 'plates' | 'evidence') => Buffer | undefined;
  /** Told at once, also of a file that is first opened in use. */
  readonly tell: (kind: Notice['kind'], detail?: string) => void;
};

/** What was set aside before and lies in the profile still: nobody has seen to it. */
function earlierAside(profileDir: string): readonly string[] {
  const files = existsSync(profileDir) ? readdirSync(profileDir) : [];
  return files.filter(
    (name) => /\.(db|json)\.damaged-[\dTZ-]+$/.test(name) && isLonely(name.split('.')[0] ?? ''),
  );
}

/** Opens all that this machine keeps in its databases; a damaged one is set aside and begun anew. */
export function openBooks({ profileDir, now, retention, log, keyFor, tell }: Needs) {
  const onSetAside = (file: string): void => {
    log.error('cache.setAside', { file });
    tell(setAsideNotice(file), file);
  };
  for (const name of earlierAside(profileDir)) tell(setAsideNotice(name), join(profileDir, name));
  const place = { profileDir, now, onSetAside };
  const { cache, people, language, elsewhere } = openCache({
    ...place,
    retention,
    onHalted: (names) => tell('plans-halted', names.join(', ')),
  });
  if (elsewhere) tell('disk-full');
  const audit = openAudit({
    ...place,
    days: retention.auditDays,
    onUnpurged: (error) => log.error('audit.unpurged', { reason: String(error) }),
  });
  const usage = openUsage(place);
  const cameras = openCameraBook(place);
  const platesKey = keyFor('plates');
  const plates = platesKey && openPlates({ ...place, key: platesKey });
  const evidenceKey = keyFor('evidence');
  const evidence = evidenceKey && openEvidence({ ...place, key: evidenceKey });

  return {
    cache,
    people,
    language,
    audit,
    usage,
    cameras,
    plates,
    evidence,
    /** But the cache, which belongs to whoever writes to it until the end. */
    close(): void {
      audit.close();
      usage.close();
      plates?.close();
      evidence?.close();
      cameras.close();
    },
  };
}
