import { createHash } from 'node:crypto';

function textOf(xml: string, element: string): string {
  return new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? '';
}

/** The password digest of WS-Security's username token: base64(sha1(nonce + created + password)). */
export function passwordIsRight(
  xml: string,
  { user, password }: { readonly user: string; readonly password: string },
): boolean {
  const nonce = Buffer.from(textOf(xml, 'Nonce'), 'base64');
  const digest = createHash('sha1')
    .update(nonce)
    .update(textOf(xml, 'Created') + password)
    .digest('base64');
  return textOf(xml, 'Username') === user && textOf(xml, 'Password') === digest;
}
