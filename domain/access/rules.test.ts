import { describe, expect, it } from 'vitest';
import { isPin } from './rules.ts';

describe('a PIN', () => {
  it.each(['', '123', '12 34', '１２３４', '12a4', '1234567890123'])('is not %j', (pin) => {
    expect(isPin(pin)).toBe(false);
  });

  it.each(['0000', '2468', '123456789012'])('may be %j', (pin) => {
    expect(isPin(pin)).toBe(true);
  });
});
