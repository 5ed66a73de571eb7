// Brings a fresh clone to the point where a step can run, then runs it. Needs nothing but Node ≥ 18.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureElectron } from './setup/electron.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { nodeBinary, onLinux, repoDir } from './setup/places.mjs';
import { say, Stop } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system.mjs';
import { checkUserNamespaces, ensureUser, giveBack, requireRoot } from './setup/user.mjs';

const program = {
  start: 'config/start.ts',
  demo: 'tests/demo/demo.ts',
  bench: 'tests/bench/bench.ts',
  soak: 'tests/soak/soak.ts',
  backend: 'backend/index.ts',
  build: 'config/build.ts',
  check: 'config/check.ts',
  pack: 'config/pack.ts',
  test: 'config/test.ts',
};
const withElectron = ['start', 'demo', 'bench', 'soak', 'pack', 'test'];

try {
  const [step, ...args] = process.argv.slice(2);
  if (program[step] === undefined)
    throw new Stop(`Dùng: node config/setup.mjs ${Object.keys(program).join('|')}`);
  requireRoot(step, args);
  await prepare(step, args.includes('--help'));
  process.exitCode = await run(program[step], args);
} catch (error) {
  process.stderr.write(`\n${error instanceof Stop ? error.message : error.stack}\n`);
  process.exitCode = 1;
} finally {
  giveBack();
}

async function prepare(step, onlyHelp) {
  await ensurePackages();
  if (!withElectron.includes(step) || onlyHelp) return;
  await ensureSystemPackages(step);
  const user = ensureUser();
  checkUserNamespaces(user);
  await ensureElectron(user);
}

function run(file, args) {
  if (!existsSync(join(repoDir, file))) throw new Stop(`Chưa có ${file} trong kho mã này.`);
  const command = [nodeBinary, join(repoDir, file), ...args];
  if (onLinux) command.unshift('setpriv', '--pdeathsig', 'SIGTERM');
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { stdio: 'inherit' });
    // The program ends its own children; it gets the same signal and the time to do so.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    endWithParent(() => child.kill('SIGTERM'));
    child.on('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

/** npm does not hand a signal on to what its shell runs, and may be killed itself: without this a wall would stay behind. */
function endWithParent(end) {
  const before = starters();
  setInterval(() => starters() !== before && end(), 500).unref();
}

/** Who started this; behind the shell of an npm script, npm too. A shell of one's own may go: the wall stays. */
function starters() {
  const parent = String(process.ppid);
  if (!onLinux || process.env.npm_lifecycle_event === undefined) return parent;
  try {
    const status = readFileSync(`/proc/${parent}/status`, 'utf8');
    return /^Name:\s+\w*sh$/m.test(status) ? `${parent} ${/^PPid:\s+(\d+)/m.exec(status)[1]}` : parent;
  } catch {
    return parent; // it ended while we looked
  }
}
