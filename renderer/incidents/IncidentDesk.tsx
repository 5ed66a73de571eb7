import { X } from 'lucide-react';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Incident, Severity } from '../../domain/incidents/model.ts';
import { useNow } from '../replica/clock.ts';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import { useAgo } from '../text/useAgo.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Sign } from '../ui/Sign.tsx';
import '../ui/pulse.css';
import { countBySeverity, drawnCount, PAGE, type DeskRow } from './desk.ts';
import { ConflictList } from './ConflictList.tsx';
import { chooseIncident, clearFilter, searchIncidents, toggleSeverity, useDeskState } from './deskStore.ts';
import { severityIcons, severityShapes } from './severityIcons.ts';
import type { Desk } from './useDesk.ts';
import './desk.css';

/** Gravest first, as the list. */
const bySeverity: readonly Severity[] = ['emergency', 'critical', 'warning', 'info'];

function When({ at }: { readonly at: number }) {
  const text = useText().desk;
  const { ago } = useAgo();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()}>{text.raised(formatMoment(at, now), ago(now - at))}</time>
  );
}

function Acknowledged({ row }: { readonly row: DeskRow }) {
  const text = useText().desk;
  const now = useNow();
  const { incident, waiting } = row;
  if (incident.acknowledgement) {
    const { by, at } = incident.acknowledgement;
    return <span className="desk-done quiet">{text.acknowledged(by, formatMoment(at, now))}</span>;
  }
  if (waiting === undefined) return null;
  return <span className="desk-done waiting">{text.waiting(waiting.by, formatMoment(waiting.at, now))}</span>;
}

function Where({ incident }: { readonly incident: Incident }) {
  const text = useText().desk;
  const { place, state, provenance } = incident;
  const said = [place.name, text.states[state], ...(provenance === 'live' ? [] : [text[provenance]])];
  return <span className="desk-place">{said.join(' · ')}</span>;
}

/** What else belongs to an incident that is looked at: the cameras near to it. */
type Beside = (incident: Incident) => ReactNode;

function Detail({ incident }: { readonly incident: Incident }) {
  const text = useText().desk;
  const { detail, lead } = incident;
  return (
    <div className="desk-detail">
      <p>{detail === '' ? text.noDetail : detail}</p>
      {lead && <p className="quiet">{text.lead(lead)}</p>}
    </div>
  );
}

type RowProps = {
  readonly row: DeskRow;
  readonly chosen: boolean;
  readonly sending: boolean;
  readonly acknowledge: (incidentId: string) => Promise<void>;
  readonly beside: Beside;
};

const IncidentRow = memo(function IncidentRow({ row, chosen, sending, acknowledge, beside }: RowProps) {
  const text = useText();
  const item = useRef<HTMLLIElement>(null);
  const { incident, unseen } = row;
  const refusal = useDeskState((state) =>
    state.refusal?.incidentId === incident.id ? state.refusal.reason : null,
  );
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={item} className={`desk-row ${incident.severity}`} data-unseen={unseen} aria-current={chosen}>
      <span className="desk-severity">
        <span className={unseen && incident.severity === 'emergency' ? 'pulse' : undefined}>
          <Sign shape={severityShapes[incident.severity]} filled={unseen} />
        </span>
        {text.desk.severities[incident.severity]}
      </span>
      <When at={incident.raisedAt} />
      <button
        type="button"
        className="desk-title"
        aria-expanded={chosen}
        onClick={() => chooseIncident(chosen ? null : incident.id)}
      >
        {incident.title}
      </button>
      <Where incident={incident} />
      {unseen ? (
        <Button
          className="desk-acknowledge"
          aria-label={`${text.desk.acknowledge}: ${incident.title}`}
          disabled={sending}
          {...(chosen && { keys: 'X' })}
          onClick={() => void acknowledge(incident.id)}
        >
          {sending ? text.desk.acknowledging : text.desk.acknowledge}
        </Button>
      ) : (
        <Acknowledged row={row} />
      )}
      {chosen && <Detail incident={incident} />}
      {chosen && beside(incident)}
      {refusal && (
        <p className="desk-refusal" role="alert">
          {text.refusals[refusal]}
        </p>
      )}
    </li>
  );
});

function Filters({ rows }: { readonly rows: readonly DeskRow[] }) {
  const text = useText().desk;
  const { query, hidden } = useDeskState();
  const counts = countBySeverity(rows);
  return (
    <div className="desk-filters">
      <SearchField
        type="search"
        id="incident-search"
        label={text.search}
        value={query}
        onChange={(event) => searchIncidents(event.target.value)}
      />
      <div role="group" aria-label={text.filter} className="desk-severities">
        {bySeverity.map((severity) => (
          <button
            key={severity}
            type="button"
            className={`filter ${severity}`}
            aria-pressed={!hidden.has(severity)}
            onClick={() => toggleSeverity(severity)}
          >
            <Icon of={severityIcons[severity]} /> {text.severities[severity]}{' '}
            <strong>{counts[severity]}</strong>
          </button>
        ))}
        {(query !== '' || hidden.size > 0) && (
          <Button look="quiet" icon={X} onClick={clearFilter}>
            {text.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

function List({ desk, beside }: { readonly desk: Desk; readonly beside: Beside }) {
  const text = useText().desk;
  const sending = useDeskState((state) => state.sending);
  const [pages, setPages] = useState(1);
  const { rows, chosenId, acknowledge } = desk;
  const drawn = drawnCount(rows, pages, chosenId);
  const left = rows.length - drawn;
  return (
    <ol className="desk-list">
      {rows.slice(0, drawn).map((row) => (
        <IncidentRow
          key={row.incident.id}
          row={row}
          chosen={row.incident.id === chosenId}
          sending={sending.has(row.incident.id)}
          acknowledge={acknowledge}
          beside={beside}
        />
      ))}
      {left > 0 && (
        <li>
          <Button onClick={() => setPages(pages + 1)}>{text.more(Math.min(left, PAGE), left)}</Button>
        </li>
      )}
    </ol>
  );
}

/** Open incidents by urgency, to be read and acknowledged; what the province answered otherwise stands on top. */
export function IncidentDesk({ desk, beside }: { readonly desk: Desk; readonly beside: Beside }) {
  const text = useText().desk;
  const unseen = desk.all.filter((row) => row.unseen).length;
  return (
    <section className="desk" aria-label={text.label}>
      <header>
        <h2>{text.label}</h2>
        <p role="status">{text.counts(desk.all.length, unseen)}</p>
      </header>
      <Filters rows={desk.all} />
      <ConflictList conflicts={desk.conflicts} blocked={desk.blocked} />
      {desk.rows.length === 0 && (
        <p className="empty">{desk.all.length === 0 ? text.none : text.noneFound}</p>
      )}
      <List desk={desk} beside={beside} />
    </section>
  );
}
