import type { Footage, FootageUnit } from '../../../cameras/ports.ts';

/**
 * A piece of a recording before it is sealed: the length of its index (32 bits), the index as JSON, then the pictures
 * one after the other as the index names them.
 */
type Index = {
  readonly codec: string;
  readonly description: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly units: readonly (readonly [bytes: number, key: 0 | 1, at: number])[];
};

const LENGTH_BYTES = 4;

export function packFootage({ config, units }: Footage): Buffer {
  const { codec, description, widthPx, heightPx } = config;
  const index: Index = {
    ...{ codec, widthPx, heightPx },
    description: Buffer.from(description).toString('base64'),
    units: units.map(({ data, key, at }) => [data.length, key ? 1 : 0, at]),
  };
  const text = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text, ...units.map(({ data }) => data)]);
}

/** Only for bytes whose seal was whole. */
export function unpackFootage(bytes: Buffer): Footage {
  let at = LENGTH_BYTES + bytes.readUInt32BE(0);
  const index = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, at)) as Index;
  const { codec, description, widthPx, heightPx } = index;
  const units = index.units.map(([size, key, moment]): FootageUnit => {
    const data = new Uint8Array(bytes.subarray(at, at + size));
    at += size;
    return { key: key === 1, at: moment, data };
  });
  const config = { type: 'config', codec, description: Buffer.from(description, 'base64') } as const;
  return { config: { ...config, widthPx, heightPx }, units };
}
