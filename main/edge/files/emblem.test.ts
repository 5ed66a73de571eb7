import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkEmblem, readEmblem } from './emblem.ts';

const svg = (inside: string, head = ''): Buffer =>
  Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe("the site's own emblem", () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<rect onload="alert(1)"/>'],
    ['a handler after a slash', '<rect/onclick=alert(1)>'],
    ['another document', '<foreignObject><p/></foreignObject>'],
    ['a picture from elsewhere', '<image href="https://example.com/a.png"/>'],
    ['a picture of any kind inside', '<image href="data:text/html,hi"/>'],
    ['a link to script', '<a xlink:href="javascript:alert(1)"/>'],
    ['a style from elsewhere', '<style>@import "a.css"</style>'],
    ['a fill from elsewhere', '<rect style="fill:url(http://example.com/a)"/>'],
  ])('is no SVG with %s', (_what, inside) => {
    expect(checkEmblem(svg(inside))).toEqual({ ok: false, reason: 'svg-not-inert' });
  });

  it('declares no entity', () => {
    const bomb = Buffer.from('<?xml version="1.0"?><svg><!ENTITY a "b"></svg>');
    expect(checkEmblem(bomb)).toEqual({ ok: false, reason: 'svg-not-inert' });
  });

  it('may draw, and use what it drew', () => {
    const drawing = '<defs><path id="a" d="M0 0h9"/></defs><use href="#a" fill="url(#b)"/>';
    expect(checkEmblem(svg(drawing, '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n')).ok).toBe(true);
  });

  it('is a PNG of a size that a window can hold', () => {
    expect(checkEmblem(png(800, 800)).ok).toBe(true);
    expect(checkEmblem(png(100_000, 100_000))).toEqual({ ok: false, reason: 'too-large' });
  });

  it('is nothing else', () => {
    expect(checkEmblem(Buffer.from('<html></html>'))).toEqual({ ok: false, reason: 'neither-png-nor-svg' });
    expect(checkEmblem(Buffer.alloc(3_000_000))).toEqual({ ok: false, reason: 'too-large' });
  });

  it('may be missing: the wall starts all the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'emblem-'));
    writeFileSync(join(folder, 'a.svg'), svg('<path d="M0 0h9"/>'));
    expect(readEmblem(join(folder, 'a.svg')).ok).toBe(true);
    expect(readEmblem(join(folder, 'b.svg'))).toEqual({ ok: false, reason: 'unreadable' });
    rmSync(folder, { recursive: true });
  });
});
