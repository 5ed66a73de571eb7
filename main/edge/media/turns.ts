/** So many cameras are connected at once, and so many may be connecting: a whole wall must not fall on the network. */
export const MOST_CONNECTED = 48;
export const MOST_CONNECTING = 8;
/** Beyond them so many are only looked at by a check, as many as it asks at once: a full wall leaves it no other turn. */
export const MOST_CHECKED = 4;

/** Who asks for a turn. */
type Applicant = {
  /** Told when it may connect; it says when it is connected, and when it has done with it. */
  go(turn: Turn): void;
  /** Lower goes first; asked anew at each choice. */
  rank(): number;
  /** Nobody but a check wants it; asked anew at each choice, a tile may have come. */
  isCheck?(): boolean;
};

export type Turn = {
  /** The pictures flow: another camera may begin to connect. */
  connected(): void;
  /** The connection is no more, or the turn is not wanted any more. */
  leave(): void;
};

/** Gives cameras their turns to connect. Who cannot go at once waits; `makeRoom` may end a connection that nobody needs. */
export function createTurns(
  most: { readonly connected: number; readonly connecting: number; readonly checked: number },
  makeRoom: () => void = () => undefined,
) {
  const waiting = new Set<Applicant>();
  /** Who has a turn, and is still connecting. */
  const turns = new Map<Applicant, { connecting: boolean }>();
  let serving = false;

  const isCheck = (applicant: Applicant): boolean => applicant.isCheck?.() ?? false;

  function held(): { readonly tiles: number; readonly connecting: number; readonly checks: number } {
    const all = [...turns];
    const tiles = all.filter(([applicant]) => !isCheck(applicant));
    const connecting = tiles.filter(([, turn]) => turn.connecting).length;
    return { tiles: tiles.length, connecting, checks: all.length - tiles.length };
  }

  function nextOf(): Applicant | undefined {
    const { tiles, connecting, checks } = held();
    const tileMay = tiles < most.connected && connecting < most.connecting;
    return [...waiting]
      .filter((applicant) => (isCheck(applicant) ? checks < most.checked : tileMay))
      .sort((a, b) => a.rank() - b.rank())[0];
  }

  function begin(applicant: Applicant): void {
    waiting.delete(applicant);
    const turn = { connecting: true };
    turns.set(applicant, turn);
    applicant.go({
      connected() {
        if (!turn.connecting) return;
        turn.connecting = false;
        serve();
      },
      leave() {
        if (turns.get(applicant) !== turn) return;
        turns.delete(applicant);
        serve();
      },
    });
  }

  const isFull = (): boolean => held().tiles >= most.connected;

  function serve(): void {
    if (serving) return;
    serving = true;
    if (isFull() && [...waiting].some((applicant) => !isCheck(applicant))) makeRoom();
    for (let next = nextOf(); next !== undefined; next = nextOf()) begin(next);
    serving = false;
  }

  return {
    /** Returns the function that calls the application off; it may have had its turn before this returns. */
    ask(applicant: Applicant): () => void {
      waiting.add(applicant);
      serve();
      return () => void waiting.delete(applicant);
    },
    /** Somebody may be needed less than before. */
    reconsider: serve,
    /** As many are connected as may be; who waits for a tile, waits for one of them to go. */
    isFull,
  };
}

export type Turns = ReturnType<typeof createTurns>;
