import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * How a document lies on the disk: a head of `HEAD_BYTES`, then pieces of `PIECE_BYTES` of content, each sealed on its
 * own, so that any part of a film can be read without the rest. The head holds the document's own salt, its size and its
 * type, sealed with the document's id as additional data: a file under another name does not open. The pieces are sealed
 * with a key that follows from that salt and with their number as nonce: none can be changed, left out or moved.
 */
const CIPHER = 'aes-256-gcm';
const MAGIC = Buffer.from('TCD1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export const HEAD_BYTES = 512;
export const PIECE_BYTES = 262_144;
/** A piece and its seal. */
export const SEALED_BYTES = PIECE_BYTES + TAG_BYTES;

/** What the head of every sealed file says. */
export type SealedHead = { readonly salt: string; readonly sizeBytes: number };
/** What a document's head says. */
export type DocumentHead = SealedHead & { readonly mime: string };

/** A new salt, base64: no two documents are sealed with one key. */
export function newSalt(): string {
  return randomBytes(16).toString('base64');
}

export function pieceKey(key: Buffer, salt: string): Buffer {
  const derived = hkdfSync('sha256', key, Buffer.from(salt, 'base64'), 'toan-canh document piece', KEY_BYTES);
  return Buffer.from(derived);
}

function pieceNonce(index: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, NONCE_BYTES - 4);
  return nonce;
}

export function sealPiece(key: Buffer, index: number, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, pieceNonce(index));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]);
}

/** Throws when a single bit was changed. */
export function openPiece(key: Buffer, index: number, sealed: Buffer): Buffer {
  const text = sealed.subarray(0, -TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, pieceNonce(index), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

function purpose(documentId: string): Buffer {
  return Buffer.from(`toan-canh document 1 ${documentId}`);
}

export function sealHead<Head extends SealedHead>(key: Buffer, documentId: string, head: Head): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(purpose(documentId));
  const text = Buffer.concat([cipher.update(JSON.stringify(head), 'utf8'), cipher.final()]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  const whole = Buffer.concat([MAGIC, nonce, cipher.getAuthTag(), length, text]);
  return Buffer.concat([whole, Buffer.alloc(HEAD_BYTES - whole.length)]);
}

/** Throws when the file is another document's, or another machine's, or was changed. */
export function openHead<Head extends SealedHead = DocumentHead>(
  key: Buffer,
  documentId: string,
  sealed: Buffer,
): Head {
  if (!sealed.subarray(0, 4).equals(MAGIC)) throw new Error('not a document');
  const nonce = sealed.subarray(4, 16);
  const text = sealed.subarray(34, 34 + sealed.readUInt16BE(32));
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(purpose(documentId)).setAuthTag(sealed.subarray(16, 32));
  return JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')) as Head;
}
