// `npm test`: everything, in one run. A stage that fails does not hide the others; what could not run counts as failed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.ts';
import { runChecks } from './check.ts';
import { demoProblems } from './demoRun.ts';
import { repoDir } from './places.ts';
import { playwrightTold, vitestTold, type Told } from './testReports.ts';
import { runTool, type ToolResult } from './tools.ts';

type Score = { readonly passed: number; readonly failed: number; readonly reasons: readonly string[] };

const minuteMs = 60_000;
const reports = join(repoDir, 'node_modules', '.cache', 'toan-canh', 'reports');

// By number: whatever a tool loaded on the way thinks of the exit code of this process, a red run must not end green.
process.exit(await main());

async function main(): Promise<number> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const scores = [
    await stage('Dựng / build', async () => single(ensureBuilt())),
    await stage('Kiểm tra mã / check', checkScore),
    await stage('Kiểm thử trong Node / unit, contract, flow', () =>
      vitest('node', ['unit', 'flow', 'network'], 9 * minuteMs),
    ),
    await stage('Kiểm thử đầu cuối: các bàn làm việc / e2e: desks', () => endToEnd('desks')),
    await stage('Kiểm thử đầu cuối: sự cố và thời gian / e2e: alone', () => endToEnd('alone')),
    await stage('Trình diễn không người / demo', demo),
    await stage('Hai phút có sự cố / soak', soak),
    await stage('Đóng gói / packaging', packaging),
  ];
  const passed = scores.reduce((sum, score) => sum + score.passed, 0);
  const failed = scores.reduce((sum, score) => sum + score.failed, 0);
  for (const reason of scores.flatMap((score) => score.reasons)) process.stderr.write(`✘ ${reason}\n`);
  const line = `${passed} passed, ${failed} failed\n`;
  writeFileSync(join(reports, 'sum.txt'), line);
  process.stdout.write(line);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function stage(title: string, run: () => Promise<Score>): Promise<Score> {
  const startedAt = Date.now();
  process.stderr.write(`\n━━ ${title}\n`);
  const score = await run().catch((error: unknown) => couldNotRun(`${title}: ${String(error)}`));
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  process.stderr.write(`━━ ${title}: ${score.passed} passed, ${score.failed} failed, ${seconds} s\n`);
  return score;
}

function couldNotRun(reason: string): Score {
  return { passed: 0, failed: 1, reasons: [reason] };
}

async function single(work: Promise<unknown>): Promise<Score> {
  await work;
  return { passed: 1, failed: 0, reasons: [] };
}

async function checkScore(): Promise<Score> {
  const checks = await runChecks();
  const failed = checks.filter(({ ok }) => !ok);
  return {
    passed: checks.length - failed.length,
    failed: failed.length,
    reasons: failed.map(({ name, reason }) => `check ${name}: ${reason}`),
  };
}

async function vitest(name: string, projects: readonly string[], limitMs: number): Promise<Score> {
  const report = join(reports, `${name}.json`);
  const only = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--config', 'config/vitest.config.ts', ...only, ...reporters];
  const ran = await runTool({ script: 'node_modules/vitest/vitest.mjs', args, limitMs, show: true });
  if (!existsSync(report))
    return couldNotRun(`vitest ${name}: ${ran.reason || 'không có báo cáo / no report'}`);
  return honest(`vitest ${name}`, ran, vitestTold(readFileSync(report, 'utf8')));
}

async function endToEnd(project: 'desks' | 'alone'): Promise<Score> {
  const report = join(reports, `e2e-${project}.json`);
  const config = ['--config', 'config/playwright.config.ts', '--project', project];
  const args = ['test', ...config, '--reporter=list,json'];
  const ran = await runTool({
    script: 'node_modules/@playwright/test/cli.js',
    args,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    limitMs: 15 * minuteMs,
    show: true,
  });
  if (!existsSync(report))
    return couldNotRun(`e2e ${project}: ${ran.reason || 'không có báo cáo / no report'}`);
  return honest(`e2e ${project}`, ran, playwrightTold(readFileSync(report, 'utf8')));
}

async function demo(): Promise<Score> {
  const reasons = await demoProblems(join(reports, 'demo'));
  return reasons.length === 0 ? { passed: 1, failed: 0, reasons } : { passed: 0, failed: 1, reasons };
}

/** Two minutes of a long night, with a fault every quarter of a minute. */
async function soak(): Promise<Score> {
  const args = ['--minutes', '2', '--every', '15'];
  const ran = await runTool({ script: 'tests/soak/soak.ts', args, limitMs: 5 * minuteMs, show: true });
  return ran.ok ? { passed: 1, failed: 0, reasons: [] } : couldNotRun(`soak: ${ran.reason}`);
}

async function packaging(): Promise<Score> {
  const { pack } = await import('./pack.ts');
  await pack();
  return vitest('packaging', ['packaging'], 3 * minuteMs);
}

/** A skipped test did not run, and a runner that fails without a failed test found something outside of them. */
function honest(name: string, ran: ToolResult, { passed, failed, skipped, sentences }: Told): Score {
  const reasons = [
    ...sentences.map((sentence) => `${name}: ${sentence}`),
    ...(skipped > 0 ? [`${name}: ${skipped} bài bị bỏ qua / skipped`] : []),
  ];
  const notRight = failed + skipped;
  const silent = !ran.ok && notRight === 0;
  return {
    passed,
    failed: notRight + (silent ? 1 : 0),
    reasons: silent ? [...reasons, `${name}: ${ran.reason}`] : reasons,
  };
}
