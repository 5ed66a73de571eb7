// The RTP packets of a clip, laid out once for RTSP over TCP; each connection only writes its own numbers into a copy.
import type { Clip } from './clips.ts';

const MOST = 1_400;
const CHANNEL = 0;
export const PAYLOAD_TYPE = 96;

/** All packets of one picture in one piece, and where each of them begins. */
export type Laid = { readonly bytes: Buffer; readonly starts: readonly number[]; readonly key: boolean };

const isKeyNal = (codec: Clip['codec'], nal: Buffer): boolean =>
  codec === 'h264'
    ? ((nal[0] ?? 0) & 0x1f) === 5
    : (((nal[0] ?? 0) >> 1) & 0x3f) >= 16 && (((nal[0] ?? 0) >> 1) & 0x3f) <= 21;

const isParameterSet = (codec: Clip['codec'], nal: Buffer): boolean => {
  const type = codec === 'h264' ? (nal[0] ?? 0) & 0x1f : ((nal[0] ?? 0) >> 1) & 0x3f;
  return codec === 'h264' ? type === 7 || type === 8 : type >= 32 && type <= 34;
};

export function parameterSetsOf({ codec, units }: Clip): readonly Buffer[] {
  return (units[0] ?? []).filter((nal) => isParameterSet(codec, nal));
}

function fragments(codec: Clip['codec'], nal: Buffer): readonly Buffer[] {
  const head = codec === 'h264' ? 1 : 2;
  const first = nal.readUInt8(0);
  const indicator =
    codec === 'h264'
      ? Buffer.from([(first & 0xe0) | 28])
      : Buffer.from([(first & 0x81) | (49 << 1), nal.readUInt8(1)]);
  const type = codec === 'h264' ? first & 0x1f : (first >> 1) & 0x3f;
  const body = nal.subarray(head);
  const count = Math.ceil(body.length / MOST);
  return Array.from({ length: count }, (_, index) => {
    const marks = (index === 0 ? 0x80 : 0) | (index === count - 1 ? 0x40 : 0);
    return Buffer.concat([
      indicator,
      Buffer.from([marks | type]),
      body.subarray(index * MOST, (index + 1) * MOST),
    ]);
  });
}

/** Parameter sets travel in one packet (STAP-A, or AP in H.265), as cameras send them. */
function aggregate(codec: Clip['codec'], sets: readonly Buffer[]): readonly Buffer[] {
  if (sets.length < 2) return sets;
  const head =
    codec === 'h264' ? Buffer.from([24 | ((sets[0]?.[0] ?? 0) & 0x60)]) : Buffer.from([48 << 1, 1]);
  return [
    Buffer.concat([head, ...sets.flatMap((set) => [Buffer.from([set.length >> 8, set.length & 0xff]), set])]),
  ];
}

function payloadsOf(codec: Clip['codec'], unit: readonly Buffer[]): readonly Buffer[] {
  const sets = unit.filter((nal) => isParameterSet(codec, nal));
  const others = unit.filter((nal) => !isParameterSet(codec, nal));
  return [
    ...aggregate(codec, sets),
    ...others.flatMap((nal) => (nal.length <= MOST ? [nal] : fragments(codec, nal))),
  ];
}

export function layOut({ codec, units }: Clip): readonly Laid[] {
  return units.map((unit) => {
    const payloads = payloadsOf(codec, unit);
    const starts: number[] = [];
    const parts: Buffer[] = [];
    let at = 0;
    payloads.forEach((payload, index) => {
      const head = Buffer.alloc(16);
      head.writeUInt8(0x24, 0);
      head.writeUInt8(CHANNEL, 1);
      head.writeUInt16BE(payload.length + 12, 2);
      head.writeUInt8(0x80, 4);
      head.writeUInt8((index === payloads.length - 1 ? 0x80 : 0) | PAYLOAD_TYPE, 5);
      starts.push(at);
      parts.push(head, payload);
      at += 16 + payload.length;
    });
    return { bytes: Buffer.concat(parts), starts, key: unit.some((nal) => isKeyNal(codec, nal)) };
  });
}

/** A sender's own numbers. */
export type Numbers = { sequence: number; readonly ssrc: number };

/** A copy of a picture's packets with this sender's numbers in it. */
export function numbered(laid: Laid, numbers: Numbers, timestamp: number): Buffer {
  const bytes = Buffer.from(laid.bytes);
  for (const start of laid.starts) {
    bytes.writeUInt16BE(numbers.sequence, start + 6);
    bytes.writeUInt32BE(timestamp >>> 0, start + 8);
    bytes.writeUInt32BE(numbers.ssrc, start + 12);
    numbers.sequence = (numbers.sequence + 1) & 0xffff;
  }
  return bytes;
}
