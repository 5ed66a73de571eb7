import { wallEvents, type CameraEventsState } from './events.ts';
import { handsOf, type CameraInHand, type PtzState } from './ptz.ts';
import type { CameraPart, ToldEvents } from './wire.ts';

/** A console elsewhere sees so many cards; the log of plates it asks the wall's machine for. */
const EVENTS_THAT_TRAVEL = 60;

/** What the room's cameras do, under a name (`ptz/<camera>`, `camera-events`); `source` is another object whenever it changed. */
export type KeyedCameraPart = { readonly key: string; readonly source: unknown; readonly part: CameraPart };

/** All that a console elsewhere is told of cameras: which are in hand or have rounds, and the cards of their events. */
export function cameraPartsOf(room: {
  readonly ptz: PtzState;
  readonly cameraEvents: CameraEventsState;
}): readonly KeyedCameraPart[] {
  const { ptz, cameraEvents } = room;
  const { days } = cameraEvents;
  const value = {
    events: wallEvents(cameraEvents).slice(0, EVENTS_THAT_TRAVEL),
    ...(days && { days }),
  };
  return [
    { key: 'camera-events', source: cameraEvents, part: { kind: 'camera-events', value } },
    ...Object.entries(handsOf(ptz)).map(([id, value]): KeyedCameraPart => ({
      key: `ptz/${id}`,
      source: ptz,
      part: { kind: 'ptz', id, value },
    })),
  ];
}

/** The part that says that a camera is in no hand any more, and has no rounds; undefined for the name of anything else. */
export function cameraGone(key: string): CameraPart | undefined {
  return key.startsWith('ptz/') ? { kind: 'ptz', id: key.slice('ptz/'.length), value: null } : undefined;
}

/** A part without what makes it large. */
export function outlinedCamera(part: CameraPart): CameraPart {
  if (part.kind === 'camera-events') return { ...part, value: { events: [] } };
  return { ...part, value: part.value && { ...part.value, patrols: [] } };
}

/** What the parts say of hands, by camera, and of events; undefined: nothing. */
export function readCameraParts(parts: readonly CameraPart[]): {
  readonly hands: Readonly<Record<string, CameraInHand | null>>;
  readonly told: ToldEvents | undefined;
} {
  const hands = parts.flatMap((part) => (part.kind === 'ptz' ? [[part.id, part.value] as const] : []));
  const told = parts.flatMap((part) => (part.kind === 'camera-events' ? [part.value] : []));
  return { hands: Object.fromEntries(hands), told: told.at(-1) };
}
