import { wallTopic } from '../../domain/contract/topics.ts';
import { PROTOCOL, type ClientFrame, type WallFrame } from '../../domain/contract/wire.ts';
import type { World } from '../../domain/contract/world.ts';
import {
  cameraGone,
  cameraPartsOf,
  outlinedCamera,
  type KeyedCameraPart,
} from '../../domain/cameras/replica.ts';
import type { CameraPart } from '../../domain/cameras/wire.ts';
import { own } from '../../domain/kernel/own.ts';
import type { Schedule } from '../../domain/schedule/model.ts';
import { planGone, planPartsOf, plansNow, type KeyedPlan } from '../../domain/schedule/replica.ts';
import { emptySchedule } from '../../domain/schedule/state.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { partGone, partsOf, type KeyedPart } from '../../domain/wall/replica.ts';
import type { WallPart } from '../../domain/wall/wire.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';

/** A part larger than this travels without its tiles, bytes. */
const PART_BYTES = 256 * 1024;
/** All that is told of a wall, bytes: it fits one frame with room for its envelope. */
const WALL_BYTES = 2.5 * 1024 * 1024;

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly wallId: string;
  readonly send: (frame: ClientFrame) => void;
};
type Body = Extract<WallFrame, { kind: 'wall-part' }>['body'];
/** A wall, what goes up on it by itself, and what the cameras of its room do. */
type Told = { readonly wall: Wall; readonly schedule: Schedule | undefined } & Pick<
  World,
  'ptz' | 'cameraEvents'
>;
type Part = KeyedPart | KeyedPlan | KeyedCameraPart;
type AnyPart = Part['part'];
type Said = { readonly source: unknown; readonly text: string; readonly bytes: number };

/** The program and the one before it always have their room: it is kept free, whatever else is told. */
const FIRST = ['program', 'previous'];

/**
 * The part without what makes it large: a scene can still be taken by its name. A draft that is too large is said to be
 * gone: an older one would be edited in vain.
 */
function outlined(part: AnyPart): WallPart | CameraPart | undefined {
  if (part.kind === 'ptz' || part.kind === 'camera-events') return outlinedCamera(part);
  if (part.kind === 'draft') return { ...part, value: null };
  if (part.kind === 'scene') return { ...part, value: part.value && { ...part.value, tiles: {} } };
  if (part.kind === 'hold') return { ...part, value: { ...part.value, ink: [] } };
  if (part.kind !== 'program' && part.kind !== 'previous') return undefined;
  return { ...part, value: part.value && { ...part.value, scene: { ...part.value.scene, tiles: {} } } };
}

/** All that travels, what matters most first. */
function allParts({ wall, schedule = emptySchedule(wall.id), ...room }: Told): readonly Part[] {
  return [plansNow(schedule), ...partsOf(wall), ...planPartsOf(schedule), ...cameraPartsOf(room)];
}

function toldOf({ walls, schedules, ptz, cameraEvents }: World, wallId: string): Told | undefined {
  const wall = own(walls, wallId);
  return wall && { wall, schedule: own(schedules, wallId), ptz, cameraEvents };
}

function isSame(a: Told, b: Told): boolean {
  return (
    a.wall === b.wall && a.schedule === b.schedule && a.ptz === b.ptz && a.cameraEvents === b.cameraEvents
  );
}

/** Tells the province how this wall stands, under numbers of this core: all of it once, then every part that changes. */
export function createPublication({ hub, clock, log, newId, wallId, send }: Needs) {
  const epoch = newId();
  const said = new Map<string, Said>();
  let seq = 0;
  let told: Told | undefined;
  let live = false;

  function envelope() {
    return { protocol: PROTOCOL, topic: wallTopic(wallId), epoch, seq, sentAt: clock.now() } as const;
  }

  /** What may still be said under this key, bytes. */
  function freeFor(key: string): number {
    const others = [...said].filter(([other]) => other !== key && !FIRST.includes(other));
    const spoken = others.reduce((sum, [, { bytes }]) => sum + bytes, 0);
    return FIRST.includes(key) ? PART_BYTES : WALL_BYTES - FIRST.length * PART_BYTES - spoken;
  }

  /** Notes what is said of a part; undefined when it was said already, or is too large to say. */
  function noted({ key, source, part }: Part): Body | undefined {
    const before = said.get(key);
    if (before?.source === source) return undefined;
    const room = Math.min(PART_BYTES, freeFor(key));
    let telling: AnyPart | undefined = part;
    let text = JSON.stringify(part);
    if (Buffer.byteLength(text) > room) {
      log.info('wall.partOutlined', { wallId, key });
      telling = outlined(part);
      text = JSON.stringify(telling ?? null);
    }
    const size = Buffer.byteLength(text);
    said.set(key, { source, text, bytes: size });
    return telling === undefined || before?.text === text
      ? undefined
      : { type: 'wall.partSet', wallId, part: telling };
  }

  function goneSince(parts: readonly Part[]): readonly Body[] {
    const there = new Set(parts.map(({ key }) => key));
    return [...said.keys()].flatMap((key) => {
      const part = there.has(key) ? undefined : (partGone(key) ?? planGone(key) ?? cameraGone(key));
      if (part === undefined) return [];
      said.delete(key);
      return [{ type: 'wall.partSet', wallId, part } as const];
    });
  }

  function sayAll(now: Told): void {
    said.clear();
    const bodies = allParts(now).flatMap((part) => noted(part) ?? []);
    seq += 1;
    const asOf = clock.now();
    const facts = bodies.map((body) => ({ seq, asOf, body }));
    send({ kind: 'wall-state', ...envelope(), facts });
  }

  function sayNews(now: Told): void {
    const parts = allParts(now);
    for (const body of [...parts.flatMap((part) => noted(part) ?? []), ...goneSince(parts)]) {
      seq += 1;
      send({ kind: 'wall-part', ...envelope(), asOf: clock.now(), body });
    }
  }

  /** Says what changed since the last word. */
  function changed(): void {
    const now = toldOf(hub.world(), wallId);
    if (!live || now === undefined) return;
    if (told && isSame(now, told)) return;
    if (told === undefined) sayAll(now);
    else sayNews(now);
    told = now;
  }

  return {
    changed,
    /** Somebody listens from now on, or lost the thread: all of it. */
    opened(): void {
      live = true;
      told = undefined;
      changed();
    },
    closed(): void {
      live = false;
    },
  };
}
