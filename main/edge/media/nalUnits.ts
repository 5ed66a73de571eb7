import { NAL, nalType } from './h264.ts';
import { H265, h265Type } from './h265.ts';

/** A fragmented NAL unit never grows beyond this, bytes. */
const MAX_NAL_BYTES = 4 * 1024 * 1024;

/** How a coding puts its NAL units into RTP payloads. */
type Packing = {
  /** Length of a unit's header, and of the payload's, bytes. The header of a fragment is one more. */
  readonly header: number;
  /** What the payload carries; one that is as long as a header at least. */
  readonly carries: (payload: Buffer) => 'unit' | 'several' | 'fragment' | 'nonsense';
  /** The header of the unit that these fragments come to. */
  readonly wholeHeader: (fragment: Buffer) => readonly number[];
};

/** RFC 6184, packetisation modes 0 and 1: single, STAP-A, FU-A. */
export const h264Packing: Packing = {
  header: 1,
  carries(payload) {
    const type = nalType(payload);
    if (type === NAL.fuA) return 'fragment';
    if (type === NAL.stapA) return 'several';
    return type === 0 || type > 23 ? 'nonsense' : 'unit';
  },
  wholeHeader: ([indicator = 0, fragment = 0]) => [(indicator & 0xe0) | (fragment & 0x1f)],
};

/** RFC 7798: single, AP, FU; without DONL, which cameras do not send. */
export const h265Packing: Packing = {
  header: 2,
  carries(payload) {
    const type = h265Type(payload);
    if (type === H265.fragment) return 'fragment';
    if (type === H265.aggregate) return 'several';
    return type > H265.fragment ? 'nonsense' : 'unit';
  },
  wholeHeader: ([first = 0, second = 0, fragment = 0]) => [(first & 0x81) | ((fragment & 0x3f) << 1), second],
};

function* aggregated(payload: Buffer, header: number): Generator<Buffer> {
  let at = header;
  while (at + 2 < payload.length) {
    const size = payload.readUInt16BE(at);
    const end = at + 2 + size;
    if (size < header || end > payload.length) return;
    yield payload.subarray(at + 2, end);
    at = end;
  }
}

/** Takes NAL units out of RTP payloads. A unit whose beginning was missed, or that grows too long, is left out; `broken` says so. */
export function createNalUnits({ header, carries, wholeHeader }: Packing) {
  let parts: Buffer[] = [];
  let size = 0;

  function forget(): void {
    parts = [];
    size = 0;
  }

  function fragment(payload: Buffer): { readonly units: readonly Buffer[]; readonly broken: boolean } {
    if (payload.length <= header + 1) return { units: [], broken: true };
    const about = payload.readUInt8(header);
    const starts = (about & 0x80) !== 0;
    const unfinished = starts && size > 0;
    if (starts) {
      parts = [Buffer.from(wholeHeader(payload))];
      size = header;
    } else if (size === 0) {
      return { units: [], broken: true };
    }
    size += payload.length - header - 1;
    if (size > MAX_NAL_BYTES) {
      forget();
      return { units: [], broken: true };
    }
    parts.push(payload.subarray(header + 1));
    if ((about & 0x40) === 0) return { units: [], broken: unfinished };
    const unit = Buffer.concat(parts, size);
    forget();
    return { units: [unit], broken: unfinished };
  }

  return {
    forget,
    take(payload: Buffer): { readonly units: readonly Buffer[]; readonly broken: boolean } {
      if (payload.length < header) return { units: [], broken: true };
      const what = carries(payload);
      if (what === 'fragment') return fragment(payload);
      const broken = size > 0;
      forget();
      if (what === 'nonsense') return { units: [], broken: true };
      return { units: what === 'several' ? [...aggregated(payload, header)] : [payload], broken };
    },
  };
}
