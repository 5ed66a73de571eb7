// How a played-back camera asks for a password.
import { createHash } from 'node:crypto';

export type Door = { readonly scheme: 'digest' | 'basic'; readonly user: string; readonly password: string };

const NONCE = 'b17f';
const REALM = 'replay';
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Null when the request may pass; otherwise the headers of the refusal. */
export function passes(door: Door | undefined, method: string, head: string): readonly string[] | null {
  if (door === undefined || method === 'OPTIONS') return null;
  const { scheme, user, password } = door;
  const said = /^authorization:\s*(.*)$/im.exec(head)?.[1] ?? '';
  if (scheme === 'basic') {
    const right = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return said === right ? null : [`WWW-Authenticate: Basic realm="${REALM}"`];
  }
  const [, uri = ''] = /uri="([^"]*)"/.exec(said) ?? [];
  const right = md5(`${md5(`${user}:${REALM}:${password}`)}:${NONCE}:${md5(`${method}:${uri}`)}`);
  const named = said.includes(`username="${user}"`) && said.includes(`response="${right}"`);
  return named ? null : [`WWW-Authenticate: Digest realm="${REALM}", nonce="${NONCE}"`];
}
