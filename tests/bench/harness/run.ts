import { setTimeout as wait } from 'node:timers/promises';
import { goalText, meets, ratioOf, tell, type Goal, type Measured, type Measurement } from './figure.ts';
import { listen, NOISY, quiet } from './noise.ts';
import { openStage } from './stage.ts';
import { rounded } from './statistics.ts';

/** No measurement lasts longer; what still hangs then is ended and counts as not measured. */
const LONGEST_MS = 7 * 60_000;

/** What came of one figure, for the table at the end. */
export type Result = {
  readonly figure: string;
  readonly outcome: 'reached' | 'missed' | 'not judged' | 'not measured';
  /** The value beside its goal, for people. */
  readonly words: string;
};

function print(measured: Measured, goal: Goal, noise: number, calm: boolean): Result {
  const { figure, value, unit, baseline } = measured;
  const ratio = ratioOf(measured);
  const judged = calm && noise <= NOISY && measured.judged !== false;
  const line = {
    figure,
    value: rounded(value),
    unit,
    baseline: baseline === null ? null : rounded(baseline),
    ratio: ratio === null ? null : rounded(ratio, 3),
    noise: rounded(noise),
    ...(judged ? {} : { judged: false }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  const verdict = meets(goal, measured);
  const outcome = verdict === null || !judged ? 'not judged' : verdict ? 'reached' : 'missed';
  const ratioWords = ratio === null ? '' : `, ratio ${rounded(ratio, 3)}`;
  const words = `${rounded(value)} ${unit}${ratioWords}; goal ${goalText(goal)}; noise ${rounded(noise)} %`;
  tell(`  ${figure}: ${outcome}: ${words}`);
  return { figure, outcome, words };
}

/** All figures, those that missed their goal last, where they are seen. */
export function table(results: readonly Result[]): string {
  const order: readonly Result['outcome'][] = ['reached', 'not judged', 'not measured', 'missed'];
  const width = Math.max(...results.map(({ figure }) => figure.length));
  return order
    .flatMap((one) => results.filter(({ outcome }) => outcome === one))
    .map(({ figure, outcome, words }) => `${figure.padEnd(width)}  ${outcome.padEnd(12)}  ${words}`)
    .join('\n');
}

/** Whether somebody must look: a judged figure missed its goal, or one could not be measured at all. */
export function failed(results: readonly Result[]): boolean {
  return results.some(({ outcome }) => outcome === 'missed' || outcome === 'not measured');
}

/** What the table says of figures that gave no number. */
export function notMeasured(figures: readonly string[], words: string): readonly Result[] {
  return figures.map((figure) => ({ figure, outcome: 'not measured', words }));
}

/** Measures and prints those figures of one measurement that begin with `only`, in at most `leftMs` and the wait for quiet. */
export async function measure(
  measurement: Measurement,
  { only, leftMs }: { readonly only: string; readonly leftMs: number },
): Promise<readonly Result[]> {
  const names = Object.keys(measurement.figures).filter((name) => name.startsWith(only));
  tell(`• ${names.join(', ')}`);
  const calm = await quiet();
  if (!calm) tell('  the machine is not quiet: measured, not judged');
  const stage = openStage();
  const late = new AbortController();
  const noise = listen();
  try {
    const measured = await Promise.race([
      measurement.run(stage),
      wait(Math.min(LONGEST_MS, leftMs), null, { signal: late.signal }),
    ]);
    const heard = noise.stop();
    if (measured === null) throw new Error('took too long');
    return measured.flatMap((one) => {
      const goal = measurement.figures[one.figure];
      return goal && names.includes(one.figure) ? [print(one, goal, heard, calm)] : [];
    });
  } catch (error) {
    tell(`  not measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return notMeasured(names, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  } finally {
    noise.stop();
    late.abort();
    await stage.end();
  }
}
