import type { WorldCalls } from '../domain/contract/calls.ts';
import { FailedInput, WatchInput } from '../domain/contract/worldInputs.ts';
import { accept } from '../domain/kernel/outcome.ts';
import { NothingInput } from '../domain/kernel/schema.ts';
import type { Handlers } from './kernel/handlers.ts';
import type { Subscriptions } from './kernel/subscriptions.ts';
import type { PageFailures } from './pageFailures.ts';

/** What a window asks about its own replica, and says of its own page. */
export function createWorldCalls(
  windows: Pick<Subscriptions, 'watch' | 'reopen'>,
  failures: Pick<PageFailures, 'failed'>,
): Handlers<keyof WorldCalls> {
  return {
    'world.watch': {
      allowed: ['wall', 'console'],
      parse: (raw) => WatchInput.parse(raw),
      run({ keys }, { windowId }) {
        windows.watch(windowId, keys);
        return accept(null);
      },
    },
    'world.reopen': {
      allowed: ['wall', 'console'],
      parse: (raw) => NothingInput.parse(raw),
      run(_input, { windowId }) {
        windows.reopen(windowId);
        return accept(null);
      },
    },
    'world.failed': {
      allowed: ['wall', 'console'],
      parse: (raw) => FailedInput.parse(raw),
      run(failure, { windowId }) {
        failures.failed(windowId, failure);
        return accept(null);
      },
    },
  };
}
