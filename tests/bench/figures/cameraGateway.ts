import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { gstreamerPresent } from '../../support/cameras/fleet.ts';
import { startReplayFleet } from '../../support/cameras/replayFleet.ts';
import { tell, type Measurement } from '../harness/figure.ts';
import { cpuPercent, now, pssMb } from '../harness/processes.ts';
import type { Stage } from '../harness/stage.ts';
import { rounded } from '../harness/statistics.ts';
import type { GatewayOrder } from '../load/gatewayProcess.ts';

const COUNT = 48;
const SETTLE_MS = 5_000;
const WINDOW_MS = 15_000;
/** A camera of 25 pictures a second that gives at least so many flows. */
const FLOWING_FPS = 20;
/** What the played-back cameras themselves may cost, % of a core: above it they would be what is measured. */
const FLEET_MOST = 30;

const Report = z.object({ units: z.array(z.number()), delayP99Ms: z.number(), busyPercent: z.number() });

async function startGateway(stage: Stage) {
  const file = fileURLToPath(new URL('../load/gatewayProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  stage.later(() => child.kill('SIGKILL'));
  await once(child, 'spawn');
  const send = (order: GatewayOrder): void => void child.send(order);
  return {
    pid: child.pid ?? 0,
    watch: (urls: readonly string[]) => send({ watch: urls }),
    async report() {
      const answer = once(child, 'message', { signal: AbortSignal.timeout(10_000) });
      send({ report: true });
      return Report.parse((await answer)[0]);
    },
  };
}

type Gateway = Awaited<ReturnType<typeof startGateway>>;

/** What the gateway, and beside it the cameras, cost in one window of time. */
async function weigh(gateway: Gateway, fleetPid: number) {
  await gateway.report();
  const from = now();
  await wait(WINDOW_MS);
  const to = now();
  const report = await gateway.report();
  return {
    ...report,
    cpu: cpuPercent(from, to, [gateway.pid]),
    fleetCpu: cpuPercent(from, to, [fleetPid]),
    mb: pssMb(gateway.pid),
    fps: report.units.map((units) => (units * 1_000) / (to.at - from.at)),
  };
}

/** 48 cameras of 0.5 Mbps through one gateway to a tile each; what an idle gateway costs is taken off. */
export const cameraGateway: Measurement = {
  figures: {
    'camera.gateway_cpu': { of: 'value', atMost: 1 },
    'camera.gateway_mb': { of: 'value', atMost: 5 },
    'camera.sources': { of: 'value', atLeast: COUNT },
  },
  async run(stage) {
    if (!gstreamerPresent()) throw new Error('no GStreamer here: no test cameras');
    const fleet = await startReplayFleet({ count: COUNT });
    stage.later(() => fleet.stop());
    const gateway = await startGateway(stage);
    await wait(SETTLE_MS);
    const idle = await weigh(gateway, fleet.pid);

    gateway.watch(fleet.urls);
    await wait(SETTLE_MS);
    const busy = await weigh(gateway, fleet.pid);

    const flowing = busy.fps.filter((fps) => fps >= FLOWING_FPS).length;
    const perCamera = (value: number): number => Math.max(0, value) / COUNT;
    tell(
      `    ${COUNT} played-back cameras cost ${rounded(busy.fleetCpu)} % of a core; the slowest gives ${rounded(Math.min(...busy.fps))} pictures/s`,
    );
    tell(
      `    the gateway's thread is busy ${rounded(busy.busyPercent)} %, its event loop late by ${rounded(busy.delayP99Ms)} ms at p99 (idle ${rounded(idle.delayP99Ms)})`,
    );
    const judged = busy.fleetCpu <= FLEET_MOST;
    const value = (figure: string, amount: number, unit: string) => ({
      ...{ figure, value: rounded(amount, 3), unit, baseline: null, judged },
    });
    return [
      value('camera.gateway_cpu', perCamera(busy.cpu - idle.cpu), '% of a core per camera'),
      value('camera.gateway_mb', perCamera(busy.mb - idle.mb), 'MB per camera'),
      value('camera.sources', flowing, 'cameras'),
    ];
  },
};
