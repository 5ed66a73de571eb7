import { Siren } from 'lucide-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import type { PanelSpec, Wall } from '../../../domain/wall/model.ts';
import { useSession } from '../../access/session.ts';
import { useText } from '../../text/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Hand } from '../../wall/put/usePutting.ts';
import { useDesks } from './desks.ts';
import { INCIDENTS, openDesk, useOpenDesk } from './openDesk.ts';
import './deskTabs.css';

/** The tab that an arrow key leads to; undefined for other keys. */
function stepFrom(ids: readonly string[], open: string, key: string): string | undefined {
  const at = ids.indexOf(open);
  if (key === 'ArrowRight') return ids[(at + 1) % ids.length];
  if (key === 'ArrowLeft') return ids[(at + ids.length - 1) % ids.length];
  if (key === 'Home') return ids[0];
  return key === 'End' ? ids.at(-1) : undefined;
}

/** The console's right column: one desk open at a time, the others a key away. The incidents' desk is never thrown away. */
export function DeskTabs(props: {
  readonly wall: Wall | undefined;
  readonly blocked: string | null;
  readonly bring: (spec: PanelSpec) => void;
  readonly hand: Hand;
  readonly incidents: ReactNode;
}) {
  const words = useText();
  const person = useSession((session) => session.person);
  const desks = useDesks();
  const role = person?.role ?? null;
  const base = useId();
  const asked = useOpenDesk((state) => state.open);
  const tabs = [{ id: INCIDENTS, icon: Siren, title: words.console.desks.incidents }].concat(
    desks.map(({ id, icon, title }) => ({ id, icon, title: title(words) })),
  );
  const shown = desks.find(({ id }) => id === asked);
  const open = shown?.id ?? INCIDENTS;

  function move(event: KeyboardEvent): void {
    const next = stepFrom(
      tabs.map(({ id }) => id),
      open,
      event.key,
    );
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    openDesk(next);
    document.getElementById(`${base}-${next}`)?.focus();
  }

  return (
    <div className="desks">
      {desks.length > 0 && (
        <div className="desk-tabs" role="tablist" aria-label={words.console.desks.label} onKeyDown={move}>
          {tabs.map(({ id, icon, title }) => (
            <button
              key={id}
              id={`${base}-${id}`}
              type="button"
              role="tab"
              aria-selected={id === open}
              tabIndex={id === open ? 0 : -1}
              onClick={() => openDesk(id)}
            >
              <Icon of={icon} /> {title}
            </button>
          ))}
        </div>
      )}
      <div className="desk-panel" hidden={open !== INCIDENTS}>
        {props.incidents}
      </div>
      {shown && props.wall && (
        <div className="desk-panel" role="tabpanel" aria-labelledby={`${base}-${shown.id}`}>
          <shown.Desk
            wall={props.wall}
            blocked={props.blocked}
            role={role}
            bring={props.bring}
            hand={props.hand}
            person={person}
          />
        </div>
      )}
    </div>
  );
}
