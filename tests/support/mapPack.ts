// The smallest map pack: a PMTiles archive with one vector tile of the whole world, made here byte by byte.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { PACK_LAYERS } from '../../domain/map/model.ts';

const EXTENT = 4_096;
const HEADER_BYTES = 127;

type Point = readonly [longitude: number, latitude: number];
export type PackProvince = {
  readonly code: string;
  readonly name: string;
  /** Its name stands there. */
  readonly point: Point;
  /** West, south, east, north, degrees. */
  readonly box: readonly [number, number, number, number];
};

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, content: readonly number[]): number[] => [
  ...varint((field << 3) | 2),
  ...varint(content.length),
  ...content,
];
const text = (field: number, value: string): number[] => bytes(field, [...Buffer.from(value, 'utf8')]);

/** Web Mercator, in units of the one tile. */
function onTile([longitude, latitude]: Point): readonly [number, number] {
  const angle = (latitude * Math.PI) / 180;
  const north = Math.log(Math.tan(Math.PI / 4 + angle / 2)) / Math.PI;
  return [Math.round(((longitude + 180) / 360) * EXTENT), Math.round(((1 - north) / 2) * EXTENT)];
}

/** Commands of the vector tile specification 2.1: go to the first point, draw to the others, each relative to the last. */
function path(points: readonly Point[], closed: boolean): number[] {
  let [x, y] = [0, 0];
  const steps = points.map(onTile).map(([toX, toY]) => {
    const step = [zigzag(toX - x), zigzag(toY - y)];
    [x, y] = [toX, toY];
    return step;
  });
  const [first = [], ...others] = steps;
  const drawn = others.length === 0 ? [] : [(others.length << 3) | 2, ...others.flat()];
  return [(1 << 3) | 1, ...first, ...drawn, ...(closed ? [(1 << 3) | 7] : [])];
}

function layer(name: string, provinces: readonly PackProvince[], type: 'point' | 'polygon'): number[] {
  const features = provinces.map(({ point, box: [west, south, east, north] }, index) => {
    const corners: Point[] = [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ];
    const geometry = type === 'point' ? path([point], false) : path(corners, true);
    const tags = [0, 2 * index, 1, 2 * index + 1];
    return bytes(2, [
      ...bytes(2, tags.flatMap(varint)),
      ...number(3, type === 'point' ? 1 : 3),
      ...bytes(4, geometry.flatMap(varint)),
    ]);
  });
  const values = provinces.flatMap((province) => [province.code, province.name]);
  return bytes(3, [
    ...number(15, 2),
    ...text(1, name),
    ...features.flat(),
    ...text(3, 'code'),
    ...text(3, 'name'),
    ...values.flatMap((value) => bytes(4, text(1, value))),
    ...number(5, EXTENT),
  ]);
}

/** Writes a pack that knows these provinces and nothing else. */
export function writeMapPack(file: string, provinces: readonly PackProvince[]): void {
  const tile = gzipSync(
    Buffer.from([
      ...layer(PACK_LAYERS.provinces, provinces, 'polygon'),
      ...layer(PACK_LAYERS.provinceNames, provinces, 'point'),
    ]),
  );
  const directory = gzipSync(Buffer.from([1, 0, 1, ...varint(tile.byteLength), 1]));
  const layers = [PACK_LAYERS.provinces, PACK_LAYERS.provinceNames].map((id) => ({ id, fields: {} }));
  const metadata = gzipSync(JSON.stringify({ name: 'thử', vector_layers: layers }));
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
  [-180, -85, 180, 85].forEach((degrees, index) =>
    header.writeInt32LE(degrees * 10_000_000, 102 + index * 4),
  );
  writeFileSync(file, Buffer.concat([header, ...parts]), { mode: 0o644 });
}
