import type { PersonRole } from '../../domain/access/model.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import {
  EntryInput,
  HoldInput,
  IdleInput,
  KeepEntryInput,
  KeepTourInput,
  TourInput,
} from '../../domain/schedule/inputs.ts';
import type { Entry, Planner, Tour } from '../../domain/schedule/model.ts';
import { isInUse, mayKeepEntry, mayKeepTour, mayPlan } from '../../domain/schedule/rules.ts';
import type { ScheduleChange } from '../../domain/schedule/state.ts';
import type { Caller, Handlers } from '../kernel/handlers.ts';
import type { ProvincePlans } from './plans.ts';
import { scheduleOf, wallOf, type ScheduleNeeds } from './ports.ts';

type Names =
  | 'schedule.keepTour'
  | 'schedule.deleteTour'
  | 'schedule.keepEntry'
  | 'schedule.deleteEntry'
  | 'schedule.holdCalendar'
  | 'schedule.setIdle';

type Needs = ScheduleNeeds & {
  /** What the province's file plans: it can be changed here, not deleted; what was made of it here can be given up. */
  readonly plans: ProvincePlans;
};

/** Who plans, as it is written down with the plan; without a person nothing reserved is theirs. */
export function plannerOf({ person }: Caller): Planner {
  const role: PersonRole = person?.role ?? 'guest';
  return { name: person?.name ?? '', role };
}

/** One name serves both languages; a plan that keeps its name keeps both. */
function namedAs(name: string, before: { readonly name: Tour['name'] } | undefined): Tour['name'] {
  return before?.name.vi === name ? before.name : { vi: name, en: name };
}

/**
 * The province's own plan where the room's says the very same: changed back, it is the province's again.
 * Whether its author may keep it is asked of theirs before: the province's own may show every scene.
 */
function unlessMade<P extends Tour | Entry>(mine: P, ofProvince: P | undefined): P {
  const { origin, planner } = mine;
  const isSame = same({ ...ofProvince, ...mine }, { ...ofProvince, origin, planner });
  return ofProvince && isSame ? ofProvince : mine;
}

