import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { MimeType } from './model.ts';

/** What the first bytes of a file say that it is. */
export type Content = {
  readonly mime: MimeType;
  readonly widthPx?: number;
  readonly heightPx?: number;
};

/** A picture of more than this many pixels is not taken in. */
export const MOST_PIXELS = 100_000_000;
/** So much of a file's beginning tells what it is. */
export const HEAD_BYTES = 1_048_576;

type Size = { readonly widthPx: number; readonly heightPx: number };

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24 || ascii(bytes, 12, 16) !== 'IHDR') return undefined;
  const view = viewOf(bytes);
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

/** Walks the segments to the frame header; comments, thumbnails and profiles may stand before it. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 30) return undefined;
  const view = viewOf(bytes);
  const three = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
  switch (ascii(bytes, 12, 16)) {
    case 'VP8X':
      return { widthPx: three(24) + 1, heightPx: three(27) + 1 };
    case 'VP8 ':
      return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

const pictures: readonly {
  readonly mime: MimeType;
  readonly is: (bytes: Uint8Array) => boolean;
  readonly size: (bytes: Uint8Array) => Size | undefined;
}[] = [
  { mime: 'image/png', is: (bytes) => ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n', size: pngSize },
  { mime: 'image/jpeg', is: (bytes) => ascii(bytes, 0, 3) === '\xff\xd8\xff', size: jpegSize },
  {
    mime: 'image/webp',
    is: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
    size: webpSize,
  },
];

function otherOf(bytes: Uint8Array): MimeType | undefined {
  if (ascii(bytes, 0, 1_024).includes('%PDF-')) return 'application/pdf';
  if (ascii(bytes, 4, 8) === 'ftyp') return 'video/mp4';
  const isMatroska = ascii(bytes, 0, 4) === '\x1aE\xdf\xa3';
  return isMatroska && ascii(bytes, 0, 64).includes('webm') ? 'video/webm' : undefined;
}

/**
 * Tells by its first bytes what a file is; its name is not asked. Anything that is not on the list is refused, SVG among
 * it: a drawing that can hold a program.
 */
export function contentOf(
  head: Uint8Array,
): Outcome<Content, 'type-refused' | 'document-damaged' | 'picture-too-large'> {
  const picture = pictures.find(({ is }) => is(head));
  if (picture === undefined) {
    const mime = otherOf(head);
    return mime === undefined ? refuse('type-refused') : accept({ mime });
  }
  const size = picture.size(head);
  if (size === undefined || size.widthPx === 0 || size.heightPx === 0) return refuse('document-damaged');
  if (size.widthPx * size.heightPx > MOST_PIXELS) return refuse('picture-too-large');
  return accept({ mime: picture.mime, ...size });
}
