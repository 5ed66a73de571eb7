// `npm run bench`: the product's figures beside their baselines, one JSON line each on stdout.
import { parseArgs } from 'node:util';
import { tell, type Measurement } from './harness/figure.ts';
import { failed, measure, notMeasured, table, type Result } from './harness/run.ts';
import { endAllStages } from './harness/stage.ts';
import { rounded } from './harness/statistics.ts';
import { cameraGateway } from './figures/cameraGateway.ts';
import { cameraLatency } from './figures/cameraLatency.ts';
import { cameraFirst } from './figures/cameraFirst.ts';
import { cameraOverload } from './figures/cameraOverload.ts';
import { cameraRate } from './figures/cameraRate.ts';
import { cameraReconnect } from './figures/cameraReconnect.ts';
import { fanout } from './figures/fanout.ts';
import { memory } from './figures/memory.ts';
import { recoveryApp } from './figures/recoveryApp.ts';
import { recoveryBackend } from './figures/recoveryBackend.ts';
import { recoveryCore } from './figures/recoveryCore.ts';
import { recoveryRenderer } from './figures/recoveryRenderer.ts';
import { startCachedWall } from './figures/startCachedWall.ts';
import { startPictures } from './figures/startPictures.ts';
import { wallHotplug } from './figures/wallHotplug.ts';
import { wallEdit } from './figures/wallEdit.ts';
import { wallHang } from './figures/wallHang.ts';
import { wallTake } from './figures/wallTake.ts';
import { runtime } from '../../config/runtime.ts';
import { shippedApp } from './room/wallOnHeads.ts';

/** So that all is over within 25 min, the last wait for quiet and the last tidying up included. */
const LONGEST_MS = 23.5 * 60_000;
const measurements: readonly Measurement[] = [
  fanout,
  cameraGateway,
  cameraLatency,
  cameraRate,
  cameraFirst,
  cameraOverload,
  cameraReconnect,
  recoveryRenderer,
  recoveryCore,
  recoveryBackend,
  recoveryApp,
  startCachedWall,
  startPictures,
  memory,
  wallTake,
  wallEdit,
  wallHotplug,
  wallHang,
];

const { values: flags } = parseArgs({
  options: { only: { type: 'string', default: '' }, help: { type: 'boolean' } },
});
if (flags.help === true) {
  tell(
    'npm run bench -- [--only PREFIX]\n\n' +
      measurements.flatMap(({ figures }) => Object.keys(figures)).join('\n'),
  );
} else {
  await main(flags.only);
}

function minutes(ms: number): string {
  return `${rounded(ms / 60_000)} min`;
}

async function main(only: string): Promise<void> {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => void endAllStages().finally(() => process.exit(code)));
  }
  const startedAt = Date.now();
  const chosen = measurements.filter(({ figures }) =>
    Object.keys(figures).some((name) => name.startsWith(only)),
  );
  if (chosen.length === 0) throw new Error(`no figure begins with ${only}`);
  tell(runtime().label);
  // Built and packed before anything is measured.
  await shippedApp();
  const results: Result[] = [];
  for (const measurement of chosen) {
    const leftMs = startedAt + LONGEST_MS - Date.now();
    const names = Object.keys(measurement.figures).filter((name) => name.startsWith(only));
    const beganAt = Date.now();
    results.push(
      ...(leftMs <= 0 ? notMeasured(names, 'the time is up') : await measure(measurement, { only, leftMs })),
    );
    tell(`  took ${minutes(Date.now() - beganAt)}`);
  }
  tell(`\n${table(results)}\n\nin all ${minutes(Date.now() - startedAt)} of 25 min`);
  if (failed(results)) process.exitCode = 1;
  await endAllStages();
}
