import { ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { LEAST_DWELL_MS, MOST_DWELL_MS, MOST_STOPS } from '../../domain/schedule/limits.ts';
import type { Stop, Tour } from '../../domain/schedule/model.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Choice, SceneOptions } from './Choice.tsx';
import { plan } from './planStore.ts';

const SECOND_MS = 1_000;
const USUAL_DWELL_MS = 20_000;

type Row = { readonly key: number; readonly stop: Stop };
type RowKeys = {
  readonly change: (stop: Stop) => void;
  readonly moveUp: () => void;
  readonly remove: () => void;
};

function StopRow(props: { readonly wall: Wall; readonly stop: Stop; readonly index: number } & RowKeys) {
  const text = useText().schedule.tour;
  const { wall, stop, index } = props;
  return (
    <li className="tour-stop">
      <Choice
        label={text.scene(index + 1)}
        hidesLabel
        value={stop.sceneId}
        onChange={(sceneId) => props.change({ ...stop, sceneId })}
      >
        <SceneOptions scenes={Object.values(wall.scenes)} chosen={stop.sceneId} gone={text.gone} />
      </Choice>
      <input
        type="number"
        aria-label={text.dwell(index + 1)}
        min={LEAST_DWELL_MS / SECOND_MS}
        max={MOST_DWELL_MS / SECOND_MS}
        value={stop.dwellMs / SECOND_MS}
        onChange={(event) =>
          props.change({ ...stop, dwellMs: Math.round(event.target.valueAsNumber || 0) * SECOND_MS })
        }
      />
      <span className="quiet">{text.seconds}</span>
      <Button
        look="quiet"
        icon={ArrowUp}
        aria-label={text.up(index + 1)}
        disabled={index === 0}
        onClick={props.moveUp}
      />
      <Button look="quiet" icon={X} aria-label={text.remove(index + 1)} onClick={props.remove} />
    </li>
  );
}

/** A tour under somebody's hands: its name, its scenes in order, how long each is on. */
export function TourEditor(props: {
  readonly wall: Wall;
  readonly tour: Tour | undefined;
  readonly onDone: () => void;
}) {
  const { wall, tour, onDone } = props;
  const words = useText().schedule;
  const text = words.tour;
  const nameOf = useName();
  const first = Object.keys(wall.scenes)[0] ?? '';
  const fresh = { sceneId: first, dwellMs: USUAL_DWELL_MS };
  const [name, setName] = useState(tour ? nameOf(tour.name) : '');
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (tour?.stops ?? [fresh]).map((stop, key) => ({ key, stop })),
  );
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const keysOf = (at: number): RowKeys => ({
    change: (stop) => setRows(rows.map((row, index) => (index === at ? { ...row, stop } : row))),
    moveUp: () => {
      const moved = rows.filter((_row, index) => index !== at);
      setRows([...moved.slice(0, at - 1), ...rows.slice(at, at + 1), ...moved.slice(at - 1)]);
    },
    remove: () => setRows(rows.filter((_row, index) => index !== at)),
  });
  const save = async (): Promise<void> => {
    const id = tour ? { tourId: tour.id } : {};
    const stops = rows.map(({ stop }) => stop);
    if (await plan('schedule.keepTour', { wallId: wall.id, ...id, name, stops })) onDone();
  };
  return (
    <form
      className="plan-form"
      noValidate
      aria-label={tour ? text.editOf(nameOf(tour.name)) : text.add}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={text.name}
        value={name}
        maxLength={120}
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset>
        <legend>{text.stops}</legend>
        <ol className="tour-stops">
          {rows.map(({ key, stop }, index) => (
            <StopRow key={key} wall={wall} stop={stop} index={index} {...keysOf(index)} />
          ))}
        </ol>
        <Button
          icon={Plus}
          disabled={rows.length >= MOST_STOPS}
          onClick={() => setRows([...rows, { key: nextKey, stop: rows.at(-1)?.stop ?? fresh }])}
        >
          {text.addStop}
        </Button>
      </fieldset>
      <div className="plan-keys">
        <Button type="submit" look="primary" disabled={name.trim() === ''}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.drop}</Button>
      </div>
    </form>
  );
}
