import type { Log } from '../../kernel/ports.ts';

/** Nobody caught it: the log gets its kind and place, the shell starts a new core. */
export function trapFailures(log: Log, exit: () => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (failure: unknown) => {
      const place = failure instanceof Error ? failure.stack?.split('\n')[1]?.trim() : undefined;
      log.error('core.failed', { kind: failure instanceof Error ? failure.name : typeof failure, place });
      exit();
    });
  }
}
