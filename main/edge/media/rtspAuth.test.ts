import { describe, expect, it } from 'vitest';
import { authorize, chooseChallenge } from './rtspAuth.ts';

// The worked example of RFC 7616, section 3.9.1.
const example =
  'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=ALGORITHM, ' +
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
const mufasa = { user: 'Mufasa', password: 'Circle of Life' };
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const question = { method: 'GET', url: '/dir/index.html', count: 1, cnonce };

function answer(header: string): string {
  const challenge = chooseChallenge([header]);
  return challenge === null ? '' : authorize(challenge, mufasa, question);
}

describe('a camera that asks who is there', () => {
  it('gets no answer to a challenge that nobody can answer', () => {
    expect(chooseChallenge([])).toBeNull();
    expect(chooseChallenge(['Negotiate', 'Digest realm="a"'])).toBeNull();
    expect(chooseChallenge(['Digest realm="a", nonce="n", algorithm=SHA-512-256'])).toBeNull();
    expect(chooseChallenge(['Digest realm="a", nonce="n", qop="auth-int"'])).toBeNull();
  });

  it('gets the answer of the standard for MD5 and for SHA-256', () => {
    expect(answer(example.replace('ALGORITHM', 'MD5'))).toContain(
      'response="8ca523f5e9506fed4657c9700eebdbec"',
    );
    expect(answer(example.replace('ALGORITHM', 'SHA-256'))).toContain(
      'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
    );
  });

  it('gets the old answer without qop when it knows no newer', () => {
    const header = answer('Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"');

    expect(header).not.toContain('qop');
    expect(header).toMatch(/response="[0-9a-f]{32}"/);
  });

  it('gets the strongest answer of several, and the password in the clear only if nothing else is known', () => {
    const basic = 'Basic realm="cam"';
    const md5 = 'Digest realm="cam", nonce="n"';
    const sha = 'digest realm="cam",nonce="n",algorithm=sha-256';

    expect(chooseChallenge([basic, md5, sha])?.algorithm).toBe('SHA-256');
    expect(chooseChallenge([basic, md5])?.scheme).toBe('digest');
    expect(answer(basic)).toBe(`Basic ${Buffer.from('Mufasa:Circle of Life').toString('base64')}`);
  });

  it('cannot smuggle a header line in by its realm', () => {
    const header = answer('Digest realm="a\\"b", nonce="n"');

    expect(header).toContain('realm="a\\"b"');
  });
});
