import { describe, expect, it } from 'vitest';
import type { Notice } from '../../domain/contract/port.ts';
import { noticeList } from './noticeList.ts';

const notice = (kind: Notice['kind'], at: number): Notice => ({ id: `${kind}-${at}`, kind, at });
const notices = [notice('disk-full', 1), notice('core-restarted', 2), notice('window-restarted', 3)];
const all = new Set(notices.map(({ id }) => id));

describe('the notices of this machine', () => {
  it('go when they were seen, but for a fault that still stands', () => {
    const { standing, unseen } = noticeList(notices, all);
    expect(standing.map(({ kind }) => kind)).toEqual(['disk-full']);
    expect(unseen).toEqual([]);
  });

  it('come newest first, and those that were seen do not hide newer ones', () => {
    const later = notice('core-restarted', 9);
    expect(noticeList([...notices, later], new Set()).unseen.map(({ at }) => at)).toEqual([9, 3, 2]);
    expect(noticeList([...notices, later], all).unseen).toEqual([later]);
  });
});
