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
import { useRef, useState } from 'react';
import { STANDING } from '../../../domain/cameras/ptz.ts';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { isTurnKey, velocityOf } from './keys.ts';
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
  const down = useRef(new Set<string>());
  const { turn, turning } = useTurning(cameraId, onAnswer);

  function press(key: string): void {
    if (blocked) return;
    down.current.add(key);
    turn(velocityOf(down.current, speed));
  }
  function lift(key: string): void {
    if (down.current.delete(key)) turn(velocityOf(down.current, speed));
  }
  function letGo(): void {
    down.current.clear();
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
          if (!event.repeat) press(event.key);
        }}
        onKeyUp={(event) => lift(event.key)}
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
              press(key);
            }}
            onPointerUp={() => lift(key)}
            onPointerCancel={() => lift(key)}
            onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && !event.repeat && press(key)}
            onKeyUp={(event) => (event.key === 'Enter' || event.key === ' ') && lift(key)}
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
