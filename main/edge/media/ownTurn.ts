import type { Lookers } from './lookers.ts';
import type { createStanding } from './standing.ts';
import type { Turn, Turns } from './turns.ts';

const WAITS = 'waits-for-turn';

/** One source's turn to connect: it waits for it and says so, and keeps it until it leaves it. */
export function createOwnTurn(needs: {
  readonly turns: Turns;
  readonly lookers: Lookers;
  /** Failures since the last picture. */
  readonly attempts: () => number;
  readonly standing: Pick<ReturnType<typeof createStanding>, 'now' | 'become'>;
  /** The turn went to a camera that matters more: the connection ends, and another turn is asked for. */
  readonly onTaken: () => void;
}) {
  const { turns, lookers, attempts, standing, onTaken } = needs;
  let turn: Turn | null = null;
  let waits = false;
  let place = lookers.place();
  let callOff = (): void => undefined;

  function tell(): void {
    const { state, trouble } = standing.now();
    if (waits && turns.isFull() && !lookers.isCheck()) standing.become(state, WAITS);
    else if (!waits && trouble === WAITS) standing.become(state);
  }

  return {
    waits: (): boolean => waits,
    /** `go` is called when it may connect, which may be before this returns. */
    ask(go: () => void): void {
      if (turn !== null) return go();
      waits = true;
      callOff = turns.ask({
        go(given) {
          turn = given;
          waits = false;
          tell();
          go();
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
    },
    connected: (): void => turn?.connected(),
    leave(): void {
      callOff();
      waits = false;
      const left = turn;
      turn = null;
      left?.leave();
    },
    /** To be called now and then: who looks at it may matter more or less than before. */
    look(): void {
      if (waits) tell();
      if (place === lookers.place()) return;
      place = lookers.place();
      turns.reconsider();
    },
  };
}
