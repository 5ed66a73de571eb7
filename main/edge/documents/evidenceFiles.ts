import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceFiles } from '../../cameras/evidencePorts.ts';
import { openDocument } from './read.ts';
import { openSealedFolder } from './store.ts';

export function evidenceFolder(profileDir: string): string {
  return join(profileDir, 'evidence');
}

/** The files that were taken out, sealed as documents are. */
export function openEvidenceFiles(profileDir: string, key: Buffer): EvidenceFiles {
  const folder = evidenceFolder(profileDir);
  const sealed = openSealedFolder(folder, key);
  return {
    ...sealed,
    found: readdirSync(folder).map((sha256) => ({ sha256, at: statSync(join(folder, sha256)).mtimeMs })),
    async read(sha256, start, end) {
      const file = await openDocument(folder, key, sha256);
      if (file === undefined) return undefined;
      const parts: Uint8Array[] = [];
      // The stream closes the file, whole or broken.
      for await (const part of file.read(start, Math.min(end, file.sizeBytes))) parts.push(part);
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}
