import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { WATCH_REASON, type WatchEntry } from '../../../domain/cameras/eventCalls.ts';
import { startOfVietnamDay, vietnamDate, vietnamDay } from '../../../domain/kernel/time.ts';
import { currentTime } from '../../replica/clock.ts';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

/** A plate is looked for this many days unless told otherwise. */
const USUAL_DAYS = 7;

/** The last moment of a day so many days from today, in Viet Nam (epoch ms). */
function endAfter(days: number): number {
  return startOfVietnamDay(vietnamDay(currentTime()) + days + 1) - 1;
}

function NewEntry({ onAdded }: { readonly onAdded: () => void }) {
  const { cameraEvents: text, refusals } = useText();
  const [plate, setPlate] = useState('');
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [problem, setProblem] = useState('');
  async function add(): Promise<void> {
    const answer = await window.ioc.call('cameras.watchPlate', { plate, reason, until: endAfter(days) });
    setProblem(
      answer.ok ? '' : answer.reason === 'input-invalid' ? text.wrongPlate : refusals[answer.reason],
    );
    if (!answer.ok) return;
    setPlate('');
    setReason('');
    onAdded();
  }
  return (
    <form
      className="events-part"
      aria-label={text.watchNew}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={text.plate}
        value={plate}
        maxLength={20}
        onChange={(event) => setPlate(event.target.value)}
      />
      <Field
        label={text.reason}
        value={reason}
        maxLength={WATCH_REASON}
        onChange={(event) => setReason(event.target.value)}
      />
      <Field
        label={text.days}
        type="number"
        min={1}
        max={365}
        value={days}
        onChange={(event) => setDays(Math.round(Number(event.target.value)))}
      />
      {problem !== '' && <p role="alert">{problem}</p>}
      <Button type="submit" icon={Plus} disabled={plate.trim() === '' || reason.trim().length < 3}>
        {text.watch}
      </Button>
    </form>
  );
}

/** Plates that are looked for: who added each, why, until when. Asked for on purpose: each look at it is written down. */
export function WatchList() {
  const { cameraEvents: text } = useText();
  const [entries, setEntries] = useState<readonly WatchEntry[] | null>(null);
  const [asked, ask] = useState(0);
  useEffect(() => {
    if (asked === 0) return undefined;
    let gone = false;
    void window.ioc.call('cameras.watchList', {}).then((answer) => {
      if (!gone && answer.ok) setEntries(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [asked]);
  const again = (): void => ask(asked + 1);
  return (
    <section className="events-part" aria-label={text.watched}>
      <h3>{text.watched}</h3>
      {entries === null ? (
        <Button onClick={again}>{text.openWatched}</Button>
      ) : (
        <>
          {entries.length === 0 && <p className="quiet">{text.noneWatched}</p>}
          <ul className="events-list">
            {entries.map(({ id, plate, reason, by, addedAt, until }) => (
              <li key={id} className="events-read" aria-label={plate}>
                <strong className="events-plate">{plate}</strong>
                <span>{reason}</span>
                <span className="quiet">{text.addedBy(by, vietnamDate(addedAt), vietnamDate(until))}</span>
                <Button
                  look="quiet"
                  icon={Trash2}
                  aria-label={text.unwatchOf(plate)}
                  onClick={() => {
                    void window.ioc.call('cameras.unwatchPlate', { entryId: id }).then(again);
                  }}
                >
                  {text.unwatch}
                </Button>
              </li>
            ))}
          </ul>
          <NewEntry onAdded={again} />
        </>
      )}
    </section>
  );
}
