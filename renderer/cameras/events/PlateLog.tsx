import { Eye, RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { PLATE_PAGE, type PlateRow } from '../../../domain/cameras/eventCalls.ts';
import { isSkewed, keptUntil, knownSince } from '../../../domain/cameras/events.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { vietnamDate, vietnamStamp } from '../../../domain/kernel/time.ts';
import { useWorld } from '../../replica/store.ts';
import { useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

/** Typing asks once it rests, ms. */
const REST_MS = 250;

/** A text that is a whole plate is looked for as one, by who may. */
function isWhole(text: string): boolean {
  return /^\d{2}[A-ZĐ]{1,2}\d?\d{4,5}$/i.test(text.replace(/[^0-9A-ZĐ]/gi, ''));
}

type Found = { readonly rows: readonly PlateRow[]; readonly refusal: Refusal | null };

async function search(text: string, maySee: boolean, before?: number): Promise<Found> {
  const page = { from: 0, to: Date.now() + 60_000, ...(before !== undefined && { before }) };
  const answer =
    maySee && isWhole(text)
      ? await window.ioc.call('cameras.findPlate', { plate: text, ...page })
      : await window.ioc.call('cameras.searchPlates', { text, ...page });
  return answer.ok ? { rows: answer.value, refusal: null } : { rows: [], refusal: answer.reason };
}

function Read({ row, maySee }: { readonly row: PlateRow; readonly maySee: boolean }) {
  const { cameraEvents: text, refusals } = useText();
  const nameOf = useName();
  const { event } = row;
  const camera = useWorld((world) => world.cameras.byId[event.cameraId]?.name);
  const days = useWorld((world) => world.cameraEvents.days);
  const [whole, setWhole] = useState<string | null>(null);
  async function look(): Promise<void> {
    const answer = await window.ioc.call('cameras.showPlate', { eventId: event.id });
    setWhole(answer.ok ? answer.value.plate : refusals[answer.reason]);
  }
  return (
    <li className="events-read">
      <time dateTime={new Date(event.at).toISOString()}>
        {isSkewed(event)
          ? text.byItsClock(vietnamStamp(event.at), vietnamStamp(knownSince(event)))
          : vietnamStamp(event.at)}
      </time>
      <strong className="events-plate">{whole ?? event.plate}</strong>
      <span>{camera ? nameOf(camera) : event.cameraId}</span>
      <span className="quiet">
        {text.confidence(Math.round(event.confidence * 100))}
        {days && ` · ${text.keptUntil(vietnamDate(keptUntil(event, days)))}`}
        {event.provenance === 'sample' && ` · ${text.sample}`}
      </span>
      {event.watch && <span className="events-why">{event.watch.reason}</span>}
      {maySee && whole === null && (
        <Button
          look="quiet"
          icon={Eye}
          aria-label={text.seeOf(event.plate ?? '')}
          onClick={() => void look()}
        >
          {text.see}
        </Button>
      )}
    </li>
  );
}

/** What cameras read, newest first; plates masked, whole ones one at a time and written down. */
export function PlateLog({ maySee }: { readonly maySee: boolean }) {
  const { cameraEvents: text, refusals } = useText();
  const [words, setWords] = useState('');
  const [asked, ask] = useState(0);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      void search(words, maySee).then((news) => gone || setFound(news));
    }, REST_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [words, maySee, asked]);
  const rows = found?.rows ?? [];
  const last = rows.at(-1)?.number;
  return (
    <section className="events-part" aria-label={text.log}>
      <h3>{text.log}</h3>
      <Field
        label={maySee ? text.searchWhole : text.search}
        type="search"
        value={words}
        maxLength={20}
        onChange={(event) => setWords(event.target.value)}
      />
      <p role="status" className="quiet">
        {found === null ? text.searching : found.refusal ? refusals[found.refusal] : text.count(rows.length)}
      </p>
      <ol className="events-list">
        {rows.map((row) => (
          <Read key={row.number} row={row} maySee={maySee} />
        ))}
      </ol>
      <div className="events-row">
        <Button icon={RotateCw} onClick={() => ask(asked + 1)}>
          {text.again}
        </Button>
        {rows.length >= PLATE_PAGE && rows.length % PLATE_PAGE === 0 && (
          <Button
            onClick={() => {
              void search(words, maySee, last).then((next) =>
                setFound({ ...next, rows: [...rows, ...next.rows] }),
              );
            }}
          >
            {text.more}
          </Button>
        )}
      </div>
    </section>
  );
}
