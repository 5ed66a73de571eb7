import { useState } from 'react';
import type { Notice } from '../../domain/contract/port.ts';
import { useNow } from '../replica/clock.ts';
import { useReplica } from '../replica/store.ts';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { noticeWords } from './noticeWords.ts';
import './notices.css';

const grave: readonly Notice['kind'][] = [
  'disk-full',
  'cache-set-aside',
  'audit-set-aside',
  'cameras-set-aside',
  'plates-set-aside',
  'evidence-set-aside',
  'plans-halted',
  'vault-closed',
];

/** What this machine has to say about itself, newest first, each until the operator has seen it. */
export function NoticeStrip() {
  const words = useText();
  const text = words.notices;
  const now = useNow();
  const notices = useReplica((state) => state.notices);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const fresh = notices.filter(({ id }) => !seen.has(id)).sort((a, b) => b.at - a.at);
  return (
    <section className="notices" aria-label={text.label} aria-live="polite">
      <header>
        <h2>{text.label}</h2>
        {fresh.length > 0 && (
          <Button look="quiet" onClick={() => setSeen(new Set(notices.map(({ id }) => id)))}>
            {text.seen}
          </Button>
        )}
      </header>
      {fresh.length === 0 && <p className="empty">{text.none}</p>}
      <ul>
        {fresh.map(({ id, kind, at, detail }) => (
          <li key={id} className={grave.includes(kind) ? 'grave' : undefined}>
            <time>{formatMoment(at, now)}</time> {noticeWords({ kind, detail }, words)}
          </li>
        ))}
      </ul>
    </section>
  );
}
