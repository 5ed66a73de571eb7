import { expect, it } from 'vitest';
import { createConversation, Failure } from './rtspConversation.ts';
import type { RtspResponse } from './rtspReader.ts';

const viewer = { user: 'viewer', password: 'x' };

/** Why a question to a camera that answers so, one answer after the other, fails; and what it was sent. */
async function asked(...answers: readonly RtspResponse[]) {
  const sent: string[] = [];
  let told = 0;
  const socket = {
    write(text: string): boolean {
      sent.push(text);
      queueMicrotask(() => {
        const answer = answers[told++];
        if (answer) talk.answered(answer);
      });
      return true;
    },
  };
  const talk = createConversation(socket, { after: () => () => undefined }, viewer);
  const failure = await talk.ask({ method: 'DESCRIBE', url: 'rtsp://camera/1' }).then(
    () => null,
    (error: unknown) => (error instanceof Failure ? error.reason : error),
  );
  return { failure, sent };
}

const wants = (challenge: string): RtspResponse => ({
  status: 401,
  headers: new Map([['www-authenticate', [challenge]]]),
  body: '',
});
const fine: RtspResponse = { status: 200, headers: new Map(), body: '' };

it('a camera that wants what nobody can give refuses, and is given no password that could be wrong', async () => {
  const { failure, sent } = await asked(wants('Digest realm="a", nonce="n", algorithm=SHA-512-256'));
  expect(failure).toBe('refused');
  expect(sent.join()).not.toContain('Authorization');
});

it('a camera that wants the password for each session anew is given one answer for one session', async () => {
  const { failure, sent } = await asked(
    wants('Digest realm="a", nonce="n", algorithm=MD5-sess, qop="auth"'),
    fine,
  );
  expect(failure).toBeNull();
  expect(sent[1]).toContain('algorithm=MD5-sess');
});

it('a camera that asks again refuses the password, whatever it asks for then', async () => {
  const { failure } = await asked(wants('Digest realm="a", nonce="n"'), wants('Negotiate'));
  expect(failure).toBe('unauthorised');
});
