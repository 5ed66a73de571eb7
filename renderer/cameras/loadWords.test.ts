import { describe, expect, it } from 'vitest';
import { vi } from '../text/vi.ts';
import { loadWords } from './loadWords.ts';

const levels = { full: 4, sub: 0, fewer: 0, keys: 0, still: 0 };

describe('what the console says of the machine’s cameras', () => {
  it('is that it keeps pace while no tile gives up anything', () => {
    const budget = { capacity: null, used: 100, busy: 0.42, tiles: 4, levels };

    expect(loadWords(budget, vi.cameras.shed)).toEqual({
      whole: '4 ô camera, máy đủ sức',
      parts: 'máy bận 42%',
    });
  });

  it('is who gives up what, and how much of the machine’s own limit is in use', () => {
    const budget = {
      ...{ capacity: 200_000, used: 190_000, busy: 0.97, tiles: 36 },
      levels: { full: 1, sub: 0, fewer: 5, keys: 0, still: 30 },
    };

    expect(loadWords(budget, vi.cameras.shed)).toEqual({
      whole: '35/36 ô camera giảm chất lượng',
      parts: '5 ô giảm nửa số hình, 30 ô ảnh tĩnh, máy bận 97%, đang dùng 95% khả năng hiển thị',
    });
    expect(loadWords({ ...budget, used: 428_000 }, vi.cameras.shed).parts).toMatch(/, máy bận 97%, quá sức$/);
  });
});
