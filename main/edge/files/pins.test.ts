import { describe, expect, it } from 'vitest';
import { scryptPins } from './pins.ts';

describe('a PIN on this machine', () => {
  it('is known again, and no other is', async () => {
    const hash = await scryptPins.hash('246810');

    expect(await scryptPins.matches('246810', hash)).toBe(true);
    expect(await scryptPins.matches('246811', hash)).toBe(false);
    expect(hash).not.toContain('246810');
  });

  it('is kept differently for two people who chose the same', async () => {
    expect(await scryptPins.hash('1234')).not.toBe(await scryptPins.hash('1234'));
  });

  it.each(['', 'clear:1234', 'scrypt$32768', 'scrypt$32768$$'])(
    'matches nothing that is no hash: %j',
    async (hash) => {
      expect(await scryptPins.matches('1234', hash)).toBe(false);
    },
  );
});
