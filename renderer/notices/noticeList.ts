import { isStanding, type Notice } from '../../domain/contract/port.ts';

export type NoticeList = {
  /** Faults that hold now. Nobody sees them away: they go when they are mended. */
  readonly standing: readonly Notice[];
  /** What happened and the operator has not seen yet, newest first. */
  readonly unseen: readonly Notice[];
};

/** What the strip shows of what this machine has to say, after the operator has seen so much of it. */
export function noticeList(notices: readonly Notice[], seen: ReadonlySet<string>): NoticeList {
  const newest = [...notices].sort((a, b) => b.at - a.at);
  return {
    standing: newest.filter(({ kind }) => isStanding(kind)),
    unseen: newest.filter(({ kind, id }) => !isStanding(kind) && !seen.has(id)),
  };
}
