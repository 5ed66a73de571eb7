/** What a screen says of itself on its cable (VESA E-EDID 1.3 and 1.4, base block). */
export type Edid = {
  /** Three letters of the maker, PNP registry: `SAM`. */
  readonly maker: string;
  readonly product: number;
  /** The number field; 0 or 1 or all ones on many screens, which then says nothing. */
  readonly serial: number;
  /** The serial as text, from its descriptor; empty where there is none. */
  readonly serialText: string;
  /** The model's name; empty where there is none. */
  readonly model: string;
  /** Picture size, whole cm as the screen gives it; 0 for a projector. */
  readonly widthMm: number;
  readonly heightMm: number;
};

const HEADER = [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00];
const BLOCK = 128;
const DESCRIPTORS = [54, 72, 90, 108];
const SERIAL_TEXT = 0xff;
const MODEL_NAME = 0xfc;
/** Serial numbers that makers leave in every copy. */
const NO_SERIALS = [0, 1, 0x01010101, 0xffffffff];

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Five bits a letter, A is 1. */
function makerOf(bytes: Uint8Array): string {
  const word = byteAt(bytes, 8) * 256 + byteAt(bytes, 9);
  return [10, 5, 0].map((shift) => String.fromCharCode(64 + ((word >> shift) & 31))).join('');
}

/** The text of a descriptor: printable ASCII up to the line feed. */
function textOf(bytes: Uint8Array, tag: number): string {
  const at = DESCRIPTORS.find((start) => byteAt(bytes, start) === 0 && byteAt(bytes, start + 3) === tag);
  if (at === undefined) return '';
  const codes = [...bytes.slice(at + 5, at + 18)];
  const end = codes.indexOf(0x0a);
  const printable = codes.slice(0, end < 0 ? codes.length : end).filter((code) => code >= 32 && code < 127);
  return String.fromCharCode(...printable).trim();
}

/** Reads the base block; null for bytes that are none: wrong header, wrong sum, cut short. */
export function readEdid(bytes: Uint8Array): Edid | null {
  if (bytes.length < BLOCK || HEADER.some((byte, at) => byteAt(bytes, at) !== byte)) return null;
  const sum = bytes.slice(0, BLOCK).reduce((total, byte) => total + byte, 0);
  if (sum % 256 !== 0) return null;
  return {
    maker: makerOf(bytes),
    product: byteAt(bytes, 10) + byteAt(bytes, 11) * 256,
    serial: [3, 2, 1, 0].reduce((total, at) => total * 256 + byteAt(bytes, 12 + at), 0),
    serialText: textOf(bytes, SERIAL_TEXT),
    model: textOf(bytes, MODEL_NAME),
    widthMm: byteAt(bytes, 21) * 10,
    heightMm: byteAt(bytes, 22) * 10,
  };
}

/** Maker, product and serial as one word. Copies of a screen without a serial share it: then the cable tells them apart. */
export function edidIdentity({ maker, product, serial, serialText }: Edid): string {
  const number = NO_SERIALS.includes(serial) ? '' : String(serial);
  const own = [serialText.replace(/[^\w.-]/g, '_'), number].filter((part) => part !== '').join('-');
  const model = `edid:${maker}-${product.toString(16).toUpperCase().padStart(4, '0')}`;
  return own === '' ? model : `${model}-${own}`;
}
