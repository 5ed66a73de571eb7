import { create } from 'zustand';
import type { Answer, CallName, Calls, Refusal } from '../../domain/contract/calls.ts';
import type { ArmSource } from '../../domain/schedule/model.ts';

type PlanState = {
  /** Why the last command was not done, until the next one. */
  readonly refusal: Refusal | 'choose-first' | null;
  /** True while a moment is being chosen for the preview. */
  readonly arming: boolean;
};

/** What this console's operator is about to plan; the plans themselves are in the World. */
export const usePlanState = create<PlanState>()(() => ({ refusal: null, arming: false }));

type ScheduleName = Extract<CallName, `schedule.${string}`>;

/** Asks the core; a refusal stays to be read until the next command. Answers whether it was done. */
export async function plan<Name extends ScheduleName>(
  name: Name,
  input: Calls[Name]['input'],
): Promise<boolean> {
  const answer: Answer<Name> = await window.ioc.call(name, input);
  usePlanState.setState({ refusal: answer.ok ? null : answer.reason });
  return answer.ok;
}

/** What the operator chose to see before it goes up. */
export type Preview = {
  readonly source: ArmSource;
  readonly name: { readonly vi: string; readonly en: string };
  readonly programRevision: number;
};

export function showArming(arming: boolean, refusal: PlanState['refusal'] = null): void {
  usePlanState.setState({ arming, refusal });
}
