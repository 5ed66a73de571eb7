export type RtpPacket = {
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequence: number;
  /** 90 kHz, 32 bits. */
  readonly timestamp: number;
  readonly ssrc: number;
  readonly payload: Buffer;
};

/** Reads an RTP packet; null when it is none. The payload shares the packet's bytes. */
export function readRtp(bytes: Buffer): RtpPacket | null {
  if (bytes.length < 12) return null;
  const first = bytes.readUInt8(0);
  const second = bytes.readUInt8(1);
  if (first >> 6 !== 2) return null;
  let start = 12 + (first & 0x0f) * 4;
  if ((first & 0x10) !== 0) {
    if (bytes.length < start + 4) return null;
    start += 4 + bytes.readUInt16BE(start + 2) * 4;
  }
  const padding = (first & 0x20) !== 0 ? bytes.readUInt8(bytes.length - 1) : 0;
  const end = bytes.length - padding;
  if (start >= end) return null;
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    ssrc: bytes.readUInt32BE(8),
    payload: bytes.subarray(start, end),
  };
}

/** An older packet than this is a camera that started over, not a late packet. */
const LATE_AT_MOST = 1_000;

export type Continuity = 'next' | 'gap' | 'late';

/** Says of each packet whether it follows the one before. A late or doubled packet changes nothing. */
export function createSequence(): (packet: Pick<RtpPacket, 'sequence' | 'ssrc'>) => Continuity {
  let last: { sequence: number; ssrc: number } | null = null;
  return ({ sequence, ssrc }) => {
    const step = last === null ? 1 : ((sequence - last.sequence + 0x8000) & 0xffff) - 0x8000;
    const sameSender = last === null || last.ssrc === ssrc;
    if (sameSender && step <= 0 && step > -LATE_AT_MOST) return 'late';
    last = { sequence, ssrc };
    return sameSender && step === 1 ? 'next' : 'gap';
  };
}

/** Turns the 32-bit 90 kHz time of packets into µs since the first, across its wrap and small steps back. */
export function createTimeline(): (timestamp: number) => number {
  let last: number | null = null;
  let ticks = 0;
  return (timestamp) => {
    ticks += last === null ? 0 : (timestamp - last) | 0;
    last = timestamp;
    return Math.round((ticks * 100) / 9);
  };
}
