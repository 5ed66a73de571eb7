import { z } from 'zod';
import type { SourceState, StreamAddress, TilePort, Watch } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { createLookers, looksOf } from './lookers.ts';
import { createOwnTurn } from './ownTurn.ts';
import type { Refusals } from './refusals.ts';
import { retryDelayMs } from './retry.ts';
import { createStanding } from './standing.ts';
import type { Turns } from './turns.ts';

/** A Janus server that has not answered by then has failed; a wait for events lasts up to 30 s, ms. */
const ANSWER_MS = 5_000;
const EVENTS_MS = 40_000;
/** Whether its camera matters more or less than before is looked at this often, ms. */
const LOOK_EVERY_MS = 500;
const MOST_SDP = 64 * 1024;
const MOST_ANSWER = 256 * 1024;
const PLUGIN = 'janus.plugin.streaming';
/** The plugin's numbers for "no such stream" and "wrong PIN or not allowed". */
const NO_SUCH_STREAM = 455;
const NOT_ALLOWED = 457;

const JanusWord = z.looseObject({
  janus: z.string(),
  data: z.looseObject({ id: z.number() }).optional(),
  jsep: z.looseObject({ type: z.string(), sdp: z.string().max(MOST_SDP) }).optional(),
  plugindata: z.looseObject({ data: z.looseObject({ error_code: z.number().optional() }) }).optional(),
});
type JanusWord = z.infer<typeof JanusWord>;

/** Why a session ended, in the words of a camera's state. */
class Ended extends Error {
  readonly state: SourceState['state'];
  constructor(state: SourceState['state']) {
    super(state);
    this.state = state;
  }
}

async function ask(url: string, body: object | null, signal: AbortSignal): Promise<JanusWord> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(body === null ? EVENTS_MS : ANSWER_MS)]);
  const answer = await fetch(url, {
    redirect: 'error',
    signal: limit,
    ...(body !== null && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, transaction: crypto.randomUUID() }),
    }),
  });
  const text = await answer.text();
  if (!answer.ok || text.length > MOST_ANSWER) throw new Ended('offline');
  return JanusWord.parse(JSON.parse(text));
}

async function created(url: string, body: object, signal: AbortSignal): Promise<string> {
  const { janus, data } = await ask(url, body, signal);
  if (janus !== 'success' || data === undefined) throw new Ended('offline');
  return `${url}/${data.id}`;
}

function failureIn({ janus, plugindata }: JanusWord): Ended | null {
  const code = plugindata?.data.error_code;
  if (code === NO_SUCH_STREAM) return new Ended('no-source');
  if (code === NOT_ALLOWED) return new Ended('unauthorised');
  const isOver = ['hangup', 'timeout', 'detached', 'error'].includes(janus);
  return isOver || code !== undefined ? new Ended('offline') : null;
}

type Session = {
  readonly port: TilePort;
  readonly signal: AbortSignal;
  /** Hears the tile's answer. */
  readonly answers: { listener: (sdp: string) => void };
  readonly onUp: () => void;
};

/** One session with the server, from its beginning to its end; it ends by throwing. */
async function converse(stream: StreamAddress, { port, signal, answers, onUp }: Session): Promise<never> {
  const address = new URL(stream.url);
  const id = Number(address.searchParams.get('stream'));
  const base = `${address.origin}${address.pathname.replace(/\/$/, '')}`;
  const session = await created(base, { janus: 'create' }, signal);
  try {
    const handle = await created(session, { janus: 'attach', plugin: PLUGIN }, signal);
    const pin = stream.credentials === undefined ? {} : { pin: stream.credentials.password };
    await ask(handle, { janus: 'message', body: { request: 'watch', id, ...pin } }, signal);
    answers.listener = (sdp) => {
      const start = { janus: 'message', body: { request: 'start' }, jsep: { type: 'answer', sdp } };
      ask(handle, start, signal).catch(() => undefined); // the wait for events ends with it
    };
    for (;;) {
      const word = await ask(session, null, signal);
      const failure = failureIn(word);
      if (failure) throw failure;
      if (word.jsep?.type === 'offer') port.postMessage({ type: 'offer', sdp: word.jsep.sdp });
      if (word.janus === 'webrtcup') onUp();
    }
  } finally {
    answers.listener = () => undefined;
    ask(session, { janus: 'destroy' }, AbortSignal.timeout(ANSWER_MS)).catch(() => undefined);
  }
}

function answerIn(message: unknown): string | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, sdp } = message as Readonly<Record<string, unknown>>;
  return type === 'answer' && typeof sdp === 'string' && sdp.length <= MOST_SDP ? sdp : null;
}

/**
 * Streams of a Janus server (`http://host:8088/janus?stream=<number>`): the core talks to its HTTP interface, the tile
 * gets an offer and answers it; it never learns the server's address or PIN. Each tile has a session of its own: a
 * session of WebRTC has one pair of ends and their keys. The camera is asked once all the same, by the server.
 */
export function watchJanus(needs: {
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly refusals: Refusals;
  readonly turns: Turns;
}): Watch {
  const { clock, log, chance, refusals, turns } = needs;
  return (stream, port, onState) => {
    const password = refusals.of(stream);
    let running = new AbortController();
    let over = false;
    const lookers = createLookers<TilePort>();
    lookers.add(port, looksOf(stream));
    const answers = { listener: (_sdp: string): void => undefined };
    let attempts = 0;
    let callOff = (): void => undefined;

    const tell = (told: SourceState): void => {
      port.postMessage({ type: 'state', ...told });
      onState(told);
    };
    const standing = createStanding(clock, tell);
    const turn = createOwnTurn({
      ...{ clock, turns, password, lookers, standing, attempts: () => attempts },
      onTaken() {
        running.abort();
        begin();
      },
    });

    function up(): void {
      attempts = 0;
      password.accepted();
      turn.connected();
      standing.pictured();
    }

    /** Takes a failure, and says when to try again, ms. */
    function lose(state: SourceState['state'], asked: number): number {
      attempts += 1;
      turn.leave();
      if (standing.now().state !== state)
        log.warn('cameras.janusLost', { source: new URL(stream.url).host, state });
      standing.become(state);
      if (state === 'unauthorised') return password.refused(asked);
      password.unanswered();
      return retryDelayMs({ attempts, onWall: stream.onWall ?? false, chance: chance() });
    }

    async function run(): Promise<void> {
      const { signal } = (running = new AbortController());
      const asked = refusals.now();
      try {
        await converse(stream, { port, signal, answers, onUp: up });
      } catch (failure) {
        if (signal.aborted) return;
        const state = failure instanceof Ended ? failure.state : 'offline';
        callOff = clock.after(lose(state, asked), begin);
      }
    }

    function begin(): void {
      if (!over) turn.ask(() => void run());
    }

    function watch(): void {
      turn.look();
      callOffWatch = clock.after(LOOK_EVERY_MS, watch);
    }

    port.onMessage((message) => {
      const sdp = answerIn(message);
      if (sdp !== null) answers.listener(sdp);
    });
    let callOffWatch = clock.after(LOOK_EVERY_MS, watch);
    tell(standing.now());
    begin();
    return () => {
      over = true;
      callOff();
      callOffWatch();
      running.abort();
      turn.leave();
    };
  };
}
