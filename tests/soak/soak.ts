// `npm run soak -- [--minutes 60] [--every 60]`: the room through a long night, with a fault every minute.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { appProcesses, kindOf } from '../bench/room/family.ts';
import { pssMb } from '../bench/harness/processes.ts';
import { signIn } from '../support/operator.ts';
import { snapshotOf } from '../support/replica.ts';
import { openRoom, type Room } from '../support/room.ts';
import { createAccount, unhandledIn } from './account.ts';
import { watchDesktop } from './desktop.ts';
import { faults } from './faults.ts';

const WALLS = 4;
/** A tile may be of one colour no longer than this. */
const MOST_BLACK_S = 5;
/** A window has told where its tiles are within this time after a take: without a graphics card a map needs ten seconds. */
const MOST_BLIND_S = 30;
/** Memory is judged from then on: until then caches fill. */
const WARM_MINUTES = 10;
const MOST_GROWTH_PERCENT = 3;
/** Fewer whole rounds of faults say nothing of growth. */
const LEAST_ROUNDS = 4;
/** An operator does something this often, ms. */
const TAKE_EVERY_MS = 20_000;
const scenes = ['map', 'cameras', 'economy', 'overview'] as const;

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    every: { type: 'string', default: '60' },
  },
});
const minutes = Number(flags.minutes);
const everyMs = Number(flags.every) * 1000;
const tell = (sentence: string): void => void process.stderr.write(`• ${sentence}\n`);

/** Memory of one process of the app, MB. */
type Part = { readonly kind: string; readonly mb: number };
type Sample = { readonly minute: number; readonly parts: readonly Part[] };

/** Memory of the app's processes; one that ends meanwhile is nobody's. */
function memoryOf(room: Room): readonly Part[] {
  return [...appProcesses(room.app.pid())].flatMap((pid) => {
    try {
      return [{ kind: kindOf(pid), mb: pssMb(pid) }];
    } catch {
      return [];
    }
  });
}

const sumMb = (parts: readonly Part[]): number => parts.reduce((sum, { mb }) => sum + mb, 0);

const mean = <One>(of: (one: One) => number, among: readonly One[]): number =>
  among.reduce((sum, one) => sum + of(one), 0) / among.length;

/** Where the memory is, for whoever looks for what grows. */
function tellMemory(room: Room): void {
  const parts = memoryOf(room).filter(({ mb }) => mb >= 1);
  tell(`bộ nhớ: ${parts.map(({ kind, mb }) => `${kind} ${Math.round(mb)}`).join(', ')} MB`);
}

/**
 * Growth in percent an hour after the warm-up, by the straight line through the means of whole rounds of faults; null when
 * there are too few. Within a round memory swings by half: a map comes and goes, a process is killed and fills again.
 */
function growthPerHour(samples: readonly Sample[]): number | null {
  const roundMinutes = (faults.length * everyMs) / 60_000;
  const roundOf = ({ minute }: Sample): number => Math.floor((minute - WARM_MINUTES) / roundMinutes);
  const lastWhole = Math.floor((minutes - WARM_MINUTES) / roundMinutes);
  const rounds = Array.from({ length: Math.max(0, lastWhole) }, (_, round) =>
    samples.filter((sample) => roundOf(sample) === round),
  ).filter((round) => round.length > 0);
  if (rounds.length < LEAST_ROUNDS) return null;
  const means = rounds.map((round) => ({
    minute: mean((sample) => sample.minute, round),
    mb: mean(({ parts }) => sumMb(parts), round),
  }));
  tell(`bộ nhớ mỗi vòng: ${means.map(({ mb }) => Math.round(mb)).join(', ')} MB`);
  for (const kind of new Set(rounds.flat().flatMap(({ parts }) => parts.map((part) => part.kind)))) {
    const ofKind = ({ parts }: Sample): number => sumMb(parts.filter((part) => part.kind === kind));
    tell(`  ${kind}: ${rounds.map((round) => Math.round(mean(ofKind, round))).join(', ')} MB`);
  }
  const [minute, mb] = [mean((one) => one.minute, means), mean((one) => one.mb, means)];
  const over = means.reduce((sum, one) => sum + (one.minute - minute) * (one.mb - mb), 0);
  const under = means.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0);
  return ((over / under) * 60 * 100) / mb;
}

/** What nobody caught, from the product's own logs. */
function unhandled(room: Room): readonly string[] {
  const files = ['core.log', 'shell.log'].map((name) => join(room.app.profile, 'logs', name));
  return files.flatMap((file) => unhandledIn(readFileSync(file, 'utf8')));
}

