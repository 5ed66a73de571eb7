import type { IncomingMessage } from 'node:http';

/** Status and JSON body of an HTTP answer. */
export type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** The whole body as text, or why not: 413 too large, 400 not UTF-8. */
async function bodyText(request: IncomingMessage, maxBytes: number): Promise<string | Reply> {
  const tooLarge = { status: 413, body: { error: 'too-large', maxBytes } };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > maxBytes) return tooLarge;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return { status: 400, body: { error: 'not-utf-8' } };
  }
}

/** The body as JSON, at most `maxBytes` of it, or the answer that says what is wrong with it. */
export async function jsonBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<{ readonly json: unknown } | Reply> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return { status: 415, body: { error: 'content-type', expected: 'application/json' } };
  }
  const text = await bodyText(request, maxBytes);
  if (typeof text !== 'string') return text;
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { status: 400, body: { error: 'not-json' } };
  }
}
