import { join } from 'node:path';
import type { SiteFile } from '../../../../domain/contract/siteFile.ts';
import { MINUTE_MS } from '../../../../domain/kernel/time.ts';
import { noRecordings } from '../../../cameras/noRecordings.ts';
import type { Recordings } from '../../../cameras/ports.ts';
import type { Clock, Log } from '../../../kernel/ports.ts';
import { openRing } from './ring.ts';

const MB = 1_048_576;
/** What is left of the disk for facts, whatever the cameras bring. */
const DISK_RESERVE_BYTES = 1_024 * MB;

type Needs = {
  readonly profileDir: string;
  readonly recording: SiteFile['recording'];
  readonly key: Buffer | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly onTrouble: (stopped: boolean) => void;
};

/** The ring on the disk; nothing is recorded without a key, nor where the site wants none. */
export function openRecordings({ profileDir, recording, key, clock, log, onTrouble }: Needs): Recordings {
  if (key === undefined || recording.minutes === 0) return noRecordings;
  const limits = {
    keepMs: recording.minutes * MINUTE_MS,
    bytesPerCamera: recording.perCameraMb * MB,
    bytesInAll: recording.totalMb * MB,
  };
  const folder = join(profileDir, 'recordings');
  return openRing({ folder, key, clock, log, limits, reserveBytes: DISK_RESERVE_BYTES, onTrouble });
}
