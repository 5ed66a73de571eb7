import { useEffect, useState } from 'react';
import type { Display } from '../../domain/wall/model.ts';
import type { SeatedHead } from '../../domain/wall/roomModel.ts';
import { useWorld } from '../replica/store.ts';
import { useText } from '../text/language.ts';
import './identify.css';

/** Numbers never stand longer than this, whatever a clock says, ms. */
const MOST_MS = 10_000;

/** True while numbers are to be flashed on the panels; ends by itself. */
export function useIdentifying(wallId: string | undefined): boolean {
  const until = useWorld((world) =>
    wallId === undefined ? null : (world.walls[wallId]?.identifying?.until ?? null),
  );
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const end = setTimeout(() => setOver(until), Math.max(0, Math.min(MOST_MS, until - Date.now())));
    return () => clearTimeout(end);
  }, [until]);
  return until !== null && until !== over && until > Date.now();
}

function useHead(wallId: string | undefined, is: (head: SeatedHead) => boolean): SeatedHead | undefined {
  return useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]?.heads.find(is)));
}

function nameOf({ name, connector }: SeatedHead): string {
  return [name, connector].filter((word) => word !== '').join(' · ');
}

/** A panel's own number, as large as it can be, and by what it is known. A question mark where nobody is sure. */
export function PanelNumber(props: { readonly wallId: string | undefined; readonly display: Display }) {
  const { wallId, display } = props;
  const text = useText().room;
  const identifying = useIdentifying(wallId);
  const head = useHead(wallId, ({ place }) => place === display.id);
  if (!identifying) return null;
  const doubtful = head !== undefined && head.doubt !== null;
  return (
    <div
      className={doubtful ? 'panel-number doubtful' : 'panel-number'}
      data-over="true"
      role="status"
      aria-label={text.numberOf(display.order)}
    >
      <strong>{doubtful ? `${display.order}?` : display.order}</strong>
      {head && <span>{nameOf(head)}</span>}
    </div>
  );
}

/** What a screen shows that has no place in the room yet. */
export function WithoutPlace({ wallId, windowId }: { readonly wallId: string; readonly windowId: string }) {
  const text = useText().room;
  const head = useHead(wallId, ({ id }) => windowId === `wall-head-${id}`);
  return (
    <main className="panel-number doubtful" aria-label={text.withoutPlace}>
      <strong>?</strong>
      <span>{text.withoutPlace}</span>
      {head && <span>{nameOf(head)}</span>}
    </main>
  );
}
