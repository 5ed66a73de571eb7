import { Timer, TimerOff } from 'lucide-react';
import { useState } from 'react';
import { MINUTE_MS, startOfVietnamDay, vietnamClock, vietnamDay } from '../../domain/kernel/time.ts';
import type { Arm, Schedule } from '../../domain/schedule/model.ts';
import { currentTime, useNow } from '../replica/clock.ts';
import { useName, useText } from '../text/language.ts';
import { minuteOf } from '../text/written.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { plan, showArming, usePlanState, type Preview } from './planStore.ts';
import { leftWords } from './words.ts';
import { formatSecond } from '../text/format.ts';

/** Waiting times that one press arms, ms. */
const waits = [10_000, 30_000, MINUTE_MS, 5 * MINUTE_MS] as const;

/** The key of armed takes: calls one off, or opens the choice of a moment for the preview. */
export function turnArm(schedule: Schedule, preview: Preview | undefined): void {
  const { arm, wallId } = schedule;
  if (arm) void plan('schedule.disarm', { wallId });
  else if (preview) showArming(!usePlanState.getState().arming);
  else showArming(false, 'choose-first');
}

function Armed({
  arm,
  wallId,
  blocked,
}: {
  readonly arm: Arm;
  readonly wallId: string;
  readonly blocked: boolean;
}) {
  const words = useText().schedule;
  const text = words.arm;
  const name = useName();
  const now = useNow();
  const scene = name(arm.name);
  return (
    <div className="plan-part armed" role={arm.asking ? 'alert' : 'group'} aria-label={text.label}>
      {arm.asking ? (
        <p>{text.asks(scene)}</p>
      ) : (
        <p role="timer">
          <strong>{text.armed(scene, formatSecond(arm.fireAt, now))}</strong>{' '}
          {text.left(leftWords(arm.fireAt - now, words))}
        </p>
      )}
      <div className="plan-keys">
        {arm.asking && (
          <Button
            look="primary"
            disabled={blocked}
            onClick={() => void plan('schedule.takeArmed', { wallId, commandId: crypto.randomUUID() })}
          >
            {text.takeAnyway}
          </Button>
        )}
        <Button
          icon={TimerOff}
          keys="G"
          aria-keyshortcuts="G"
          disabled={blocked}
          onClick={() => void plan('schedule.disarm', { wallId })}
        >
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}

/** The instant of the next such minute of the day: today's, or tomorrow's when it has passed. */
function nextAt(minute: number, now: number): number {
  const today = startOfVietnamDay(vietnamDay(now)) + minute * MINUTE_MS;
  return today > now ? today : today + 1_440 * MINUTE_MS;
}

function Choice({ schedule, preview }: { readonly schedule: Schedule; readonly preview: Preview }) {
  const words = useText().schedule;
  const text = words.arm;
  const name = useName();
  // A tour moves the program on by itself: asking would always be the answer.
  const touring = schedule.run !== null && schedule.run.paused === null;
  const [anyway, setAnyway] = useState(touring);
  const [clock, setClock] = useState(() => vietnamClock(currentTime() + 5 * MINUTE_MS));
  const minute = minuteOf(clock);
  const arm = async (when: { readonly at: number } | { readonly inMs: number }): Promise<void> => {
    const { source, programRevision } = preview;
    const ifMoved = anyway ? 'take' : 'ask';
    const { wallId } = schedule;
    if (await plan('schedule.arm', { wallId, source, when, programRevision, ifMoved })) showArming(false);
  };
  return (
    <form
      className="plan-part arming"
      aria-label={text.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (minute !== undefined) void arm({ at: nextAt(minute, currentTime()) });
      }}
    >
      <p>{text.what(name(preview.name))}</p>
      <div className="plan-keys">
        {waits.map((inMs, index) => (
          <Button key={inMs} autoFocus={index === 0} onClick={() => void arm({ inMs })}>
            {text.after(leftWords(inMs, words))}
          </Button>
        ))}
      </div>
      <div className="plan-keys">
        <Field
          label={text.at}
          value={clock}
          inputMode="numeric"
          maxLength={5}
          problem={minute === undefined ? words.calendar.wrongClock : undefined}
          onChange={(event) => setClock(event.target.value)}
        />
        <Button type="submit" icon={Timer} disabled={minute === undefined}>
          {text.atDo}
        </Button>
        <Button look="quiet" onClick={() => showArming(false)}>
          {text.close}
        </Button>
      </div>
      <label className="plan-check">
        <input type="checkbox" checked={anyway} onChange={(event) => setAnyway(event.target.checked)} />{' '}
        {text.anyway}
      </label>
    </form>
  );
}

/** A take that goes up by itself: its countdown and the key that calls it off, or the choice of its moment. */
export function ArmBar(props: {
  readonly schedule: Schedule;
  readonly preview: Preview | undefined;
  readonly blocked: string | null;
}) {
  const { schedule, preview, blocked } = props;
  const arming = usePlanState((state) => state.arming);
  if (schedule.arm) {
    return <Armed arm={schedule.arm} wallId={schedule.wallId} blocked={blocked !== null} />;
  }
  if (arming && preview && blocked === null) return <Choice schedule={schedule} preview={preview} />;
  return null;
}
