/** So many cameras are connected at once, and so many may be connecting: a whole wall must not fall on the network. */
export const MOST_CONNECTED = 48;
export const MOST_CONNECTING = 8;

/** Who asks for a turn. */
type Applicant = {
  /** Told when it may connect; it says when it is connected, and when it has done with it. */
  go(turn: Turn): void;
  /** Lower goes first; asked anew at each choice. */
  rank(): number;
};

export type Turn = {
  /** The pictures flow: another camera may begin to connect. */
  connected(): void;
  /** The connection is no more, or the turn is not wanted any more. */
  leave(): void;
};

/** Gives cameras their turns to connect. Who cannot go at once waits; `makeRoom` may end a connection that nobody needs. */
export function createTurns(
  most: { readonly connected: number; readonly connecting: number },
  makeRoom: () => void = () => undefined,
) {
  const waiting = new Set<Applicant>();
  let held = 0;
  let connecting = 0;
  let serving = false;

  function nextOf(): Applicant | undefined {
    return [...waiting].sort((a, b) => a.rank() - b.rank())[0];
  }

  function begin(applicant: Applicant): void {
    waiting.delete(applicant);
    held += 1;
    connecting += 1;
    let isConnecting = true;
    let isHeld = true;
    const connected = (): void => {
      if (!isConnecting) return;
      isConnecting = false;
      connecting -= 1;
      serve();
    };
    applicant.go({
      connected,
      leave() {
        if (!isHeld) return;
        isHeld = false;
        held -= 1;
        connected();
        serve();
      },
    });
  }

  function serve(): void {
    if (serving) return;
    serving = true;
    if (waiting.size > 0 && held >= most.connected) makeRoom();
    while (connecting < most.connecting && held < most.connected) {
      const next = nextOf();
      if (next === undefined) break;
      begin(next);
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
    /** Somebody may be needed less than before. */
    reconsider: serve,
    /** As many are connected as may be; who waits, waits for one of them to go. */
    isFull: (): boolean => held >= most.connected,
  };
}

export type Turns = ReturnType<typeof createTurns>;
