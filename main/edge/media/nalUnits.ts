import { NAL } from './h264.ts';

/** A fragmented NAL unit never grows beyond this, bytes. */
const MAX_NAL_BYTES = 4 * 1024 * 1024;

function* aggregated(payload: Buffer): Generator<Buffer> {
  let at = 1;
  while (at + 2 < payload.length) {
    const size = payload.readUInt16BE(at);
    const end = at + 2 + size;
    if (size === 0 || end > payload.length) return;
    yield payload.subarray(at + 2, end);
    at = end;
  }
}

/**
 * Takes NAL units out of RTP payloads (RFC 6184, packetisation modes 0 and 1). A unit whose beginning was missed, or
 * that grows too long, is left out; `broken` says so.
 */
export function createNalUnits() {
  let parts: Buffer[] = [];
  let size = 0;

  function forget(): void {
    parts = [];
    size = 0;
  }

  function fragment(payload: Buffer): { readonly units: readonly Buffer[]; readonly broken: boolean } {
    if (payload.length < 3) return { units: [], broken: true };
    const indicator = payload.readUInt8(0);
    const header = payload.readUInt8(1);
    const starts = (header & 0x80) !== 0;
    const unfinished = starts && size > 0;
    if (starts) {
      parts = [Buffer.from([(indicator & 0xe0) | (header & 0x1f)])];
      size = 1;
    } else if (size === 0) {
      return { units: [], broken: true };
    }
    size += payload.length - 2;
    if (size > MAX_NAL_BYTES) {
      forget();
      return { units: [], broken: true };
    }
    parts.push(payload.subarray(2));
    if ((header & 0x40) === 0) return { units: [], broken: unfinished };
    const unit = Buffer.concat(parts, size);
    forget();
    return { units: [unit], broken: unfinished };
  }

  return {
    forget,
    take(payload: Buffer): { readonly units: readonly Buffer[]; readonly broken: boolean } {
      const type = payload.readUInt8(0) & 0x1f;
      if (type === NAL.fuA) return fragment(payload);
      const broken = size > 0;
      forget();
      if (type === NAL.stapA) return { units: [...aggregated(payload)], broken };
      if (type === 0 || type > 23) return { units: [], broken: true };
      return { units: [payload], broken };
    },
  };
}
