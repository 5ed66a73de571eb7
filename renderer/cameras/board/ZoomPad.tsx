import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Zoom } from '../../../domain/wall/looking.ts';
import { centredAt, panned, seenAt, zoomedAt } from '../../../domain/wall/zooming.ts';
import { useText } from '../../text/language.ts';
import { useCamera } from '../useCamera.ts';
import { createPace } from './pace.ts';
import '../playback/replay.css';
import './zoomPad.css';

type SendZoom = (zoom: Zoom | null) => void;

/** The wall is told no more often than this while a hand moves, ms: each word is a command, receipted and written down. */
const TELL_EVERY_MS = 400;
/** One press of a key, one notch of a wheel. */
const NEARER = 1.25;
/** One press of an arrow moves by this part of what is seen. */
const STEP = 0.25;

const ways: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};
const factors: Readonly<Record<string, number>> = { '+': NEARER, '=': NEARER, '-': 1 / NEARER };
/** No higher than this, rem: the keys of the tile stay beside it. */
const HIGH_REM = 16;
const middle = { x: 0.5, y: 0.5 };

/** What a key makes of what is seen; undefined: the key is for somebody else. */
function afterKey(zoom: Zoom | null, key: string): Zoom | null | undefined {
  const { [key]: way } = ways;
  if (way) return zoom && panned(zoom, way);
  const { [key]: factor } = factors;
  return factor === undefined ? undefined : zoomedAt(zoom, middle, factor);
}

/** Where a hand points, in parts of the picture. */
function pointOf(element: HTMLElement, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

/** What the hand means; while it rests, what the wall shows. */
function useMeant(told: Zoom | null, send: SendZoom) {
  const [meant, setMeant] = useState<{ readonly zoom: Zoom | null } | null>(null);
  const heard = useRef(send);
  useEffect(() => {
    heard.current = send;
  });
  const [pace] = useState(() =>
    createPace<Zoom | null>(TELL_EVERY_MS, {
      pass: (zoom) => heard.current(zoom),
      rest: () => setMeant(null),
    }),
  );
  useEffect(() => () => pace.close(), [pace]);
  const zoom = meant ? meant.zoom : told;
  const mean: SendZoom = (next) => {
    setMeant({ zoom: next });
    pace.say(next);
  };
  return { zoom, mean };
}

/** A wheel over the pad turns what is seen, never the desk around it: that takes a listener that may say no. */
function useWheel(
  pad: RefObject<HTMLElement | null>,
  turn: (element: HTMLElement, event: WheelEvent) => void,
): void {
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    const element = pad.current;
    if (element === null) return undefined;
    const listen = (event: WheelEvent): void => {
      event.preventDefault();
      latest.current(element, event);
    };
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [pad]);
}

/** The whole picture, with a frame around what the wall shows of it: led by mouse, wheel and keys. */
export function ZoomPad(props: {
  readonly cameraId: string;
  readonly name: string;
  readonly zoom: Zoom;
  readonly blocked: boolean;
  readonly send: SendZoom;
}) {
  const { cameraId, name, blocked, send } = props;
  const words = useText();
  const pad = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { zoom, mean } = useMeant(props.zoom, send);
  const request = { cameraId, large: false, wanted: true, audible: false, areaPx: 0 } as const;
  const { standing, picture } = useCamera({ ...request, importance: 'focus' }, canvas);
  useWheel(pad, (element, event) => {
    if (blocked || event.deltaY === 0) return;
    const at = seenAt(zoom, pointOf(element, event));
    mean(zoomedAt(zoom, at, event.deltaY < 0 ? NEARER : 1 / NEARER));
  });
  const lead = (event: PointerEvent<HTMLDivElement>): void => {
    if (zoom && !blocked) mean(centredAt(zoom, pointOf(event.currentTarget, event)));
  };
  const { x, y, scale } = zoom ?? { ...middle, scale: 1 };
  const part = (share: number): string => `${100 * share}%`;
  const ratio = picture ? picture.widthPx / picture.heightPx : 16 / 9;
  return (
    <div
      ref={pad}
      className="zoom-pad"
      role="group"
      aria-label={words.cameras.board.zoomPad(name)}
      title={words.cameras.board.zoomHelp}
      tabIndex={blocked ? -1 : 0}
      style={{ aspectRatio: ratio, maxWidth: `${HIGH_REM * ratio}rem` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        lead(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) lead(event);
      }}
      onKeyDown={(event) => {
        const next = event.ctrlKey || event.altKey ? undefined : afterKey(zoom, event.key);
        if (next === undefined || blocked) return;
        event.preventDefault();
        event.stopPropagation();
        mean(next);
      }}
    >
      {/* One that this machine shows only now and then is still good to find one's way by. */}
      <div className="replay-screen" data-state={standing.thinned ? 'live' : standing.state}>
        <canvas ref={canvas} className="replay-picture fit-contain" width={0} height={0} />
      </div>
      <span
        className="zoom-pad-frame"
        style={{
          left: part(x - 0.5 / scale),
          top: part(y - 0.5 / scale),
          width: part(1 / scale),
          height: part(1 / scale),
        }}
      />
      {standing.state !== 'live' && <p className="zoom-pad-state">{words.cameras.states[standing.state]}</p>}
    </div>
  );
}
