import { openBackend, WrongProvince } from './backend.ts';
import { readFlags, usage, WrongFlags } from './flags.ts';
import { createLog, reasonOf } from './log.ts';
import { StoreTaken } from './store/openStore.ts';

const log = createLog((line) => process.stderr.write(line));

function sentence(failure: unknown): string {
  if (failure instanceof WrongFlags) return `${failure.message}\n\n${usage}`;
  if (failure instanceof WrongProvince) return failure.message;
  if (failure instanceof StoreTaken)
    return `Thư mục ${failure.message} đang được một backend khác dùng / in use by another backend`;
  return reasonOf(failure);
}

function trap(failure: unknown): void {
  log.error('backend.failed', { reason: reasonOf(failure) });
  process.exit(1);
}

async function start(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(usage);
  const backend = await openBackend(readFlags(process.argv.slice(2)), log);
  process.stdout.write(`${JSON.stringify({ listening: backend.url, port: backend.port })}\n`);
  log.info('backend.opened', { port: backend.port });
  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    backend.close().then(() => log.info('backend.closed'), trap);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leave);
}

process.on('uncaughtException', trap);
process.on('unhandledRejection', trap);
start().catch((failure: unknown) => {
  process.stderr.write(`${sentence(failure)}\n`);
  process.exitCode = 1;
});
