import { describe, expect, it } from 'vitest';
import { authorize, chooseChallenge } from './rtspAuth.ts';

// The worked example of RFC 7616, section 3.9.1.
const example =
  'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=ALGORITHM, ' +
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
const mufasa = { user: 'Mufasa', password: 'Circle of Life' };
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const question = { method: 'GET', url: '/dir/index.html', count: 1 };

function answer(header: string, ours = cnonce): string {
  const challenge = chooseChallenge([header]);
  return challenge === null ? '' : authorize({ ...challenge, cnonce: ours }, mufasa, question);
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

  // The standard works out no example of these: what curl 7.88.1 answers to the same question, with its own cnonce.
  it.each([
    ['MD5-sess', 'YWFhNmY2NjQ0OGI0MWMyYzRhNGI5NTQ0YWFkNGJjNTE=', '701d87081f55a23f90ebf14616c60fff'],
    [
      'SHA-256-sess',
      'ZTM4M2Q3NjczMmQzZTlmMWQyZDdmMmU2ZjE0NDUzZmM=',
      '5d08cd5843fcf7d2e427997f4b2a3dff2102f33896f90c4e2f52bcbbae9e64f8',
    ],
  ])('gets the answer of others for %s', (algorithm, ours, response) => {
    const header = answer(example.replace('ALGORITHM', algorithm), ours);
    expect(header).toContain(`response="${response}"`);
    expect(header).toContain(`algorithm=${algorithm}, qop=auth, nc=00000001, cnonce="${ours}"`);
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
