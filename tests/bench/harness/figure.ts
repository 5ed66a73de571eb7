import type { Stage } from './stage.ts';

/** What a figure must come to: its value, or its ratio to the baseline of the same run. */
export type Goal =
  | { readonly of: 'value' | 'ratio'; readonly atMost: number }
  | { readonly of: 'value' | 'ratio'; readonly atLeast: number };

export type Measured = {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** The same thing done the plain way in the same run; null where there is none. */
  readonly baseline: number | null;
  /** False when the run itself shows that the number says nothing, such as a baseline below its own mark. */
  readonly judged?: boolean;
};

/** One measurement, of one or more figures. */
export type Measurement = {
  readonly figures: Readonly<Record<string, Goal>>;
  run(stage: Stage): Promise<readonly Measured[]>;
};

/** Progress and reasons, for people; stdout belongs to the figures. */
export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

export function ratioOf({ value, baseline }: Pick<Measured, 'value' | 'baseline'>): number | null {
  return baseline === null || baseline === 0 ? null : value / baseline;
}

/** Whether the goal is met; null where there is no number to judge. */
export function meets(goal: Goal, measured: Measured): boolean | null {
  const number = goal.of === 'value' ? measured.value : ratioOf(measured);
  if (number === null || Number.isNaN(number)) return null;
  return 'atMost' in goal ? number <= goal.atMost : number >= goal.atLeast;
}

/** The goal in words. */
export function goalText(goal: Goal): string {
  return `${goal.of} ${'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`}`;
}
