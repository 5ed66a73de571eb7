import barlow from '@fontsource/barlow-condensed/files/barlow-condensed-latin-500-normal.woff?inline';
import vietnam from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff?inline';
import extended from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-400-normal.woff?inline';
import marked from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff?inline';
import { describe, expect, it } from 'vitest';
import { arcMinutes, capHeight } from '../../domain/wall/legibility.ts';
import { leastEm } from '../../domain/wall/leastRoom.ts';
import { floorFontPx, largestNumberPx, numberFloorPx, stepPx } from './typeScale.ts';

function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}

/** One table of a WOFF file, inflated when it is packed. */
async function tableOf(font: Uint8Array<ArrayBuffer>, tag: string): Promise<DataView> {
  const view = new DataView(font.buffer);
  for (let at = 44; at < 44 + 20 * view.getUint16(12); at += 20) {
    const name = String.fromCharCode(...font.subarray(at, at + 4));
    const [from, packed, whole] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    if (name !== tag) continue;
    const part = font.slice(from, from + packed);
    if (packed === whole) return new DataView(part.buffer);
    const inflated = new Response(part).body?.pipeThrough(new DecompressionStream('deflate'));
    return new DataView(await new Response(inflated).arrayBuffer());
  }
  throw new Error(`no table ${tag}`);
}

async function capHeightIn(dataUrl: string): Promise<number> {
  const font = bytesOf(dataUrl);
  const unitsPerEm = (await tableOf(font, 'head')).getUint16(18);
  return (await tableOf(font, 'OS/2')).getInt16(88) / unitsPerEm;
}

/** The letters of a font file (its cmap of format 4) and how wide each is, in parts of the font size. */
async function widthsIn(dataUrl: string): Promise<readonly (readonly [letter: string, em: number])[]> {
  const font = bytesOf(dataUrl);
  const [head, hhea, hmtx, cmap] = await Promise.all(
    ['head', 'hhea', 'hmtx', 'cmap'].map((tag) => tableOf(font, tag)),
  );
  if (!head || !hhea || !hmtx || !cmap) throw new Error('no font');
  const [unitsPerEm, wide] = [head.getUint16(18), hhea.getUint16(34)];
  const tables = Array.from({ length: cmap.getUint16(2) }, (_, nth) => cmap.getUint32(8 + 8 * nth));
  const at = tables.find((offset) => cmap.getUint16(offset) === 4);
  if (at === undefined) throw new Error('no cmap of format 4');
  const count = cmap.getUint16(at + 6);
  const found: (readonly [string, number])[] = [];
  for (let part = 0; part < count; part += 2) {
    const [end, start] = [cmap.getUint16(at + 14 + part), cmap.getUint16(at + 16 + count + part)];
    const delta = cmap.getInt16(at + 16 + 2 * count + part);
    const rangeAt = at + 16 + 3 * count + part;
    const range = cmap.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : cmap.getUint16(rangeAt + range + 2 * (code - start));
      const index = Math.min((glyph + delta) & 0xffff, wide - 1);
      found.push([String.fromCodePoint(code), hmtx.getUint16(4 * index) / unitsPerEm]);
    }
  }
  return found;
}

describe('the type scale', () => {
  it('has no letter that is narrower than the core reckons with, kerned', async () => {
    const widths = (await Promise.all([vietnam, extended, marked].map(widthsIn))).flat();
    expect(widths.length).toBeGreaterThan(400);
    const KERNED = 0.02;
    const narrower = widths.filter(
      ([letter, em]) => /[\p{Lu}\p{Ll}\p{N}\p{P}\p{Zs}]/u.test(letter) && em - KERNED < leastEm(letter),
    );
    expect(narrower).toEqual([]);
  });

  it('knows the height of capitals as the font files have it', async () => {
    expect(await capHeightIn(vietnam)).toBeCloseTo(capHeight.text, 3);
    expect(await capHeightIn(barlow)).toBeCloseTo(capHeight.numbers, 3);
  });

  it('never lets capitals fall below 16 minutes of arc at 5 m on a 55-inch panel', () => {
    const pitchMm = 1217 / 1920;
    const capPx = 23.27 / pitchMm;
    const floor = floorFontPx(capPx);
    expect(floor).toBe(50);
    expect(arcMinutes(floor * capHeight.text * pitchMm, 5_000)).toBeGreaterThanOrEqual(16);
    expect(arcMinutes(numberFloorPx(floor) * capHeight.numbers * pitchMm, 5_000)).toBeGreaterThanOrEqual(16);
  });

  it('climbs by a quarter and never over the room it has', () => {
    expect([0, 1, 2, 3].map((step) => stepPx(48, step))).toEqual([48, 60, 75, 94]);
    expect(largestNumberPx(50, 130)).toBe(129);
    expect(largestNumberPx(50, 10)).toBe(numberFloorPx(50));
  });
});
