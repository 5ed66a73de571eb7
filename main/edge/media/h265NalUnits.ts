import { H265, h265Type } from './h265.ts';

/** A fragmented NAL unit never grows beyond this, bytes. */
const MAX_NAL_BYTES = 4 * 1024 * 1024;
const HEADER = 2;

function* aggregated(payload: Buffer): Generator<Buffer> {
  let at = HEADER;
  while (at + 2 < payload.length) {
    const size = payload.readUInt16BE(at);
    const end = at + 2 + size;
    if (size < HEADER || end > payload.length) return;
    yield payload.subarray(at + 2, end);
    at = end;
  }
}

/**
 * Takes H.265 NAL units out of RTP payloads (RFC 7798: single, AP, FU; without DONL, which cameras do not send). A unit
 * whose beginning was missed, or that grows too long, is left out; `broken` says so.
 */
export function createH265NalUnits() {
  let parts: Buffer[] = [];
  let size = 0;

  function forget(): void {
    parts = [];
    size = 0;
  }

  function fragment(payload: Buffer): { readonly units: readonly Buffer[]; readonly broken: boolean } {
    if (payload.length <= HEADER + 1) return { units: [], broken: true };
    const header = payload.readUInt8(HEADER);
    const starts = (header & 0x80) !== 0;
    const unfinished = starts && size > 0;
    if (starts) {
      // The fragments' own header, with the type of what they carry.
      parts = [Buffer.from([(payload.readUInt8(0) & 0x81) | ((header & 0x3f) << 1), payload.readUInt8(1)])];
      size = HEADER;
    } else if (size === 0) {
      return { units: [], broken: true };
    }
    size += payload.length - HEADER - 1;
    if (size > MAX_NAL_BYTES) {
      forget();
      return { units: [], broken: true };
    }
    parts.push(payload.subarray(HEADER + 1));
    if ((header & 0x40) === 0) return { units: [], broken: unfinished };
    const unit = Buffer.concat(parts, size);
    forget();
    return { units: [unit], broken: unfinished };
  }

  return {
    forget,
    take(payload: Buffer): { readonly units: readonly Buffer[]; readonly broken: boolean } {
      if (payload.length < HEADER) return { units: [], broken: true };
      const type = h265Type(payload);
      if (type === H265.fragment) return fragment(payload);
      const broken = size > 0;
      forget();
      if (type === H265.aggregate) return { units: [...aggregated(payload)], broken };
      if (type > H265.fragment) return { units: [], broken: true };
      return { units: [payload], broken };
    },
  };
}
