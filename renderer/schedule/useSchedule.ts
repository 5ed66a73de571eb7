import { useMemo } from 'react';
import { MINUTE_MS } from '../../domain/kernel/time.ts';
import { nextChange } from '../../domain/schedule/calendar.ts';
import type { Schedule } from '../../domain/schedule/model.ts';
import { upcoming, type Upcoming } from '../../domain/schedule/next.ts';
import { emptySchedule } from '../../domain/schedule/state.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';

/** The schedule of a wall. */
export function useSchedule(wallId: string): Schedule {
  const known = useWorld((world) => world.schedules[wallId]);
  return useMemo(() => known ?? emptySchedule(wallId), [known, wallId]);
}

/** What goes on the wall by itself from here, soonest first. The calendar is looked through once a minute. */
export function useUpcoming(wall: Wall, schedule: Schedule): readonly Upcoming[] {
  const now = useNow();
  const { entries } = schedule;
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const change = useMemo(() => nextChange(Object.values(entries), minute), [entries, minute]);
  return upcoming(schedule, wall, now, change);
}
