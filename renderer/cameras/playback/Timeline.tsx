import type { KeyboardEvent, PointerEvent } from 'react';
import type { Span } from '../../../domain/cameras/recording.ts';
import { vietnamClockSeconds } from '../../../domain/kernel/time.ts';
import { useText } from '../../text/language.ts';
import type { Recorded } from './useRecorded.ts';
import { formatSecond } from '../../text/format.ts';

const STEP_MS = 1_000;
const LARGE_STEP_MS = 10_000;
const TICKS = 5;

type Props = {
  readonly recorded: Recorded;
  readonly now: number;
  /** What is shown, epoch ms. */
  readonly moment: number;
  readonly markIn: number | null;
  readonly markOut: number | null;
  readonly disabled: boolean;
  readonly onSeek: (at: number) => void;
};

/** Where a moment lies on the line, %. */
function placeOf(at: number, { now, recorded }: Pick<Props, 'now' | 'recorded'>): number {
  return Math.min(100, Math.max(0, 100 * (1 - (now - at) / recorded.keepsMs)));
}

function stepOf({ key, shiftKey }: KeyboardEvent): number {
  const step = shiftKey ? LARGE_STEP_MS : STEP_MS;
  if (key === 'ArrowLeft') return -step;
  return key === 'ArrowRight' ? step : 0;
}

function Marks(props: Props) {
  const { markIn, markOut } = props;
  const place = (at: number): string => `${placeOf(at, props)}%`;
  return (
    <>
      {markIn !== null && markOut !== null && (
        <span
          className="timeline-kept"
          style={{ left: place(markIn), right: `${100 - placeOf(markOut, props)}%` }}
        />
      )}
      {markIn !== null && <span className="timeline-mark in" style={{ left: place(markIn) }} />}
      {markOut !== null && <span className="timeline-mark out" style={{ left: place(markOut) }} />}
    </>
  );
}

/** The last minutes of a camera as a line: what is recorded, where there is nothing, what is shown, what is to be kept. */
export function Timeline(props: Props) {
  const { recorded, now, moment, disabled, onSeek } = props;
  const text = useText().playback;
  const from = now - recorded.keepsMs;

  function seekTo({ clientX, currentTarget, button }: PointerEvent<HTMLDivElement>): void {
    if (disabled || button !== 0) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    onSeek(Math.round(from + ((clientX - left) / width) * recorded.keepsMs));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = stepOf(event);
    if (step === 0 || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    onSeek(Math.round(moment + step));
  }

  const span = ({ from: begins, to: ends }: Span) => (
    <span
      key={begins}
      className="timeline-span"
      style={{ left: `${placeOf(begins, props)}%`, right: `${100 - placeOf(ends, props)}%` }}
    />
  );
  const ticks = Array.from({ length: TICKS }, (_, index) => from + (recorded.keepsMs * index) / (TICKS - 1));
  return (
    <div className="timeline">
      <div
        className="timeline-line"
        role="slider"
        tabIndex={disabled ? -1 : 0}
        aria-label={text.timeline}
        aria-disabled={disabled}
        aria-valuemin={from}
        aria-valuemax={now}
        aria-valuenow={Math.round(moment)}
        aria-valuetext={formatSecond(moment, now)}
        onPointerDown={seekTo}
        onKeyDown={onKeyDown}
      >
        {recorded.spans.map(span)}
        <Marks {...props} />
        <span className="timeline-head" style={{ left: `${placeOf(moment, props)}%` }} />
      </div>
      <div className="timeline-ticks" aria-hidden="true">
        {ticks.map((at) => (
          <span key={at}>{vietnamClockSeconds(at)}</span>
        ))}
      </div>
    </div>
  );
}
