import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  LocateFixed,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { STANDING } from '../../../domain/cameras/ptz.ts';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { createHeld, isTurnKey } from './keys.ts';
import { useTurning, type TurnAnswer } from './useTurning.ts';

type Way = 'left' | 'right' | 'up' | 'down' | 'closer' | 'wider';

const ways: readonly { readonly way: Way; readonly key: string; readonly icon: LucideIcon }[] = [
  { way: 'up', key: 'ArrowUp', icon: ArrowUp },
  { way: 'left', key: 'ArrowLeft', icon: ArrowLeft },
  { way: 'right', key: 'ArrowRight', icon: ArrowRight },
  { way: 'down', key: 'ArrowDown', icon: ArrowDown },
  { way: 'closer', key: '+', icon: ZoomIn },
  { way: 'wider', key: '-', icon: ZoomOut },
];

/** Turns a camera while a key or a button is down. */
export function TurnPad(props: {
  readonly cameraId: string;
  readonly blocked: boolean;
  readonly onAnswer: (answer: TurnAnswer) => void;
}) {
  const { cameraId, blocked, onAnswer } = props;
  const text = useText().ptz;
  const [speed, setSpeed] = useState(0.5);
  const [down] = useState(createHeld);
  const { turn, turning } = useTurning(cameraId, onAnswer);

  function press(place: string, key: string): void {
    if (blocked) return;
    down.press(place, key);
    turn(down.velocity(speed));
  }
  function lift(place: string): void {
    if (down.lift(place)) turn(down.velocity(speed));
  }
  function letGo(): void {
    down.clear();
    turn(STANDING);
  }

  return (
    <div className="ptz-turn">
      <div
        className="ptz-pad"
        role="group"
        aria-label={text.pad}
        data-turning={turning}
        tabIndex={0}
        onKeyDown={(event) => {
          if (!isTurnKey(event.key) || event.ctrlKey || event.altKey) return;
          event.preventDefault();
          if (!event.repeat) press(event.code, event.key);
        }}
        onKeyUp={(event) => lift(event.code)}
        onBlur={letGo}
      >
        {ways.map(({ way, key, icon }) => (
          <Button
            key={way}
            className={`ptz-${way}`}
            icon={icon}
            disabled={blocked}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              press(way, key);
            }}
            onPointerUp={() => lift(way)}
            onPointerCancel={() => lift(way)}
            onKeyDown={(event) =>
              (event.key === 'Enter' || event.key === ' ') && !event.repeat && press(way, key)
            }
            onKeyUp={(event) => (event.key === 'Enter' || event.key === ' ') && lift(way)}
          >
            {text.ways[way]}
          </Button>
        ))}
        <Button
          className="ptz-centre"
          icon={LocateFixed}
          disabled={blocked}
          onClick={() => {
            void window.ioc.call('cameras.moveTo', { cameraId, ...STANDING }).then(onAnswer);
          }}
        >
          {text.centre}
        </Button>
      </div>
      <label className="ptz-speed">
        {text.speed}
        <input
          type="range"
          min={0.1}
          max={1}
          step={0.1}
          value={speed}
          onChange={(event) => setSpeed(Number(event.target.value))}
        />
      </label>
      <p className="quiet">{text.keys}</p>
    </div>
  );
}
