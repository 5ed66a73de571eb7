import type { Socket } from 'node:net';
import type { CameraTrouble } from '../../../domain/cameras/model.ts';
import type { Clock } from '../../kernel/ports.ts';
import { authorize, chooseChallenge, type Challenge, type Credentials } from './rtspAuth.ts';
import type { RtspResponse } from './rtspReader.ts';

/** A camera that does not answer a request within this time is not there, ms. */
export const ANSWER_MS = 3_000;

export type SessionEnd = 'unauthorised' | Exclude<CameraTrouble, 'waits-for-turn'>;

type Request = {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Why a conversation cannot go on; it ends as a session's `ended`, nobody else sees it. */
export class Failure extends Error {
  readonly reason: SessionEnd;
  constructor(reason: SessionEnd, detail = '') {
    super(detail);
    this.reason = reason;
  }
}

type Waiting = { resolve(response: RtspResponse): void; reject(failure: Failure): void };

/** Requests and answers on one connection, one at a time, with the password where it is asked for. */
export function createConversation(
  socket: Pick<Socket, 'write'>,
  clock: Pick<Clock, 'after'>,
  credentials: Credentials | undefined,
) {
  let cseq = 0;
  let session = '';
  let challenge: Challenge | null = null;
  let uses = 0;
  let waiting: Waiting | null = null;

  function send({ method, url, headers = {} }: Request): void {
    cseq += 1;
    const lines = [`${method} ${url} RTSP/1.0`, `CSeq: ${cseq}`, 'User-Agent: Toan Canh'];
    if (challenge !== null && credentials !== undefined) {
      uses += 1;
      lines.push(`Authorization: ${authorize(challenge, credentials, { method, url, count: uses })}`);
    }
    if (session !== '') lines.push(`Session: ${session}`);
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  }

  function exchange(request: Request): Promise<RtspResponse> {
    return new Promise((resolve, reject) => {
      const callOff = clock.after(ANSWER_MS, () => reject(new Failure('no-answer', request.method)));
      waiting = {
        resolve: (response) => (callOff(), resolve(response)),
        reject: (failure) => (callOff(), reject(failure)),
      };
      send(request);
    });
  }

  /** Answers a challenge once; a second refusal is final, unless only the nonce was old. */
  async function ask(request: Request): Promise<RtspResponse> {
    const hadChallenge = challenge !== null;
    let response = await exchange(request);
    if (response.status === 401) {
      const next = chooseChallenge(response.headers.get('www-authenticate') ?? []);
      if (credentials === undefined || (hadChallenge && next?.stale !== true))
        throw new Failure('unauthorised');
      // The name and password were not tried: they may be right.
      if (next === null) throw new Failure('refused', `${request.method} 401`);
      challenge = next;
      uses = 0;
      response = await exchange(request);
    }
    if (response.status === 401 || response.status === 403)
      throw new Failure('unauthorised', String(response.status));
    if (response.status < 200 || response.status > 299)
      throw new Failure('refused', `${request.method} ${response.status}`);
    return response;
  }

  return {
    ask,
    /** Does not wait for the answer. */
    send,
    answered(response: RtspResponse): void {
      if (waiting === null || response.status < 200) return;
      const { resolve } = waiting;
      waiting = null;
      resolve(response);
    },
    fail: (failure: Failure): void => waiting?.reject(failure),
    join: (id: string): void => void (session = id),
  };
}
