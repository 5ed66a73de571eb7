import { createHash } from 'node:crypto';

function textOf(xml: string, element: string): string {
  return new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? '';
}

/** A message of another time than this is one that somebody says again, ms. */
const REPLAYED_MS = 30_000;

/** The password digest of WS-Security's username token: base64(sha1(nonce + created + password)), made just now. */
export function passwordIsRight(
  xml: string,
  { user, password }: { readonly user: string; readonly password: string },
  now: number,
): boolean {
  const nonce = Buffer.from(textOf(xml, 'Nonce'), 'base64');
  const digest = createHash('sha1')
    .update(nonce)
    .update(textOf(xml, 'Created') + password)
    .digest('base64');
  const isFresh = Math.abs(now - Date.parse(textOf(xml, 'Created'))) < REPLAYED_MS;
  return isFresh && textOf(xml, 'Username') === user && textOf(xml, 'Password') === digest;
}
