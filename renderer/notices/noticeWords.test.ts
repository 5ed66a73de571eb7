import { describe, expect, it } from 'vitest';
import { vi } from '../text/vi.ts';
import { noticeWords } from './noticeWords.ts';

const late = (detail: string): string => noticeWords({ kind: 'answered-late', detail }, vi);

describe('the notice of a late answer', () => {
  it('says which command it was and how it ended, in the words of the log', () => {
    expect(late('wall.freeze done')).toContain(`(Dừng hình: ${vi.audit.done})`);
    expect(late('wall.freeze control-moved')).toContain(`Dừng hình: ${vi.refusals['control-moved']}`);
  });

  it('tells what it does not know as it came', () => {
    expect(late('wall.newCall new-reason')).toContain('(wall.newCall: new-reason)');
  });
});

describe('any other notice', () => {
  it('is its sentence, with what it is about', () => {
    expect(noticeWords({ kind: 'core-restarted', detail: undefined }, vi)).toBe(
      vi.notices.kinds['core-restarted'],
    );
    expect(noticeWords({ kind: 'window-restarted', detail: '1, 2' }, vi)).toContain('(màn hình 1, 2)');
  });
});
