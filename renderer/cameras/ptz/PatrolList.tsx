import { Pause, Play, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { elapsedOf, stopAfter, type Patrol, type Preset } from '../../../domain/cameras/ptz.ts';
import { DWELL_MS, PATROL_NAME } from '../../../domain/cameras/ptzLimits.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { PtzAnswer } from './useTurning.ts';

type Common = {
  readonly cameraId: string;
  readonly blocked: boolean;
  readonly onAnswer: (answer: PtzAnswer) => void;
};

function Round({ patrol, cameraId, blocked, onAnswer }: Common & { readonly patrol: Patrol }) {
  const text = useText().ptz;
  const now = useNow();
  const run = useWorld((world) => world.ptz.runs[cameraId]);
  const mine = run?.patrolId === patrol.id ? run : undefined;
  const at = mine && stopAfter(patrol, elapsedOf(mine, now));
  const state =
    mine === undefined
      ? text.rests(patrol.stops.length)
      : mine.paused
        ? text.pausedBy(mine.paused.by)
        : text.walksTo(at?.stop.name ?? '', mine.by);
  const runs = mine !== undefined && mine.paused === undefined;
  const start = (): void =>
    void window.ioc.call('cameras.startPatrol', { patrolId: patrol.id }).then(onAnswer);
  const stop = (): void => void window.ioc.call('cameras.stopPatrol', { cameraId }).then(onAnswer);
  const remove = (): void =>
    void window.ioc.call('cameras.deletePatrol', { patrolId: patrol.id }).then(onAnswer);
  return (
    <li className="ptz-round" aria-label={patrol.name}>
      <strong>{patrol.name}</strong>
      <span className="quiet">{state}</span>
      <span className="ptz-row">
        {!runs && (
          <Button icon={Play} disabled={blocked} onClick={start}>
            {mine ? text.goOn : text.start}
          </Button>
        )}
        {mine && (
          <Button icon={Pause} disabled={blocked} onClick={stop}>
            {text.stop}
          </Button>
        )}
        <Button look="quiet" icon={Trash2} disabled={blocked} onClick={remove}>
          {text.delete}
        </Button>
      </span>
    </li>
  );
}

function NewRound({ cameraId, presets, blocked, onAnswer }: Common & { presets: readonly Preset[] }) {
  const text = useText().ptz;
  const [name, setName] = useState('');
  const [seconds, setSeconds] = useState(15);
  const [chosen, choose] = useState<readonly Preset[]>([]);
  async function keep(): Promise<void> {
    const dwellMs = Math.min(DWELL_MS.most, Math.max(DWELL_MS.least, Math.round(seconds) * 1_000));
    const stops = chosen.map((preset) => ({ ...preset, dwellMs }));
    const answer = await window.ioc.call('cameras.keepPatrol', { cameraId, name, stops });
    onAnswer(answer);
    if (!answer.ok) return;
    setName('');
    choose([]);
  }
  return (
    <details>
      <summary>{text.newPatrol}</summary>
      <form
        className="ptz-part"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Field
          label={text.patrolName}
          value={name}
          maxLength={PATROL_NAME}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={text.dwell}
          type="number"
          min={DWELL_MS.least / 1_000}
          max={DWELL_MS.most / 1_000}
          value={seconds}
          onChange={(event) => setSeconds(Number(event.target.value))}
        />
        <div className="ptz-row" role="group" aria-label={text.choose}>
          {presets.map((preset) => (
            <Button key={preset.token} icon={Plus} onClick={() => choose([...chosen, preset])}>
              {preset.name}
            </Button>
          ))}
        </div>
        <p>{chosen.length === 0 ? text.noStops : chosen.map((stop) => stop.name).join(' → ')}</p>
        <Button type="submit" disabled={blocked || name.trim() === '' || chosen.length === 0}>
          {text.keepPatrol}
        </Button>
      </form>
    </details>
  );
}

/** The rounds of one camera: which one runs, where it is, by whom; a new one is made of presets. */
export function PatrolList(props: Common & { readonly presets: readonly Preset[] }) {
  const { cameraId } = props;
  const text = useText().ptz;
  const patrols = useWorld((world) => world.ptz.patrols);
  const mine = Object.values(patrols).filter((patrol) => patrol.cameraId === cameraId);
  return (
    <section className="ptz-part" aria-label={text.patrols}>
      <h3>{text.patrols}</h3>
      {mine.length === 0 && <p className="quiet">{text.noPatrols}</p>}
      <ul className="ptz-rounds">
        {mine.map((patrol) => (
          <Round key={patrol.id} patrol={patrol} {...props} />
        ))}
      </ul>
      <NewRound key={cameraId} {...props} />
    </section>
  );
}
