import { describe, expect, it } from 'vitest';
import { maskedPlate, plateKey, platePattern, wholePlate } from './plates.ts';

describe('a plate that everybody may see', () => {
  it.each([
    ['20A-123.45', '20A-•••.45'],
    ['20a 12345', '20A-•••.45'],
    ['20-B1 234.56', '20B1-•••.56'],
    ['29LD-1234', '29LD-••34'],
    ['20A-1234', '20A-••34'],
    ['TM-1234', 'T••••4'],
    ['80-NG-12345', '80NG-•••.45'],
  ])('hides the middle of %s', (plate, masked) => {
    expect(maskedPlate(plate)).toBe(masked);
  });

  it('never holds all that was read', () => {
    for (const plate of ['ABCD', '12345', 'A1-2', '20A-123.45'])
      expect(plateKey(maskedPlate(plate))).not.toBe(plateKey(plate));
  });
});

describe('a plate', () => {
  it('has one spelling, however it was written', () => {
    expect(plateKey('20a-123.45')).toBe(plateKey('20A 12345'));
    expect(wholePlate('20a 12345')).toBe('20A-123.45');
    expect(wholePlate('20b1 23456')).toBe('20B1-234.56');
  });

  it('is no markup and no path', () => {
    for (const wrong of ['<b>20A</b>', '../20A', '', 'A', 'x'.repeat(40)])
      expect(platePattern.test(wrong)).toBe(false);
  });
});
