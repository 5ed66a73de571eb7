import { createHash, randomBytes } from 'node:crypto';

export type Credentials = { readonly user: string; readonly password: string };

type Scheme = 'digest' | 'basic';

export type Challenge = {
  readonly scheme: Scheme;
  readonly realm: string;
  readonly nonce: string;
  readonly algorithm: 'MD5' | 'SHA-256';
  /** The secret holds for one nonce and one `cnonce`. */
  readonly isSession: boolean;
  /** Ours, for as long as the nonce is used. */
  readonly cnonce: string;
  readonly qop: boolean;
  readonly opaque?: string;
  /** The password was right, only the nonce was old. */
  readonly stale: boolean;
};

function parameters(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/([a-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]*))/gi)) {
    found.set((match[1] ?? '').toLowerCase(), (match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1'));
  }
  return found;
}

function algorithmOf(said: string | undefined): Pick<Challenge, 'algorithm' | 'isSession'> | null {
  const name = (said ?? 'MD5').toUpperCase();
  const plain = name.replace(/-SESS$/, '');
  return plain === 'MD5' || plain === 'SHA-256' ? { algorithm: plain, isSession: name !== plain } : null;
}

function readChallenge(header: string): Challenge | null {
  const [, word = '', rest = ''] = /^\s*(digest|basic)\b(.*)$/is.exec(header) ?? [];
  if (word === '') return null;
  const said = parameters(rest);
  const common = {
    realm: said.get('realm') ?? '',
    stale: said.get('stale')?.toLowerCase() === 'true',
    cnonce: randomBytes(8).toString('hex'),
  };
  if (word.toLowerCase() === 'basic')
    return { scheme: 'basic', ...common, nonce: '', algorithm: 'MD5', isSession: false, qop: false };
  const algorithm = algorithmOf(said.get('algorithm'));
  const nonce = said.get('nonce');
  if (algorithm === null || nonce === undefined) return null;
  const qops = said
    .get('qop')
    ?.split(',')
    .map((word) => word.trim().toLowerCase());
  // A server that offers integrity of bodies alone cannot be served.
  if (qops !== undefined && !qops.includes('auth')) return null;
  const opaque = said.get('opaque');
  return {
    scheme: 'digest',
    ...common,
    nonce,
    ...algorithm,
    qop: qops !== undefined,
    ...(opaque === undefined ? {} : { opaque }),
  };
}

const rank = (challenge: Challenge): number =>
  challenge.scheme === 'basic' ? 2 : challenge.algorithm === 'SHA-256' ? 0 : 1;

/** The strongest challenge that we can answer: SHA-256 before MD5 before a password in the clear. */
export function chooseChallenge(headers: readonly string[]): Challenge | null {
  const known = headers.map(readChallenge).filter((challenge) => challenge !== null);
  return known.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** `count` rises by one per use of the same nonce. */
type Question = { readonly method: string; readonly url: string; readonly count: number };

/** The value of the `Authorization` header for one request. */
export function authorize(
  challenge: Challenge,
  { user, password }: Credentials,
  { method, url, count }: Question,
): string {
  if (challenge.scheme === 'basic') return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const hash = (text: string): string =>
    createHash(challenge.algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const { nonce, cnonce, isSession } = challenge;
  const login = hash(`${user}:${challenge.realm}:${password}`);
  const secret = isSession ? hash(`${login}:${nonce}:${cnonce}`) : login;
  const request = hash(`${method}:${url}`);
  const nc = count.toString(16).padStart(8, '0');
  const middle = challenge.qop ? `${nonce}:${nc}:${cnonce}:auth` : nonce;
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const parts = [
    `username=${quoted(user)}`,
    `realm=${quoted(challenge.realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(url)}`,
    `response="${hash(`${secret}:${middle}:${request}`)}"`,
    `algorithm=${challenge.algorithm}${isSession ? '-sess' : ''}`,
  ];
  if (challenge.qop) parts.push('qop=auth', `nc=${nc}`);
  if (challenge.qop || isSession) parts.push(`cnonce="${cnonce}"`);
  if (challenge.opaque !== undefined) parts.push(`opaque=${quoted(challenge.opaque)}`);
  return `Digest ${parts.join(', ')}`;
}
