import { describe, expect, it } from 'vitest';
import { csv } from '../../domain/kernel/csv.ts';
import { sorted, tableOf, type NamedUse } from './table.ts';

function named(name: string, shownMs: number, lastAt = 0): NamedUse {
  const use = { kind: 'scene', subject: name, label: name, shownMs, times: 1, lastAt };
  return { use, name, kind: 'kịch bản' };
}

describe('the table of uses', () => {
  const uses = [named('Đập', 60_000, 3), named('Biển', 120_000, 1), named('Cầu', 90_000, 2)];
  const names = (order: 'time' | 'name' | 'last') => sorted(uses, order).map(({ name }) => name);

  it('is sorted by time, by name in Vietnamese order, by the last time', () => {
    expect([names('time'), names('name'), names('last')]).toEqual([
      ['Biển', 'Cầu', 'Đập'],
      ['Biển', 'Cầu', 'Đập'],
      ['Đập', 'Cầu', 'Biển'],
    ]);
  });

  it('leaves as CSV that no spreadsheet runs', () => {
    const text = csv(tableOf([named('=HYPERLINK("http://x")', 90_000)], ['Loại'], () => '23/11/2026'));
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")",1.5,1,23/11/2026`);
  });
});
