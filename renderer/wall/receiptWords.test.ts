import { describe, expect, it } from 'vitest';
import { vi } from '../text/vi.ts';
import { countReceipts, receiptWords } from './receiptWords.ts';

const words = vi.wallBoard.receipt;
const at = Date.UTC(2026, 10, 22, 14, 40, 3);

describe('a receipt in words', () => {
  it('says that nothing was taken yet', () => {
    expect(receiptWords(undefined, words)).toBe('chưa có lượt đưa lên');
  });

  it('says when the frame was painted, in Viet Nam time', () => {
    expect(receiptWords({ displayId: 'd1', state: 'shown', at }, words)).toBe('đã hiển thị 21:40:03');
  });

  it('says why it failed, also when nobody said why', () => {
    expect(receiptWords({ displayId: 'd1', state: 'failed', reason: 'window-silent', at }, words)).toBe(
      'thất bại: cửa sổ không trả lời',
    );
    expect(receiptWords({ displayId: 'd1', state: 'failed', at }, words)).toBe('thất bại: không rõ lý do');
  });
});

describe('the receipts of a take', () => {
  it('are counted by what became of them', () => {
    const receipts = [
      { displayId: 'd1', state: 'shown', at },
      { displayId: 'd2', state: 'queued', at },
      { displayId: 'd3', state: 'shown', at },
    ] as const;

    expect(countReceipts(receipts)).toEqual({ shown: 2, queued: 1, failed: 0 });
  });
});
