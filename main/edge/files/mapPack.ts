import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  Compression,
  PMTiles,
  readVarint,
  SharedPromiseCache,
  TileType,
  type Header,
  type Source,
} from 'pmtiles';
import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../../domain/kernel/outcome.ts';
import type { MapPackMetadata } from '../../../domain/map/model.ts';

export type MapPackRefusal = 'pack-missing' | 'pack-damaged';

export type MapPack = {
  readonly metadata: MapPackMetadata;
  /**
   * One vector tile, unpacked; `undefined` where the pack has nothing. Rejects when this tile's bytes are damaged: that
   * is never shown as empty land.
   */
  tile(z: number, x: number, y: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
};

/** No directory, metadata or tile of a sound pack is larger, packed or unpacked. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_CACHED_BYTES = 24 * 1024 * 1024;
const MOST_DIRECTORIES = 64;

const MetadataSchema = z.object({
  name: z.string().max(200).catch(''),
  attribution: z.string().max(500).catch(''),
  vector_layers: z
    .array(z.object({ id: z.string().max(200) }))
    .min(1)
    .max(200),
});

const inflate = promisify(gunzip);

/** Gzip carries a checksum, so damaged bytes are found here and never read. */
async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None) return packed;
  if (compression !== Compression.Gzip) throw new Error('pack compression unknown');
  return exactly(await inflate(packed, { maxOutputLength: MOST_BYTES }));
}

/** Without a checksum, or with more entries than bytes for them, a directory would be read for ever. */
async function unpackDirectory(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression !== Compression.Gzip) throw new Error('pack directory without checksum');
  const directory = await unpack(packed, compression);
  const entries = readVarint({ buf: new Uint8Array(directory), pos: 0 });
  if (entries * 4 > directory.byteLength) throw new Error('pack directory cut short');
  return directory;
}

function exactly(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Reads ranges of the file; the first read of an archive may ask for more than a small file has. */
function sourceOf(file: FileHandle, path: string, size: number): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const first = offset === 0 && length <= 16_384;
      const inside = Number.isSafeInteger(offset + length) && offset >= 0 && offset + length <= size;
      if (length > MOST_BYTES || (!inside && !first)) throw new Error('pack ends early');
      const bytes = Buffer.alloc(Math.min(length, size));
      const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, offset);
      return { data: exactly(bytes.subarray(0, bytesRead)) };
    },
  };
}

function isSound(header: Header, size: number): boolean {
  const ends = [
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ];
  return (
    header.specVersion === 3 &&
    header.tileType === TileType.Mvt &&
    (header.tileCompression === Compression.Gzip || header.tileCompression === Compression.None) &&
    header.minZoom <= header.maxZoom &&
    ends.every((end) => end <= size)
  );
}

/** Keeps the tiles used last, up to a number of bytes. */
function createTileCache() {
  const tiles = new Map<string, Uint8Array>();
  let bytes = 0;
  return {
    get(key: string): Uint8Array | undefined {
      const tile = tiles.get(key);
      if (tile && tiles.delete(key)) tiles.set(key, tile);
      return tile;
    },
    set(key: string, tile: Uint8Array): void {
      bytes += tile.byteLength - (tiles.get(key)?.byteLength ?? 0);
      tiles.set(key, tile);
      for (const [oldest, { byteLength }] of tiles) {
        if (bytes <= MOST_CACHED_BYTES) break;
        tiles.delete(oldest);
        bytes -= byteLength;
      }
    },
  };
}

async function describe(archive: PMTiles, size: number): Promise<MapPackMetadata | undefined> {
  const header = await archive.getHeader();
  if (!isSound(header, size)) return undefined;
  const metadata = MetadataSchema.safeParse(await archive.getMetadata());
  if (!metadata.success) return undefined;
  await archive.getZxy(header.minZoom, 0, 0);
  const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = header;
  const { name, attribution, vector_layers: layers } = metadata.data;
  const bounds = [minLon, minLat, maxLon, maxLat] as const;
  return { name, attribution, bounds, minZoom, maxZoom, layers: layers.map(({ id }) => id) };
}

function packFrom(archive: PMTiles, metadata: MapPackMetadata, file: FileHandle): MapPack {
  const cache = createTileCache();
  return {
    metadata,
    async tile(zoom, x, y) {
      const across = 2 ** zoom;
      if (
        zoom < metadata.minZoom ||
        zoom > metadata.maxZoom ||
        x < 0 ||
        y < 0 ||
        x >= across ||
        y >= across
      ) {
        return undefined;
      }
      const key = `${zoom}/${x}/${y}`;
      const known = cache.get(key);
      if (known) return known;
      const found = await archive.getZxy(zoom, x, y);
      if (found === undefined) return undefined;
      const tile = new Uint8Array(found.data);
      cache.set(key, tile);
      return tile;
    },
    close: () => file.close(),
  };
}

/** Opens a PMTiles v3 archive of vector tiles. Whatever the bytes are, the answer is a pack or a reason. */
export async function openMapPack(path: string): Promise<Outcome<MapPack, MapPackRefusal>> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch {
    return refuse('pack-missing');
  }
  try {
    const { size } = await file.stat();
    const directories = new SharedPromiseCache(MOST_DIRECTORIES, false, unpackDirectory);
    const archive = new PMTiles(sourceOf(file, path, size), directories, unpack);
    const metadata = await describe(archive, size);
    if (metadata) return accept(packFrom(archive, metadata, file));
  } catch {
    // Fall through: bytes that cannot be read are a damaged pack, whatever the reader called it.
  }
  await file.close();
  return refuse('pack-damaged');
}
