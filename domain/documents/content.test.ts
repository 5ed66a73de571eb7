import { describe, expect, it } from 'vitest';
import { contentOf } from './content.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  );
const two = (value: number): number[] => [value >> 8, value & 255];
const four = (value: number): number[] => [...two(value >>> 16), ...two(value & 65_535)];

function png(widthPx: number, heightPx: number): Uint8Array {
  return bytes('\x89PNG\r\n\x1a\n', four(13), 'IHDR', four(widthPx), four(heightPx), [8, 6, 0, 0, 0]);
}

function jpeg(widthPx: number, heightPx: number): Uint8Array {
  const profile = ['\xff\xe2', two(60_002), Array<number>(60_000).fill(0)] as const;
  return bytes('\xff\xd8', ...profile, '\xff\xc2', two(17), [8], two(heightPx), two(widthPx), [3, 0, 0, 0]);
}

describe('what a file is', () => {
  it('is read from its bytes: a drawing that can hold a program is refused under any name', () => {
    const svg = bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');

    expect(contentOf(svg)).toEqual({ ok: false, reason: 'type-refused' });
    expect(contentOf(bytes('<html><img src=x onerror=alert(1)>'))).toMatchObject({ ok: false });
    expect(contentOf(bytes('PK\x03\x04 word/document.xml'))).toMatchObject({ ok: false });
    expect(contentOf(new Uint8Array(0))).toMatchObject({ ok: false });
  });

  it('names pictures with their size, behind any profile', () => {
    expect(contentOf(png(640, 480))).toEqual({
      ok: true,
      value: { mime: 'image/png', widthPx: 640, heightPx: 480 },
    });
    expect(contentOf(jpeg(4_000, 3_000))).toMatchObject({
      value: { mime: 'image/jpeg', widthPx: 4_000, heightPx: 3_000 },
    });
  });

  it('refuses a picture of 100,000 by 100,000 before anything unpacks it', () => {
    expect(contentOf(png(100_000, 100_000))).toEqual({ ok: false, reason: 'picture-too-large' });
    expect(contentOf(png(10_000, 10_000))).toMatchObject({ ok: true });
  });

  it('calls a picture without a size damaged', () => {
    expect(contentOf(png(0, 480))).toEqual({ ok: false, reason: 'document-damaged' });
    expect(contentOf(bytes('\xff\xd8\xff\xe0', two(4), [0, 0, 1, 2, 3]))).toMatchObject({ ok: false });
    expect(contentOf(bytes('\x89PNG\r\n\x1a\n'))).toMatchObject({ ok: false });
  });

  it('names PDF, MP4 and WebM; another film is refused', () => {
    expect(contentOf(bytes('%PDF-1.7\n'))).toMatchObject({ value: { mime: 'application/pdf' } });
    expect(contentOf(bytes(four(32), 'ftypisom'))).toMatchObject({ value: { mime: 'video/mp4' } });
    expect(contentOf(bytes('\x1aE\xdf\xa3', [159], 'B\x82\x84webm'))).toMatchObject({
      value: { mime: 'video/webm' },
    });
    expect(contentOf(bytes('\x1aE\xdf\xa3', [163], 'B\x82\x88matroska'))).toMatchObject({ ok: false });
  });
});