/** What is planned: tours, the calendar, the default scene. */
export function createPlanCalls(needs: Needs): Handlers<Names> {
  const { hub, clock, newId, plans } = needs;
  const tourOf = (tourId: string): Tour | undefined => plans.tours.find(({ id }) => id === tourId);
  const entryOf = (entryId: string): Entry | undefined => plans.entries.find(({ id }) => id === entryId);

  /** A calendar that somebody changed is looked at anew, also after a clock was set back. */
  function lookAnew(wallId: string): readonly ScheduleChange[] {
    const { last } = scheduleOf(hub, wallId);
    if (last === null || last.actedAt <= clock.now()) return [];
    return [{ type: 'schedule.calendarMoved', wallId, last: { ...last, actedAt: clock.now() } }];
  }

  return {
    'schedule.keepTour': {
      allowed: ['console'],
      parse: (raw) => KeepTourInput.parse(raw),
      run({ wallId, tourId, name, stops }, caller) {
        const wall = wallOf(hub, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const schedule = scheduleOf(hub, wallId);
        const before = tourId === undefined ? undefined : own(schedule.tours, tourId);
        if (tourId !== undefined && before === undefined) return refuse('tour-unknown');
        const planner = plannerOf(caller);
        const id = before?.id ?? newId();
        const mine: Tour = { id, name: namedAs(name, before), stops, origin: 'room', planner };
        const outcome = mayKeepTour(schedule, wall, mine);
        if (!outcome.ok) return outcome;
        const tour = unlessMade(mine, tourOf(id));
        hub.commit({ type: 'schedule.tourKept', wallId, tour, by: planner.name });
        return accept({ tourId: id });
      },
    },
    'schedule.deleteTour': {
      allowed: ['console'],
      parse: (raw) => TourInput.parse(raw),
      run({ wallId, tourId }, caller) {
        const wall = wallOf(hub, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const schedule = scheduleOf(hub, wallId);
        const tour = own(schedule.tours, tourId);
        if (tour === undefined) return refuse('tour-unknown');
        const planner = plannerOf(caller);
        const by = planner.name;
        const ofProvince = tourOf(tourId);
        if (ofProvince && tour.origin === 'province') return refuse('plan-of-province');
        if (!ofProvince && isInUse(schedule, tourId)) return refuse('tour-in-use');
        const outcome = ofProvince ? mayKeepTour(schedule, wall, { ...ofProvince, planner }) : accept(null);
        if (!outcome.ok) return outcome;
        if (ofProvince) hub.commit({ type: 'schedule.tourKept', wallId, tour: ofProvince, by });
        else hub.commit({ type: 'schedule.tourDeleted', wallId, tourId, by });
        return accept(null);
      },
    },
    'schedule.keepEntry': {
      allowed: ['console'],
      parse: (raw) => KeepEntryInput.parse(raw),
      run({ wallId, entryId, name, hours, showing, on }, caller) {
        const wall = wallOf(hub, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const schedule = scheduleOf(hub, wallId);
        const before = entryId === undefined ? undefined : own(schedule.entries, entryId);
        if (entryId !== undefined && before === undefined) return refuse('entry-unknown');
        const planner = plannerOf(caller);
        const id = before?.id ?? newId();
        const content = { ...hours, name: namedAs(name, before), showing, on };
        const mine: Entry = { id, ...content, origin: 'room', planner };
        const outcome = mayKeepEntry(schedule, wall, mine);
        if (!outcome.ok) return outcome;
        const entry = unlessMade(mine, entryOf(id));
        if (before && same(before, entry)) return accept({ entryId: id });
        const kept: ScheduleChange = { type: 'schedule.entryKept', wallId, entry, by: planner.name };
        hub.commit([kept, ...lookAnew(wallId)]);
        return accept({ entryId: id });
      },
    },
    'schedule.deleteEntry': {
      allowed: ['console'],
      parse: (raw) => EntryInput.parse(raw),
      run({ wallId, entryId }, caller) {
        const wall = wallOf(hub, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const schedule = scheduleOf(hub, wallId);
        const entry = own(schedule.entries, entryId);
        if (entry === undefined) return refuse('entry-unknown');
        const planner = plannerOf(caller);
        const by = planner.name;
        const ofProvince = entryOf(entryId);
        if (ofProvince && entry.origin === 'province') return refuse('plan-of-province');
        const outcome = ofProvince ? mayKeepEntry(schedule, wall, { ...ofProvince, planner }) : accept(null);
        if (!outcome.ok) return outcome;
        const gone: ScheduleChange = ofProvince
          ? { type: 'schedule.entryKept', wallId, entry: ofProvince, by }
          : { type: 'schedule.entryDeleted', wallId, entryId, by };
        hub.commit([gone, ...lookAnew(wallId)]);
        return accept(null);
      },
    },
    'schedule.holdCalendar': {
      allowed: ['console'],
      parse: (raw) => HoldInput.parse(raw),
      run({ wallId, held }, caller) {
        if (wallOf(hub, wallId) === undefined) return refuse('wall-unknown');
        const by = plannerOf(caller).name;
        hub.commit({ type: 'schedule.calendarHeld', wallId, held: held ? { by, at: clock.now() } : null });
        return accept(null);
      },
    },
    'schedule.setIdle': {
      allowed: ['console'],
      parse: (raw) => IdleInput.parse(raw),
      run({ wallId, on, afterMs, sceneId }, caller) {
        const wall = wallOf(hub, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        if (on && sceneId === null) return refuse('scene-unknown');
        const planner = plannerOf(caller);
        const outcome = sceneId === null ? accept(null) : mayPlan(wall, sceneId, planner);
        if (!outcome.ok) return outcome;
        const idle = { on, afterMs, sceneId, planner, since: clock.now() };
        hub.commit({ type: 'schedule.idleSet', wallId, idle });
        return accept(null);
      },
    },
  };
}
