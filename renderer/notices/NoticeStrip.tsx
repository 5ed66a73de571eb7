import { useState } from 'react';
import type { Notice } from '../../domain/contract/port.ts';
import { useNow } from '../replica/clock.ts';
import { useReplica } from '../replica/store.ts';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { noticeList } from './noticeList.ts';
import { noticeWords } from './noticeWords.ts';
import './notices.css';

const grave: readonly Notice['kind'][] = [
  'cache-set-aside',
  'audit-set-aside',
  'cameras-set-aside',
  'plates-set-aside',
  'evidence-set-aside',
  'room-set-aside',
  'plans-halted',
];

/** What this machine has to say about itself: faults as long as they stand, then the rest until the operator has seen it. */
export function NoticeStrip() {
  const words = useText();
  const text = words.notices;
  const now = useNow();
  const notices = useReplica((state) => state.notices);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const { standing, unseen } = noticeList(notices, seen);
  return (
    <section className="notices" aria-label={text.label} aria-live="polite">
      <header>
        <h2>{text.label}</h2>
        {unseen.length > 0 && (
          <Button look="quiet" onClick={() => setSeen(new Set(notices.map(({ id }) => id)))}>
            {text.seen}
          </Button>
        )}
      </header>
      {standing.length + unseen.length === 0 && <p className="empty">{text.none}</p>}
      <ul>
        {standing.map(({ id, kind, at, detail }) => (
          <li key={id} className="grave">
            <time>{text.since(formatMoment(at, now))}</time> {noticeWords({ kind, detail }, words)}
          </li>
        ))}
        {unseen.map(({ id, kind, at, detail }) => (
          <li key={id} className={grave.includes(kind) ? 'grave' : undefined}>
            <time>{formatMoment(at, now)}</time> {noticeWords({ kind, detail }, words)}
          </li>
        ))}
      </ul>
    </section>
  );
}
