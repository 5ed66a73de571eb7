import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

const line = (...cells: readonly (string | number | null)[]) => csv([cells]).slice(1, -2);

describe('a table for a spreadsheet', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x";"y")'])(
    'never runs what somebody wrote: %j',
    (text) => {
      expect(line(text).replace(/^"/, '')[0]).toBe("'");
    },
  );

  it('leaves numbers alone, negative ones too', () => {
    expect(line(-3, '-3,5', '12')).toBe('-3,"-3,5",12');
  });

  it('keeps commas, quotes and lines inside their cell', () => {
    expect(line('a,b', 'nói "có"', 'hai\ndòng')).toBe('"a,b","nói ""có""","hai\ndòng"');
  });

  it('opens as Vietnamese: UTF-8 with its mark', () => {
    expect(csv([['Tường']])).toBe('\uFEFFTường\r\n');
  });
});
