import { Pencil, Play, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Schedule, Tour } from '../../domain/schedule/model.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { GiveUpPlan } from './GiveUpPlan.tsx';
import { plan } from './planStore.ts';
import { TourEditor } from './TourEditor.tsx';
import { leftWords } from './words.ts';

function TourRow(props: {
  readonly wall: Wall;
  readonly tour: Tour;
  readonly disabled: boolean;
  readonly onEdit: () => void;
}) {
  const { wall, tour, disabled } = props;
  const words = useText().schedule;
  const text = words.tour;
  const name = useName();
  const round = tour.stops.reduce((sum, { dwellMs }) => sum + dwellMs, 0);
  const scenes = [...new Set(tour.stops.map(({ sceneId }) => sceneId))].map((sceneId) => {
    const scene = wall.scenes[sceneId];
    return scene ? name(scene.name) : text.gone;
  });
  const who = tour.origin === 'province' ? words.ofProvince : words.by(tour.planner.name);
  return (
    <li className="plan-row">
      <p>
        <strong>{name(tour.name)}</strong>
        <span className="quiet"> {text.summary(tour.stops.length, leftWords(round, words))}</span>
      </p>
      <p className="quiet">
        {scenes.join(' → ')} · {who}
      </p>
      <div className="plan-keys">
        <Button
          icon={Play}
          aria-label={text.startOf(name(tour.name))}
          disabled={disabled}
          onClick={() => void plan('schedule.startTour', { wallId: wall.id, tourId: tour.id })}
        >
          {text.start}
        </Button>
        <Button
          icon={Pencil}
          aria-label={text.editOf(name(tour.name))}
          disabled={disabled}
          onClick={props.onEdit}
        >
          {text.edit}
        </Button>
        <GiveUpPlan
          of={tour}
          disabled={disabled}
          onGiveUp={() => void plan('schedule.deleteTour', { wallId: wall.id, tourId: tour.id })}
        />
      </div>
    </li>
  );
}

/** All tours of a wall: started, changed, made. */
export function TourList(props: {
  readonly wall: Wall;
  readonly schedule: Schedule;
  readonly disabled: boolean;
}) {
  const { wall, schedule, disabled } = props;
  const text = useText().schedule.tour;
  /** The tour that is edited; `new` for one that is being made. */
  const [editing, edit] = useState<string | null>(null);
  const tours = Object.values(schedule.tours);
  return (
    <section className="plan-section" aria-label={text.label}>
      <h3>{text.label}</h3>
      {tours.length === 0 && <p className="empty">{text.none}</p>}
      <ul>
        {tours.map((tour) =>
          editing === tour.id ? (
            <li key={tour.id}>
              <TourEditor wall={wall} tour={tour} onDone={() => edit(null)} />
            </li>
          ) : (
            <TourRow key={tour.id} wall={wall} tour={tour} disabled={disabled} onEdit={() => edit(tour.id)} />
          ),
        )}
      </ul>
      {editing === 'new' ? (
        <TourEditor wall={wall} tour={undefined} onDone={() => edit(null)} />
      ) : (
        <Button icon={Plus} disabled={disabled} onClick={() => edit('new')}>
          {text.add}
        </Button>
      )}
    </section>
  );
}
