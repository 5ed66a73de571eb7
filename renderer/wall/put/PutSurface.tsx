import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Area, Scene, Wall } from '../../../domain/wall/model.ts';
import { put, type Put } from '../../../domain/wall/putting.ts';
import { useNow } from '../../replica/clock.ts';
import { useText } from '../../text/language.ts';
import { useEditingRoom } from '../editor/stage.ts';
import { letGo, sayPut, usePut, type Cargo } from './putStore.ts';
import { putSpots, type PutSpot } from './putSpots.ts';
import { putRefusal, putWord } from './putWords.ts';
import './put.css';

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

type Surface = {
  readonly wall: Wall;
  readonly scene: Scene;
  /** The scene is what the wall shows now; otherwise a draft. */
  readonly onAir: boolean;
  /** Where an area of the canvas lies on this surface, CSS px; null: nowhere. */
  readonly boxOf: (area: Area) => Box | null;
  readonly onPut: (worked: Put, done: string) => void;
};

type Spot = PutSpot & { readonly box: Box; readonly outcome: ReturnType<typeof put> };

/** Every place with what putting the cargo there comes to: the rule that the core asks, asked in advance. */
function useSpots({ wall, scene, onAir, boxOf }: Surface, cargo: Cargo): readonly Spot[] {
  const room = useEditingRoom();
  // Grids turn while the hand looks for a place.
  const now = useNow();
  return useMemo(() => {
    const register = room.world.cameras.byId;
    const putRoom = { canvas: wall.canvas, scene, onAir, register, newId: () => crypto.randomUUID() };
    return putSpots({ wall, scene, room, now }).flatMap((spot) => {
      const box = boxOf(spot.area);
      return box === null ? [] : [{ ...spot, box, outcome: put(putRoom, cargo.cameraIds, spot.target) }];
    });
  }, [wall, scene, onAir, boxOf, room, cargo, now]);
}

function inside({ left, top, width, height }: Box, xPx: number, yPx: number): boolean {
  return xPx >= left && xPx <= left + width && yPx >= top && yPx <= top + height;
}

/** Where an arrow key or a display's number leads; null for other keys. */
function stepped(spots: readonly Spot[], at: number, key: string): number | null {
  const count = spots.length;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count;
  if (!/^[1-9]$/.test(key)) return null;
  const first = spots.findIndex(({ display, outcome }) => display.order === Number(key) && outcome.ok);
  return first === -1 ? at : first;
}

type Carried = {
  readonly root: RefObject<HTMLElement | null>;
  readonly ghost: RefObject<HTMLElement | null>;
  readonly spots: readonly Spot[];
  readonly activate: (id: string | null) => void;
  readonly finish: (spot: Spot | undefined) => void;
};

/** Follows the pointer until it is let go or Escape is pressed; only a new place under it goes through React. */
function useCarried(on: boolean, carried: Carried): void {
  const latest = useRef(carried);
  latest.current = carried;
  useEffect(() => {
    if (!on) return undefined;
    const under = (event: PointerEvent): Spot | undefined => {
      const { root, spots } = latest.current;
      const page = root.current?.getBoundingClientRect();
      if (page === undefined) return undefined;
      const [x, y] = [event.clientX - page.left, event.clientY - page.top];
      // What is drawn last lies on top.
      return spots.findLast(({ box }) => inside(box, x, y));
    };
    const move = (event: PointerEvent): void => {
      const ghost = latest.current.ghost.current;
      if (ghost) ghost.style.transform = `translate(${event.clientX + 10}px, ${event.clientY + 10}px)`;
      latest.current.activate(under(event)?.id ?? null);
    };
    const end = (event: PointerEvent): void => latest.current.finish(under(event));
    const key = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      letGo();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', letGo);
    window.addEventListener('keydown', key, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', letGo);
      window.removeEventListener('keydown', key, true);
    };
  }, [on]);
}

function Places(props: Surface & { readonly cargo: Cargo }) {
  const { cargo, onPut } = props;
  const words = useText();
  const by = usePut((state) => state.by);
  const start = usePut((state) => state.at);
  const spots = useSpots(props, cargo);
  const root = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const [activeId, activate] = useState<string | null>(
    () => (by === 'keys' ? spots.find(({ outcome }) => outcome.ok)?.id : undefined) ?? null,
  );
  const at = spots.findIndex(({ id }) => id === activeId);
  const active = spots[at];

  function finish(spot: Spot | undefined): void {
    if (spot === undefined) return letGo();
    if (!spot.outcome.ok) {
      sayPut(putRefusal(spot.outcome.reason, words), true);
      // A hand that let go is empty; keys go on to another place.
      if (by === 'pointer') letGo();
      return;
    }
    letGo();
    onPut(spot.outcome.value, words.put.done(cargo.name, words.wallBoard.display(spot.display.order)));
  }

  useCarried(by === 'pointer', { root, ghost, spots, activate, finish });
  useEffect(() => {
    if (by === 'keys') root.current?.focus();
  }, [by]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') return letGo();
    const next = stepped(spots, Math.max(0, at), event.key);
    if (next !== null) activate(spots[next]?.id ?? null);
    else if (event.key === 'Enter') finish(active);
    else if (event.key === 'Escape') letGo();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={root}
      className={`put-surface ${by}`}
      role="listbox"
      tabIndex={-1}
      aria-label={words.put.label(cargo.name)}
      aria-activedescendant={active && `put-${active.id}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {spots.map(({ id, box, name, outcome }) => (
        <div
          key={id}
          id={`put-${id}`}
          className={`put-spot ${outcome.ok ? '' : 'refused'} ${id === activeId ? 'active' : ''}`}
          style={box}
          role="option"
          aria-selected={id === activeId}
          aria-disabled={!outcome.ok}
          aria-label={name}
          onPointerDown={() => by === 'keys' && finish(spots.find((spot) => spot.id === id))}
        />
      ))}
      <p className="put-help" role="status">
        <strong>{words.put.label(cargo.name)}</strong>{' '}
        {active ? putWord(active.name, active.outcome, words) : words.put.choose}
        {by === 'keys' && <span className="quiet"> {words.put.keys}</span>}
      </p>
      {by === 'pointer' && (
        <div
          ref={ghost}
          className="put-ghost"
          style={{ transform: `translate(${start.xPx + 10}px, ${start.yPx + 10}px)` }}
          aria-hidden="true"
        >
          {cargo.name}
        </div>
      )}
    </div>
  );
}

/** Over the wall in small while cameras are in the operator's hand: every place says what they would do there. */
export function PutSurface(props: Surface) {
  const cargo = usePut((state) => state.cargo);
  return cargo === null ? null : <Places {...props} cargo={cargo} />;
}
