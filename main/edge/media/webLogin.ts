import type { StreamAddress } from '../../cameras/ports.ts';
import { authorize, chooseChallenge, type Credentials } from './rtspAuth.ts';

/** An address without the name and password in it, and those that count: the given ones before the ones in it. */
function loginOf({ url, credentials }: Pick<StreamAddress, 'url' | 'credentials'>): {
  readonly bare: URL;
  readonly login?: Credentials;
} {
  const bare = new URL(url);
  const inUrl =
    bare.username === ''
      ? undefined
      : { user: decodeURIComponent(bare.username), password: decodeURIComponent(bare.password) };
  bare.username = bare.password = '';
  const login = credentials ?? inUrl;
  return { bare, ...(login === undefined ? {} : { login }) };
}

type Headers = Readonly<Record<string, string>>;

const get = (url: URL, signal: AbortSignal, headers: Headers): Promise<Response> =>
  // A redirect could lead anywhere, so it is an error.
  fetch(url, { redirect: 'error', signal, headers });

/**
 * Asks a camera's web server, with digest or basic authentication where it wants one. Throws when nobody answers, or
 * it wants another: then the name and password were not tried, and may be right.
 */
export async function askCamera(
  stream: Pick<StreamAddress, 'url' | 'credentials'>,
  signal: AbortSignal,
  headers: Headers = {},
): Promise<Response> {
  const { bare, login } = loginOf(stream);
  const answer = await get(bare, signal, headers);
  if (answer.status !== 401 || login === undefined) return answer;
  await answer.body?.cancel();
  const asked = answer.headers.get('www-authenticate') ?? '';
  const challenge = chooseChallenge(asked.split(/,\s*(?=(?:digest|basic)\s)/i));
  if (challenge === null) throw new Error('unknown challenge');
  const url = `${bare.pathname}${bare.search}`;
  const authorization = authorize(challenge, login, { method: 'GET', url, count: 1 });
  return get(bare, signal, { ...headers, authorization });
}
