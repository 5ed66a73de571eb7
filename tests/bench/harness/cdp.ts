// A thin client of Chromium's DevTools protocol: what it does not ask for costs the app under test nothing.
import { WebSocket } from 'ws';
import { z } from 'zod';

const Message = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const Attached = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ type: z.string(), url: z.string() }),
});
const Evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .looseObject({ exception: z.looseObject({ description: z.string() }).optional() })
    .optional(),
});

type Waiting = { readonly take: (result: unknown) => void; readonly fail: (error: Error) => void };

/** One page of the app. */
export type Page = {
  send(method: string, params?: object): Promise<unknown>;
  /** Runs `code` (an expression) in the page and returns its value; promises are awaited. */
  evaluate<Value>(code: string, shape: z.ZodType<Value>): Promise<Value>;
  on(method: string, listener: (params: unknown) => void): void;
};

export type Browser = {
  send(method: string, params?: object): Promise<unknown>;
  /** Calls `seen` for every page there is and comes. */
  followPages(seen: (page: Page) => void): Promise<void>;
  close(): void;
};

/** Connects to the browser endpoint (`ws://127.0.0.1:…/devtools/browser/…`). */
export async function connect(url: string): Promise<Browser> {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 512 * 1024 * 1024 });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, (params: unknown) => void>();
  let lastId = 0;

  function send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = (lastId += 1);
    socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    return new Promise((take, fail) => waiting.set(id, { take, fail }));
  }

  socket.on('message', (data: Buffer) => {
    const { id, method, sessionId = '', params, result, error } = Message.parse(JSON.parse(data.toString()));
    if (method !== undefined) return listeners.get(`${sessionId} ${method}`)?.(params);
    const asked = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error) asked?.fail(new Error(error.message));
    else asked?.take(result);
  });
  socket.on('close', () => {
    for (const { fail } of waiting.values()) fail(new Error('the app has closed its DevTools port'));
    waiting.clear();
  });

  function pageOf(sessionId: string): Page {
    return {
      send: (method, params) => send(method, params, sessionId),
      async evaluate(expression, shape) {
        const answer = await send(
          'Runtime.evaluate',
          { expression, returnByValue: true, awaitPromise: true },
          sessionId,
        );
        const { result, exceptionDetails } = Evaluated.parse(answer);
        if (exceptionDetails)
          throw new Error(`in the page: ${exceptionDetails.exception?.description ?? 'failed'}`);
        return shape.parse(result.value);
      },
      on: (method, listener) => void listeners.set(`${sessionId} ${method}`, listener),
    };
  }

  return {
    send,
    async followPages(seen) {
      listeners.set(' Target.attachedToTarget', (params) => {
        const { sessionId, targetInfo } = Attached.parse(params);
        if (targetInfo.type === 'page') seen(pageOf(sessionId));
      });
      await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    },
    close: () => socket.terminate(),
  };
}
