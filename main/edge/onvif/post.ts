import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { MAX_REPLY_BYTES } from './soap.ts';

/** A camera answers within this time, from the first byte out to the last one in, ms. */
export const REPLY_MS = 4_000;

export type Reply = {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly text: string;
};

export type Post = {
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

function read(response: IncomingMessage, done: (reply: Reply | Error) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes <= MAX_REPLY_BYTES) return;
    done(new Error('too large'));
    response.destroy();
  });
  response.on('error', done);
  response.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8');
    done({ status: response.statusCode ?? 0, rawHeaders: response.rawHeaders, text });
  });
}

/** Posts one SOAP message; bounded in time and size whatever the other side does. */
export function post({ secure, hostname, port, path, headers, body }: Post): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const ask = secure ? httpsRequest : httpRequest;
    const request = ask({ hostname, port, path, headers, method: 'POST', agent: false });
    const timer = setTimeout(() => settle(new Error('silent')), REPLY_MS);
    function settle(outcome: Reply | Error): void {
      clearTimeout(timer);
      if (outcome instanceof Error) {
        request.destroy();
        reject(outcome);
      } else resolve(outcome);
    }
    request.on('error', settle);
    request.on('response', (response) => read(response, settle));
    request.end(body);
  });
}
