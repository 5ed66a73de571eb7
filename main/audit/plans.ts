import type { AuditState } from '../../domain/audit/model.ts';
import type { World } from '../../domain/contract/world.ts';
import { own } from '../../domain/kernel/own.ts';
import { dateOfIso, MINUTE_MS } from '../../domain/kernel/time.ts';
import type { Days, Entry, Schedule, Showing, Tour } from '../../domain/schedule/model.ts';
import type { Scene } from '../../domain/wall/model.ts';

const weekdayNames = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;

type Known = { readonly scenes: Readonly<Record<string, Scene>>; readonly schedule: Schedule | undefined };

function sceneName({ scenes }: Known, sceneId: string): string {
  return own(scenes, sceneId)?.name.vi ?? sceneId;
}

/** Every stop with its time, in their order: `Bản đồ 60 giây, Tổng quan 30 giây`. */
function stopsOf(known: Known, { stops }: Tour): string {
  return stops
    .map(({ sceneId, dwellMs }) => `${sceneName(known, sceneId)} ${Math.round(dwellMs / 1_000)} giây`)
    .join(', ');
}

function daysOf(days: Days): string {
  if (days.kind === 'weekly') return days.weekdays.map((day) => weekdayNames[day]).join(' ');
  const [first, last] = [dateOfIso(days.first), dateOfIso(days.last)];
  return first === last ? first : `${first}–${last}`;
}

function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function showingOf(known: Known, showing: Showing): string {
  return showing.kind === 'scene'
    ? sceneName(known, showing.sceneId)
    : (own(known.schedule?.tours ?? {}, showing.tourId)?.name.vi ?? showing.tourId);
}

function entryOf(known: Known, { days, fromMinute, untilMinute, showing, on }: Entry): AuditState {
  return {
    days: daysOf(days),
    hours: `${clockOf(fromMinute)}–${clockOf(untilMinute)}`,
    shows: showingOf(known, showing),
    on,
  };
}

/** What is planned under these ids: a tour's stops, an entry's days, hours and what it shows, when nobody commands. */
export function plannedAs(
  world: World,
  wallId: string,
  { action, tourId, entryId }: Readonly<Record<'action' | 'tourId' | 'entryId', string>>,
): AuditState {
  const known: Known = {
    scenes: own(world.walls, wallId)?.scenes ?? {},
    schedule: own(world.schedules, wallId),
  };
  const { tours = {}, entries = {}, idle } = known.schedule ?? {};
  const tour = own(tours, tourId);
  const entry = own(entries, entryId);
  return {
    ...(tour && { stops: stopsOf(known, tour) }),
    ...(entry && entryOf(known, entry)),
    ...(action === 'schedule.setIdle' &&
      idle && {
        idleScene: idle.sceneId === null ? null : sceneName(known, idle.sceneId),
        idleMinutes: Math.round(idle.afterMs / MINUTE_MS),
      }),
  };
}
