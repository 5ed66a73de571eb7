import { linerase, parseSOAPString } from 'onvif/lib/utils.js';

/** A reply that is longer is none of a camera's, bytes. */
export const MAX_REPLY_BYTES = 256 * 1024;

/**
 * Takes the namespaces out before the library's own pattern does: that one looks at a hostile text for minutes. What is left
 * of them, entities and document types are no part of a camera's reply.
 */
export function soundXml(text: string): string | null {
  const bare = text.replace(/\sxmlns(?::[\w.-]{1,40})?\s{0,4}=\s{0,4}(?:"[^"]{0,300}"|'[^']{0,300}')/g, '');
  return bare.includes('xmlns') || bare.includes('<!') ? null : bare;
}

/** The body of a reply, plain; an error for whatever is none. The library's parser throws at much: nothing leaves here thrown. */
export function readReply(
  text: string,
  statusCode: number,
): { readonly error: Error | null; readonly body: unknown } {
  const xml = soundXml(text);
  let read: { error: Error | null; body: unknown } = { error: new Error('no reply'), body: null };
  if (xml === null) return read;
  try {
    parseSOAPString(xml, (error, body) => (read = { error, body }), statusCode);
  } catch (error) {
    read = { error: error instanceof Error ? error : new Error('unreadable'), body: null };
  }
  return read;
}

/** A body of SOAP as plain values. Throws for one that is nested too deep. */
export function plain(body: unknown): unknown {
  return linerase(body);
}
