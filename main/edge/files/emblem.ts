import { readFileSync, statSync } from 'node:fs';

const MOST_BYTES = 2_000_000;
const MOST_PX = 4_096;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export type Emblem = { readonly type: 'image/png' | 'image/svg+xml'; readonly bytes: Buffer };
export type EmblemFault = 'unreadable' | 'too-large' | 'neither-png-nor-svg' | 'svg-not-inert';
export type EmblemRead =
  { readonly ok: true; readonly value: Emblem } | { readonly ok: false; readonly reason: EmblemFault };

/** What makes a drawing more than a drawing: script, other documents, entities, anything fetched from elsewhere. */
const notInert = [
  /<!\s*(doctype|entity)/i,
  /<\s*(script|foreignobject|iframe|embed|object|audio|video|handler)\b/i,
  /<\?xml-stylesheet/i,
  /[\s/"']on[a-z]+\s*=/i,
  /(javascript|vbscript)\s*:/i,
  /@import/i,
  /href\s*=\s*(?!["']\s*(#|data:image\/(png|jpeg);))/i,
  /url\(\s*(?!["']?\s*#)/i,
];

function checkPng(bytes: Buffer): EmblemRead {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const fits = width > 0 && height > 0 && width <= MOST_PX && height <= MOST_PX;
  return fits ? { ok: true, value: { type: 'image/png', bytes } } : { ok: false, reason: 'too-large' };
}

/** The picture that a site gives for the province's emblem: a PNG, or an SVG that only draws. */
export function checkEmblem(bytes: Buffer): EmblemRead {
  if (bytes.length > MOST_BYTES) return { ok: false, reason: 'too-large' };
  if (bytes.length > 33 && bytes.subarray(0, PNG.length).equals(PNG)) return checkPng(bytes);
  const text = bytes.toString('utf8');
  if (!/^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<svg[\s>]/i.test(text)) {
    return { ok: false, reason: 'neither-png-nor-svg' };
  }
  if (notInert.some((sign) => sign.test(text))) return { ok: false, reason: 'svg-not-inert' };
  return { ok: true, value: { type: 'image/svg+xml', bytes } };
}

/** Reads the site's emblem; what cannot be used is a reason, and no reason for a dark wall. */
export function readEmblem(file: string): EmblemRead {
  try {
    if (statSync(file).size > MOST_BYTES) return { ok: false, reason: 'too-large' };
    return checkEmblem(readFileSync(file));
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}
