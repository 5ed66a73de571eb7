import type { Clock } from '../../kernel/ports.ts';

/** So many cameras are connected at once, and so many may be connecting: a whole wall must not fall on the network. */
export const MOST_CONNECTED = 48;
export const MOST_CONNECTING = 8;
/**
 * Beyond them so many are only looked at by a check, as many as it asks at once, or take over from another stream of their
 * tile: a full wall leaves them no other turn.
 */
export const MOST_CHECKED = 4;
/** So long a camera counts as connecting at most, ms: one that never answers keeps no other waiting longer. */
const CONNECTING_MS = 3_000;
/** A camera that failed so often in a row takes no turn from another, however much it matters: it waits for a free one. */
const MOST_FAILED = 2;

/** Who asks for a turn. */
export type Applicant = {
  /** Told when it may connect; it says when it is connected, and when it has done with it. */
  go(turn: Turn): void;
  /** Its turn is gone to one that goes before it: it ends its connection, and may ask for another turn. */
  giveWay(): void;
  /** How much the camera matters, the lower the more; asked anew at each choice. */
  place(): number;
  /** Of two in one place, who failed less often goes first. */
  attempts(): number;
  /** It has one of the turns beyond; asked anew at each choice, a tile may have come. */
  isCheck?(): boolean;
};

export type Turn = {
  /** The pictures flow: another camera may begin to connect. */
  connected(): void;
  /** The connection is no more, or the turn is not wanted any more. */
  leave(): void;
};

const isCheck = (applicant: Applicant): boolean => applicant.isCheck?.() ?? false;
const isForTile = (applicant: Applicant): boolean => !isCheck(applicant);
const inOrder = (applicants: readonly Applicant[]): readonly Applicant[] =>
  applicants
    .map((applicant) => ({ applicant, place: applicant.place(), attempts: applicant.attempts() }))
    .sort((a, b) => a.place - b.place || a.attempts - b.attempts)
    .map(({ applicant }) => applicant);

/** Gives cameras their turns to connect. Who cannot go at once waits, or has the turn of one that matters less. */
export function createTurns(
  most: { readonly connected: number; readonly connecting: number; readonly checked: number },
  clock: Pick<Clock, 'after'>,
) {
  const waiting = new Set<Applicant>();
  /** Who has a turn, and is still connecting. */
  const turns = new Map<Applicant, { connecting: boolean }>();
  let serving = false;

  function held(): { readonly tiles: number; readonly connecting: number; readonly checks: number } {
    const all = [...turns];
    const tiles = all.filter(([applicant]) => isForTile(applicant));
    const connecting = tiles.filter(([, turn]) => turn.connecting).length;
    return { tiles: tiles.length, connecting, checks: all.length - tiles.length };
  }

  const isFull = (): boolean => held().tiles >= most.connected;

  function nextOf(): Applicant | undefined {
    const { tiles, connecting, checks } = held();
    const tileMay = tiles < most.connected && connecting < most.connecting;
    return inOrder(
      [...waiting].filter((applicant) => (isCheck(applicant) ? checks < most.checked : tileMay)),
    )[0];
  }

  /** The camera that matters least ends for the first of those that wait, if that one matters more. */
  function makeWay(): void {
    const { tiles, connecting } = held();
    if (tiles < most.connected || connecting >= most.connecting) return;
    const mayTake = (each: Applicant): boolean => isForTile(each) && each.attempts() < MOST_FAILED;
    const first = inOrder([...waiting].filter(mayTake))[0];
    const last = inOrder([...turns.keys()].filter(isForTile)).at(-1);
    if (first === undefined || last === undefined || first.place() >= last.place()) return;
    turns.delete(last);
    last.giveWay();
  }

  function begin(applicant: Applicant): void {
    waiting.delete(applicant);
    const turn = { connecting: true };
    const connected = (): void => {
      if (!turn.connecting) return;
      callOff();
      turn.connecting = false;
      serve();
    };
    const callOff = clock.after(CONNECTING_MS, connected);
    turns.set(applicant, turn);
    applicant.go({
      connected,
      leave() {
        callOff();
        if (turns.get(applicant) !== turn) return;
        turns.delete(applicant);
        serve();
      },
    });
  }

  function serve(): void {
    if (serving || waiting.size === 0) return;
    serving = true;
    makeWay();
    for (let next = nextOf(); next !== undefined; next = nextOf()) {
      begin(next);
      makeWay();
    }
    serving = false;
  }

  return {
    /** Returns the function that calls the application off; it may have had its turn before this returns. */
    ask(applicant: Applicant): () => void {
      waiting.add(applicant);
      serve();
      return () => void waiting.delete(applicant);
    },
    /** A camera matters more or less than before. */
    reconsider: serve,
    /** As many are connected as may be; who waits for a tile, waits for one of them to go. */
    isFull,
  };
}

export type Turns = ReturnType<typeof createTurns>;