/** An operator asks for a scene; answers as the wall does. */
async function ask(room: Room, sceneId: string): Promise<unknown> {
  const desk = await room.console();
  await signIn(desk);
  const { world } = await snapshotOf(desk);
  const input = {
    commandId: crypto.randomUUID(),
    wallId: 'main',
    source: { from: 'scene', sceneId },
    programRevision: world.walls['main']?.program?.revision ?? 0,
  };
  return desk.evaluate(`window.ioc.call('wall.take', ${JSON.stringify(input)})`);
}

/** Does `work` again and again until `until` (epoch ms); a failure is told and the next one waited for. */
async function again(
  until: number,
  everyOneMs: number,
  work: (turn: number) => Promise<void>,
): Promise<void> {
  let turn = 0;
  for (let next = Date.now() + everyOneMs; next < until; next = Math.max(next + everyOneMs, Date.now())) {
    await wait(next - Date.now());
    await work(turn).catch((error: unknown) => tell(`${String(error).split('\n')[0]}`));
    turn += 1;
  }
}

async function night(room: Room) {
  const desktop = watchDesktop(room);
  const account = createAccount(tell);
  const samples: Sample[] = [];
  await room.walls();
  await desktop.learn();
  const startedAt = Date.now();
  const until = startedAt + minutes * 60_000;
  const strike = async (turn: number): Promise<void> => {
    const fault = faults[turn % faults.length];
    if (fault === undefined) return;
    tell(`phút ${((Date.now() - startedAt) / 60_000).toFixed(1)}: ${fault.name}`);
    await account.strike(fault.name, () => fault.strike(room, desktop));
    await room.lookAgain();
  };
  const take = async (turn: number): Promise<void> => {
    const sceneId = scenes[turn % scenes.length] ?? scenes[0];
    if (await account.take(sceneId, () => ask(room, sceneId))) desktop.taken();
  };
  await Promise.all([
    again(until - everyMs / 2, everyMs, strike),
    again(until, TAKE_EVERY_MS, take),
    again(until, 2_000, () => desktop.learn()),
    again(until, 10_000, async () => {
      samples.push({ minute: (Date.now() - startedAt) / 60_000, parts: memoryOf(room) });
    }),
    again(until, 60_000, async () => tellMemory(room)),
  ]);
  await desktop.learn();
  desktop.stop();
  return { account, samples, startedAt, ...desktop.seen(), errors: unhandled(room) };
}

const room = await openRoom({ walls: WALLS, cameras: 4, cameraFps: 12, onStep: tell });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void room.stop().then(() => process.exit(1)));
try {
  const { account, samples, startedAt, pictures, blackest, blindest, errors } = await night(room);
  const growth = growthPerHour(samples);
  const { struck, takes } = account.sum();
  const wrong = [
    ...account.wrong(),
    ...(struck < Math.floor((minutes * 60_000) / everyMs) - 1 ? [`chỉ ${struck} sự cố được thử`] : []),
    ...(pictures < minutes * 60 * 0.5 ? [`chỉ ${pictures} ảnh màn hình được xem`] : []),
    ...(blackest.seconds > MOST_BLACK_S
      ? [`ô ${blackest.tile} một màu ${blackest.seconds.toFixed(1)} s`]
      : []),
    ...(blindest.seconds > MOST_BLIND_S
      ? [
          `màn hình ${blindest.display} không cho biết ô của nó ${blindest.seconds.toFixed(1)} s, đến phút ${((blindest.at - startedAt) / 60_000).toFixed(1)}`,
        ]
      : []),
    ...errors.map((line) => `lỗi không ai bắt: ${line}`),
    ...(growth !== null && growth > MOST_GROWTH_PERCENT ? [`bộ nhớ tăng ${growth.toFixed(1)} %/giờ`] : []),
  ];
  const memory = samples.map(({ parts }) => Math.round(sumMb(parts)));
  process.stdout.write(
    `${JSON.stringify({
      minutes,
      faults: struck,
      takes,
      pictures,
      blackestSeconds: blackest.seconds,
      blindestSeconds: blindest.seconds,
      unhandledErrors: errors.length,
      memoryMb: { first: memory[0] ?? null, last: memory.at(-1) ?? null },
      growthPercentPerHour: growth,
      wrong,
    })}\n`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await room.stop();
}
process.exit();
