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
/** A camera that failed so often in a row fails: how much more often does not tell when it is back. */
const MOST_FAILED = 2;
/** So many of those that are connecting fail: a wall of dead cameras leaves the others a way in. */
export const MOST_FAILING = 6;

/** Who asks for a turn. */
export type Applicant = {
  /** Told when it may connect; it says when it is connected, and when it has done with it. */
  go(turn: Turn): void;
  /** Its turn is gone to one that goes before it: it ends its connection, and may ask for another turn. */
  giveWay(): void;
  /** How much the camera matters, the lower the more; asked anew at each choice. */
  place(): number;
  /** Failures since its last picture. */
  attempts(): number;
  /** It has one of the turns beyond; asked anew at each choice, a tile may have come. */
  isCheck?(): boolean;
};

export type Turn = {
  /** Pictures begin to flow: another camera may begin to connect. To be said again when the first is there. */
  connected(): void;
  /** The connection is no more, or the turn is not wanted any more. */
  leave(): void;
};

const isCheck = (applicant: Applicant): boolean => applicant.isCheck?.() ?? false;
const isForTile = (applicant: Applicant): boolean => !isCheck(applicant);
/** It takes no turn from another, however much it matters, before it has something to show. */
const isFailing = (applicant: Applicant): boolean => applicant.attempts() >= MOST_FAILED;
/** Those in one place that are as well stay in the order in which they came. */
const inOrder = (applicants: readonly Applicant[]): readonly Applicant[] =>
  applicants
    .map((applicant) => ({
      ...{ applicant, place: applicant.place() },
      failed: Math.min(applicant.attempts(), MOST_FAILED),
    }))
    .sort((a, b) => a.place - b.place || a.failed - b.failed)
    .map(({ applicant }) => applicant);

type Held = {
  connecting: boolean;
  /** It fails, and all turns are given: it tries beyond them, and takes one from another when its pictures are there. */
  isTrial: boolean;
};

/** Gives cameras their turns to connect. Who cannot go at once waits, or has the turn of one that matters less. */
export function createTurns(
  most: {
    readonly connected: number;
    readonly connecting: number;
    readonly failing: number;
    readonly checked: number;
  },
  clock: Pick<Clock, 'after'>,
) {
  const waiting = new Set<Applicant>();
  const turns = new Map<Applicant, Held>();
  let serving = false;

  function held() {
    const all = [...turns].map(([applicant, turn]) => ({ applicant, ...turn }));
    const forTiles = all.filter(({ applicant }) => isForTile(applicant));
    const tiles = forTiles.filter(({ isTrial }) => !isTrial).map(({ applicant }) => applicant);
    const failing = forTiles.filter((each) => (each.connecting || each.isTrial) && isFailing(each.applicant));
    return {
      tiles: tiles.length,
      least: inOrder(tiles).at(-1),
      connecting: forTiles.filter(({ connecting }) => connecting).length,
      failing: failing.length,
      checks: all.length - forTiles.length,
    };
  }

  const isFull = (): boolean => held().tiles >= most.connected;

  /** Those that fail go one after the other, however much they matter: else the dead ones of a wall would go for ever. */
  function nextOf(): Applicant | undefined {
    const { tiles, least, connecting, failing, checks } = held();
    const hasRoom = tiles < most.connected;
    const isAble = (each: Applicant): boolean => {
      if (isCheck(each)) return checks < most.checked;
      if (connecting >= most.connecting) return false;
      if (!isFailing(each)) return hasRoom;
      return failing < most.failing && (hasRoom || (least !== undefined && each.place() < least.place()));
    };
    const able = [...waiting].filter(isAble);
    const first = inOrder(able.filter((each) => !isFailing(each)))[0];
    const longest = able.find(isFailing);
    if (first === undefined || longest === undefined) return first ?? longest;
    return first.place() <= longest.place() ? first : longest;
  }

  function takeFrom(applicant: Applicant): void {
    turns.delete(applicant);
    applicant.giveWay();
  }

  /** The camera that matters least ends for the first of those that wait, if that one matters more. */
  function makeWay(): void {
    const { tiles, least, connecting } = held();
    if (tiles < most.connected || connecting >= most.connecting) return;
    const first = inOrder([...waiting].filter((each) => isForTile(each) && !isFailing(each)))[0];
    if (first !== undefined && least !== undefined && first.place() < least.place()) takeFrom(least);
  }

  function begin(applicant: Applicant): void {
    waiting.delete(applicant);
    const turn = { connecting: true, isTrial: isForTile(applicant) && isFull() };
    const stopConnecting = (): void => {
      callOff();
      turn.connecting = false;
      serve();
    };
    const callOff = clock.after(CONNECTING_MS, stopConnecting);
    turns.set(applicant, turn);
    applicant.go({
      connected() {
        if (turn.connecting) stopConnecting();
        if (!turn.isTrial || isFailing(applicant)) return;
        turn.isTrial = false;
        const { tiles, least } = held();
        if (tiles > most.connected && least !== undefined) takeFrom(least);
        serve();
      },
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
