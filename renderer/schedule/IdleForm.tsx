import { useState } from 'react';
import { MINUTE_MS } from '../../domain/kernel/time.ts';
import { LEAST_IDLE_MS, MOST_IDLE_MS } from '../../domain/schedule/limits.ts';
import type { Schedule } from '../../domain/schedule/model.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Choice, SceneOptions } from './Choice.tsx';
import { plan } from './planStore.ts';

/** The default scene after a time without commands: off until somebody arms it, and what is armed is always said. */
export function IdleForm(props: {
  readonly wall: Wall;
  readonly schedule: Schedule;
  readonly disabled: boolean;
}) {
  const { wall, schedule, disabled } = props;
  const { idle } = schedule;
  const words = useText().schedule;
  const text = words.idle;
  const name = useName();
  const [sceneId, setScene] = useState(idle.sceneId ?? Object.keys(wall.scenes)[0] ?? '');
  const [minutes, setMinutes] = useState(String(Math.round(idle.afterMs / MINUTE_MS)));
  const afterMs = Number(minutes) * MINUTE_MS;
  const sound = Number.isInteger(Number(minutes)) && afterMs >= LEAST_IDLE_MS && afterMs <= MOST_IDLE_MS;
  const scene = wall.scenes[idle.sceneId ?? ''];
  const state = idle.on
    ? text.armed(scene ? name(scene.name) : words.tour.gone, Math.round(idle.afterMs / MINUTE_MS))
    : text.off;
  const set = (on: boolean): void => {
    if (sound) void plan('schedule.setIdle', { wallId: wall.id, on, afterMs, sceneId });
  };
  return (
    <section className="plan-section" aria-label={text.label}>
      <h3>{text.label}</h3>
      <p className="quiet">{text.help}</p>
      <form
        className="plan-keys"
        onSubmit={(event) => {
          event.preventDefault();
          set(true);
        }}
      >
        <Choice label={text.scene} value={sceneId} onChange={setScene}>
          <SceneOptions scenes={Object.values(wall.scenes)} chosen={sceneId} gone={words.tour.gone} />
        </Choice>
        <Field
          label={text.minutes}
          value={minutes}
          inputMode="numeric"
          maxLength={4}
          problem={sound ? undefined : text.wrongMinutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        {idle.on && (
          <Button type="submit" disabled={disabled || !sound}>
            {words.save}
          </Button>
        )}
      </form>
      <label className="plan-check">
        <input
          type="checkbox"
          checked={idle.on}
          disabled={disabled || (!idle.on && !sound)}
          onChange={(event) => set(event.target.checked)}
        />{' '}
        {text.on}
      </label>
      <p role="status">{state}</p>
    </section>
  );
}
