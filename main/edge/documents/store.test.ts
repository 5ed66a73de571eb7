import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDocument } from './read.ts';
import { HEAD_BYTES, PIECE_BYTES } from './seal.ts';
import { documentsFolder, openDocumentStore } from './store.ts';

const key = Buffer.alloc(32, 7);
let profile = '';
beforeEach(() => void (profile = mkdtempSync(join(tmpdir(), 'documents-'))));
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const folder = (): string => documentsFolder(profile);

/** Keeps a document of this many bytes, brought in slices. */
async function keep(bytes: Buffer, sliceBytes = 100_000): Promise<string> {
  const writer = await openDocumentStore(profile, key).create();
  for (let at = 0; at < bytes.length; at += sliceBytes)
    await writer.write(bytes.subarray(at, at + sliceBytes));
  return writer.keep('video/webm');
}

async function read(id: string, start: number, end: number, withKey = key): Promise<Buffer> {
  const document = await openDocument(folder(), withKey, id);
  if (document === undefined) throw new Error('no document');
  const parts: Uint8Array[] = [];
  for await (const part of document.read(start, end)) parts.push(part);
  return Buffer.concat(parts);
}

describe('a document', () => {
  it('bears the sha256 of its bytes and gives any part of them back', async () => {
    const bytes = randomBytes(2 * PIECE_BYTES + 77);
    const id = await keep(bytes);

    expect(id).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await read(id, 0, bytes.length)).equals(bytes)).toBe(true);
    const around = [PIECE_BYTES - 3, 2 * PIECE_BYTES + 5] as const;
    expect((await read(id, ...around)).equals(bytes.subarray(...around))).toBe(true);
    expect(await openDocument(folder(), key, id)).toMatchObject({
      mime: 'video/webm',
      sizeBytes: bytes.length,
    });
  });

  it('lies on the disk as nobody without the key can read it', async () => {
    const id = await keep(Buffer.from('Danh sách cán bộ trực ban '.repeat(400)));

    expect(readFileSync(join(folder(), id)).includes('trực ban')).toBe(false);
    await expect(read(id, 0, 10, Buffer.alloc(32, 8))).rejects.toThrow();
  });

  it('does not open under the name of another', async () => {
    const first = await keep(Buffer.from('a'));
    const second = await keep(Buffer.from('b'));
    renameSync(join(folder(), first), join(folder(), second));

    await expect(read(second, 0, 1)).rejects.toThrow();
  });

  it.each([HEAD_BYTES + 5, HEAD_BYTES + PIECE_BYTES + 40, 60])(
    'with one bit changed at %i gives nothing false',
    async (at) => {
      const bytes = randomBytes(2 * PIECE_BYTES);
      const id = await keep(bytes);
      const file = join(folder(), id);
      const changed = readFileSync(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);

      await expect(read(id, 0, bytes.length)).rejects.toThrow();
    },
  );

  it('that was cut short is told from a whole one', async () => {
    const bytes = randomBytes(2 * PIECE_BYTES);
    const id = await keep(bytes);
    const file = join(folder(), id);
    writeFileSync(file, readFileSync(file).subarray(0, HEAD_BYTES + PIECE_BYTES + 16));

    await expect(read(id, 0, bytes.length)).rejects.toThrow();
  });

  it('given up leaves nothing, nor does one that a killed core had begun', async () => {
    const writer = await openDocumentStore(profile, key).create();
    await writer.write(Buffer.from('half'));
    await writer.drop();
    expect(readdirSync(folder())).toEqual([]);

    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(folder(), 'x.part'), 'half');
    openDocumentStore(profile, key);
    expect(existsSync(join(folder(), 'x.part'))).toBe(false);
  });
});
