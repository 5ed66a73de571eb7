import { partOf } from '../documents/range.ts';
import { openDocument, type OpenedDocument } from '../documents/read.ts';
import type { Room } from './scheme.ts';

const ID = /^[0-9a-f]{64}$/;
async function answer(document: OpenedDocument, request: Request): Promise<Response> {
  const { mime, sizeBytes } = document;
  const headers: Record<string, string> = {
    'content-type': mime,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Never a page: whoever leads a window here gets nothing that runs.
    'content-security-policy': "default-src 'none'; sandbox",
  };
  const part = partOf(request.headers.get('range'), sizeBytes);
  if (part === null) {
    await document.close();
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${sizeBytes}` } });
  }
  const { start, end } = part ?? { start: 0, end: sizeBytes };
  headers['content-length'] = String(end - start);
  if (part) headers['content-range'] = `bytes ${start}-${end - 1}/${sizeBytes}`;
  const status = part ? 206 : 200;
  if (request.method !== 'HEAD') return new Response(document.read(start, end), { status, headers });
  await document.close();
  return new Response(null, { status, headers });
}

/**
 * The machine's documents under `ioc://app/documents/<sha256>`, whole or in parts. The shell reads them itself with the
 * key that the core hands on: it unwraps the vault's key anyway, and a film goes on while the core is started anew.
 */
export function documentsRoom(folder: string, key: () => Buffer | undefined): Room {
  return async (documentId, request) => {
    const now = key();
    if (now === undefined || !ID.test(documentId)) return undefined;
    const document = await openDocument(folder, now, documentId);
    return document && answer(document, request);
  };
}
