import { useNow } from '../replica/clock.ts';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { conflictWords } from './conflictWords.ts';
import type { DeskConflict } from './desk.ts';
import { dismissConflict } from './deskStore.ts';

/** Acknowledgements that the province answered otherwise, each until the operator has seen it. */
export function ConflictList(props: {
  readonly conflicts: readonly DeskConflict[];
  readonly blocked: string | null;
}) {
  const text = useText().desk;
  const now = useNow();
  if (props.conflicts.length === 0) return null;
  return (
    <section className="conflicts" aria-label={text.conflicts} role="alert">
      <h3>{text.conflicts}</h3>
      {props.conflicts.map((conflict) => (
        <div key={conflict.local.incidentId} className="conflict">
          <p>
            <strong>{conflict.incident?.title ?? conflict.local.incidentId}</strong>
            <br />
            {conflictWords(conflict, text.conflict, (at) => formatMoment(at, now))}
          </p>
          <Button
            disabled={props.blocked !== null}
            title={props.blocked ?? undefined}
            onClick={() => dismissConflict(conflict.local.incidentId)}
          >
            {text.dismiss}
          </Button>
        </div>
      ))}
    </section>
  );
}
