import type { Clock } from '../../kernel/ports.ts';
import type { Lookers } from './lookers.ts';
import type { Password } from './refusals.ts';
import type { createStanding } from './standing.ts';
import type { Turn, Turns } from './turns.ts';

const WAITS = 'waits-for-turn';

/**
 * One source's turn to connect: it waits for it and says so, and keeps it until it leaves it. With it goes the leave to try
 * its name and password, which is asked for when the turn is there: nobody waits in a line with it.
 */
export function createOwnTurn(needs: {
  readonly clock: Clock;
  readonly turns: Turns;
  readonly password: Password;
  readonly lookers: Lookers;
  /** Failures since the last picture. */
  readonly attempts: () => number;
  readonly standing: Pick<ReturnType<typeof createStanding>, 'now' | 'become'>;
  /** The turn went to a camera that matters more: the connection ends, and another turn is asked for. */
  readonly onTaken: () => void;
}) {
  const { clock, turns, password, lookers, attempts, standing, onTaken } = needs;
  let turn: Turn | null = null;
  let waits = false;
  let place = lookers.place();
  let callOffTurn = (): void => undefined;
  let callOffRetry = (): void => undefined;

  function tell(): void {
    const { state, trouble } = standing.now();
    if (waits && turns.isFull() && !lookers.isCheck()) standing.become(state, WAITS);
    else if (!waits && trouble === WAITS) standing.become(state);
  }

  function callOff(): void {
    callOffTurn();
    callOffRetry();
  }

  function leave(): void {
    callOff();
    waits = false;
    const left = turn;
    turn = null;
    left?.leave();
  }

  function askAgainIn(ms: number, go: () => void): void {
    leave();
    callOffRetry = clock.after(ms, () => ask(go));
  }

  /** The turn is there. */
  function enter(go: () => void): void {
    const { waitMs, isRefused, isSilent } = password.claim();
    if (waitMs === 0) return go();
    if (isRefused) standing.become('unauthorised');
    else if (isSilent) standing.become('offline', 'no-answer');
    askAgainIn(waitMs, go);
  }

  function ask(go: () => void): void {
    // Who asks again asks once: what was asked, or put off, before is off.
    callOff();
    const refusedMs = password.refusedForMs();
    if (refusedMs > 0) {
      standing.become('unauthorised');
      return askAgainIn(refusedMs, go);
    }
    if (turn !== null) return enter(go);
    waits = true;
    // The turn may be there, and gone again, before this returns.
    callOffTurn = turns.ask({
      go(given) {
        turn = given;
        waits = false;
        tell();
        enter(go);
      },
      giveWay() {
        turn = null;
        onTaken();
      },
      place: lookers.place,
      attempts,
      isCheck: lookers.isCheck,
    });
    tell();
  }

  return {
    waits: (): boolean => waits,
    /** `go` is called when it may connect, which may be before this returns. */
    ask,
    connected: (): void => turn?.connected(),
    leave,
    /** To be called now and then: who looks at it may matter more or less than before. */
    look(): void {
      if (waits) tell();
      if (place === lookers.place()) return;
      place = lookers.place();
      turns.reconsider();
    },
  };
}
