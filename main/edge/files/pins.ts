import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import type { Pins } from '../../access/ports.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MB = 1024 * 1024;

/** About 60 ms on a wall PC, in a thread of its own: the wall does not wait for a PIN. */
const COST = 2 ** 15;

function derive(pin: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: 8, p: 1, maxmem: 128 * MB };
  return new Promise((derived, failed) => {
    scrypt(pin.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? failed(error) : derived(key),
    );
  });
}

/** PINs are kept as `scrypt$cost$salt$key`. */
export const scryptPins: Pins = {
  async hash(pin) {
    const salt = randomBytes(SALT_BYTES);
    const key = await derive(pin, salt, COST);
    return `scrypt$${COST}$${salt.toString('base64')}$${key.toString('base64')}`;
  },
  async matches(pin, hash) {
    const [kind, cost, salt, key] = hash.split('$');
    if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
    const expected = Buffer.from(key, 'base64');
    const derived = await derive(pin, Buffer.from(salt, 'base64'), Number(cost));
    return expected.length === derived.length && timingSafeEqual(expected, derived);
  },
};
