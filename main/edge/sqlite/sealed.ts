import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals short texts, each bound to its name: one put in another's place does not open. */
export function createSeal(key: Buffer) {
  const sealKey = Buffer.from(hkdfSync('sha256', key, '', 'seal', 32));
  const markKey = Buffer.from(hkdfSync('sha256', key, '', 'mark', 32));
  return {
    seal(name: string, text: string): string {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealKey, nonce).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    /** Undefined when a bit was changed, or it was sealed by another machine. */
    open(name: string, sealed: string): string | undefined {
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv(CIPHER, sealKey, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(name));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    /** The same for the same text on this machine, and nothing to anybody else. */
    mark: (text: string): string => createHmac('sha256', markKey).update(text).digest('base64'),
  };
}
