import { setTimeout as wait } from 'node:timers/promises';
import { goalText, meets, ratioOf, tell, type Goal, type Measured, type Measurement } from './figure.ts';
import { listen, NOISY, quiet } from './noise.ts';
import { openStage } from './stage.ts';
import { rounded } from './statistics.ts';

/** No measurement lasts longer; what still hangs then is ended and counts as not measured. */
const LONGEST_MS = 7 * 60_000;

function print(measured: Measured, goal: Goal, noise: number, calm: boolean): void {
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
  const word =
    verdict === null
      ? 'no number'
      : `${verdict ? 'reached' : 'MISSED'}${judged ? '' : ' (noisy, not judged)'}`;
  tell(`  ${figure} ${rounded(value)} ${unit}; goal ${goalText(goal)}: ${word}; noise ${rounded(noise)} %`);
}

/** Measures and prints one measurement; false when it could not be measured. */
export async function measure(measurement: Measurement, only: string): Promise<boolean> {
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
      wait(LONGEST_MS, null, { signal: late.signal }),
    ]);
    const heard = noise.stop();
    if (measured === null) throw new Error('took too long');
    for (const one of measured) {
      const goal = measurement.figures[one.figure];
      if (goal && names.includes(one.figure)) print(one, goal, heard, calm);
    }
    return true;
  } catch (error) {
    tell(`  not measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return false;
  } finally {
    noise.stop();
    late.abort();
    await stage.end();
  }
}
