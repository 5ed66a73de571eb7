import type { ScheduleCalls } from '../../domain/schedule/calls.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { createArmCalls } from './armCalls.ts';
import { createConductor } from './conductor.ts';
import type { ProvincePlans } from './plans.ts';
import { createPlanCalls } from './plansCalls.ts';
import type { ScheduleNeeds } from './ports.ts';
import { createTourCalls } from './tourCalls.ts';

type Needs = ScheduleNeeds & { readonly plans: ProvincePlans };

/** Everything that goes on the wall by itself: tours, the calendar, armed takes, the default scene. */
export function createScheduleService(needs: Needs) {
  const conductor = createConductor(needs);

  const calls: Handlers<keyof ScheduleCalls> = {
    ...createPlanCalls(needs),
    ...createTourCalls(needs),
    ...createArmCalls(needs),
  };
  return { calls, saw: conductor.saw, stop: conductor.stop };
}
