import type { WallAnswer } from './wire.ts';

/** A longer answer to a command from afar is not sent, characters of JSON: with its envelope it fits one frame in any script. */
const MOST_SENT = 1024 * 1024;
/** Of a longer one only is remembered that it was done, characters of JSON. */
const MOST_REMEMBERED = 16 * 1024;

function length(answer: WallAnswer): number {
  return JSON.stringify(answer).length;
}

/** The answer as it may travel: one that is too large would close the line for everybody. */
export function sendable(answer: WallAnswer): WallAnswer {
  return length(answer) > MOST_SENT ? { ok: false, reason: 'unanswered' } : answer;
}

/** The answer as it is kept for the same command sent again. */
export function remembered(answer: WallAnswer): WallAnswer {
  return answer.ok && length(answer) > MOST_REMEMBERED ? { ok: true, value: null } : answer;
}
