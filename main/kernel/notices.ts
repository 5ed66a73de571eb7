import type { Notice } from '../../domain/contract/port.ts';
import type { Clock } from './ports.ts';

/** The newest this many are kept. */
const MOST = 20;

/** What the operator must know about this machine itself. */
export function createNotices(clock: Clock, changed: (notices: readonly Notice[]) => void) {
  let notices: readonly Notice[] = [];
  let count = 0;

  function set(next: readonly Notice[]): void {
    notices = next;
    changed(notices);
  }

  return {
    all: () => notices,
    add(kind: Notice['kind'], detail?: string): void {
      count += 1;
      const notice: Notice = {
        id: `${kind}-${count}`,
        kind,
        at: clock.now(),
        ...(detail !== undefined && { detail }),
      };
      set([...notices, notice].slice(-MOST));
    },
    /** The reason is gone. */
    clear(kind: Notice['kind']): void {
      if (notices.some((notice) => notice.kind === kind))
        set(notices.filter((notice) => notice.kind !== kind));
    },
  };
}
export type Notices = ReturnType<typeof createNotices>;
