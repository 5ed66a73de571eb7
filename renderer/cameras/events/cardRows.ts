import {
  certainty,
  isActive,
  isRestrictedEvent,
  isSkewed,
  knownSince,
  wallEvents,
  type CameraEvent,
  type CameraEventKind,
  type CameraEventsState,
} from '../../../domain/cameras/events.ts';
import type { CamerasState } from '../../../domain/cameras/state.ts';
import type { Language } from '../../../domain/kernel/text.ts';
import { formatMoment } from '../../text/format.ts';
import type { Dictionary } from '../../text/vi.ts';

/** One event as a wall shows it. */
export type CardRow = {
  readonly id: string;
  readonly kind: CameraEventKind;
  /** Somebody should look at it now. */
  readonly active: boolean;
  /** `Ùn tắc`, or the masked plate. */
  readonly what: string;
  readonly camera: string;
  /** When and how sure, longest first. */
  readonly details: readonly string[];
  readonly sample: boolean;
  /** Where it was seen, for its picture; absent for plates: a wall shows none whole. */
  readonly pictured?: CameraEvent;
};

type Speech = { readonly words: Dictionary; readonly language: Language };

/** When, by the reader's clock; where that would mislead, with when the room knew of it. Longest first, twice. */
function moments(event: CameraEvent, now: number, { cameraEvents }: Dictionary): readonly [string, string] {
  const { kind, at, until } = event;
  const from = formatMoment(at, now);
  const lasting =
    until === undefined ? cameraEvents.since(from) : cameraEvents.over(from, formatMoment(until, now));
  const when = kind === 'plate' ? from : lasting;
  if (!isSkewed(event)) return [when, from];
  const known = formatMoment(knownSince(event), now);
  return [cameraEvents.byItsClock(when, known), cameraEvents.received(known)];
}

/** What cameras told, newest first, without what a restricted one did: a list asks for all, and names none. */
export function cardRows(
  events: CameraEventsState,
  cameras: CamerasState['byId'],
  now: number,
  { words, language }: Speech,
): readonly CardRow[] {
  const text = words.cameraEvents;
  return wallEvents(events).flatMap((event): readonly CardRow[] => {
    const { id, kind, cameraId, confidence, provenance, plate } = event;
    const camera = cameras[cameraId];
    if (isRestrictedEvent(event, camera)) return [];
    const [when, whenShort] = moments(event, now, words);
    const percent = Math.round(confidence * 100);
    const word = text.certainties[certainty(confidence)];
    return [
      {
        ...{ id, kind, active: isActive(event, now), sample: provenance === 'sample' },
        ...(kind !== 'plate' && { pictured: event }),
        what: plate === undefined ? text.kinds[kind] : `${text.kinds.plate} ${plate}`,
        camera: camera?.name[language] ?? words.cameras.nameless,
        details: [
          `${when} · ${text.certain(percent, word)}`,
          `${when} · ${text.certainShort(percent, word)}`,
          `${whenShort} · ${text.certainShort(percent, word)}`,
        ],
      },
    ];
  });
}
