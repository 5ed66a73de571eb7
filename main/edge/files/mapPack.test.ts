import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMapPack } from './mapPack.ts';

const PACKS = '/work/shared/map';
/** The demonstration packs are no part of the repository: where they are, they are read as well. */
const packs = existsSync(PACKS) ? ['vietnam', 'five-provinces'] : [];
const HEADER_BYTES = 127;
const tileText = 'a vector tile, as far as the archive is concerned';

/** A sound archive with one tile, 0/0/0: header, root directory, metadata, tile. */
function archiveBytes(entryCount = 1): Buffer {
  const tile = gzipSync(tileText);
  const directory = gzipSync(Buffer.from([entryCount, 0, 1, tile.byteLength, 1]));
  const metadata = gzipSync(JSON.stringify({ name: 'nhỏ', vector_layers: [{ id: 'prov' }] }));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0);
  header.writeUInt8(3, 7);
  const parts = [directory, metadata, Buffer.alloc(0), tile];
  let offset = HEADER_BYTES;
  for (const [index, part] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(part.byteLength), 16 + index * 16);
    offset += part.byteLength;
  }
  header.set([1, 2, 2, 1, 0, 0], 96);
  return Buffer.concat([header, ...parts]);
}

describe('a map pack', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'map-pack-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function opened(bytes: Uint8Array) {
    const path = join(folder, 'pack.pmtiles');
    await writeFile(path, bytes);
    return openMapPack(path);
  }

  it('is refused when the file is not there', async () => {
    expect(await openMapPack(join(folder, 'nowhere.pmtiles'))).toEqual({ ok: false, reason: 'pack-missing' });
  });

  it('is refused when it is a folder, empty, or something else', async () => {
    const answers = [
      await openMapPack(folder),
      await opened(Buffer.alloc(0)),
      await opened(Buffer.from('{"type":"FeatureCollection"}')),
      await opened(Buffer.alloc(100_000, 7)),
    ];

    expect(answers).toEqual(answers.map(() => ({ ok: false, reason: 'pack-damaged' })));
  });

  it('is refused at whatever byte the copy broke off', async () => {
    const whole = archiveBytes();

    for (let length = 0; length < whole.byteLength; length += 1) {
      expect(await opened(whole.subarray(0, length)), `cut at ${length}`).toEqual({
        ok: false,
        reason: 'pack-damaged',
      });
    }
  });

  it('never fails to answer, whichever byte is damaged', async () => {
    const whole = archiveBytes();

    for (let at = 0; at < whole.byteLength; at += 1) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8((damaged.readUInt8(at) ^ 0xff) & 0xff, at);
      const pack = await opened(damaged);
      if (!pack.ok) continue;
      const tile = await pack.value.tile(0, 0, 0).catch(() => 'damaged');
      await pack.value.close();
      expect(
        tile === undefined || tile === 'damaged' || Buffer.from(tile).toString() === tileText,
        `byte ${at}`,
      ).toBe(true);
    }
  });

  it('is refused when its directory claims more entries than it has', async () => {
    expect(await opened(archiveBytes(0x7f))).toEqual({ ok: false, reason: 'pack-damaged' });
  });

  it('gives its tile unpacked, and nothing where it has none', async () => {
    const pack = await opened(archiveBytes());
    if (!pack.ok) throw new Error(pack.reason);

    const tile = await pack.value.tile(0, 0, 0);

    expect(Buffer.from(tile ?? []).toString()).toBe(tileText);
    expect(await pack.value.tile(0, 1, 0)).toBeUndefined();
    expect(await pack.value.tile(9, 0, 0)).toBeUndefined();
    expect(pack.value.metadata).toMatchObject({ name: 'nhỏ', layers: ['prov'], minZoom: 0, maxZoom: 0 });
    await pack.value.close();
  });

  it.each(packs)('%s has the layers that the product draws', async (name) => {
    const pack = await openMapPack(join(PACKS, `${name}.pmtiles`));
    if (!pack.ok) throw new Error(pack.reason);

    expect(pack.value.metadata.layers).toEqual(['prov', 'prov_pt', 'ward', 'ward_pt']);
    expect((await pack.value.tile(8, 203, 112))?.byteLength).toBeGreaterThan(1_000);
    expect(await pack.value.tile(8, 0, 0)).toBeUndefined();
    await pack.value.close();
  });

  it.each(packs.filter((name) => name === 'five-provinces'))(
    '%s says which tile is damaged and goes on with the others',
    async (name) => {
      const bytes = await readFile(join(PACKS, `${name}.pmtiles`));
      bytes.fill(0x55, 60_000, bytes.byteLength);
      const pack = await opened(bytes);
      if (!pack.ok) throw new Error(pack.reason);

      expect((await pack.value.tile(0, 0, 0))?.byteLength).toBeGreaterThan(100);
      await expect(pack.value.tile(12, 3251, 1800)).rejects.toThrow();
      await pack.value.close();
    },
  );
});
