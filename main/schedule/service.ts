import type { ScheduleCalls } from '../../domain/schedule/calls.ts';
import type { Plans } from '../../domain/schedule/model.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { createArmCalls } from './armCalls.ts';
import { createConductor } from './conductor.ts';
import { createPlanCalls } from './plansCalls.ts';
import type { ScheduleNeeds } from './ports.ts';
import { createTourCalls } from './tourCalls.ts';

type Needs = ScheduleNeeds & { readonly plans: Plans };

/** Everything that goes on the wall by itself: tours, the calendar, armed takes, the default scene. */
export function createScheduleService(needs: Needs) {
  const { tours, entries } = needs.plans;
  const ofProvince = new Set([...tours, ...entries].map(({ id }) => id));
  const conductor = createConductor(needs);

  const calls: Handlers<keyof ScheduleCalls> = {
    ...createPlanCalls({ ...needs, ofProvince }),
    ...createTourCalls(needs),
    ...createArmCalls(needs),
  };
  return { calls, saw: conductor.saw, stop: conductor.stop };
}
