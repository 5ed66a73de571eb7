import type { OrderFrame, ServerFrame } from '../../domain/contract/wire.ts';
import type { Change } from '../../domain/contract/world.ts';
import type { Hub } from './hub.ts';
import type { Clock, Order } from './ports.ts';
import type { Tally } from './tally.ts';
import type { Uplink } from './uplink.ts';

type Body = OrderFrame['body'];
export type AnswerFrame = Extract<ServerFrame, { kind: 'answer' }>;

/** What the province's answer to an order leads to. Complete by type over the kinds of orders. */
export type AnswerReceivers = {
  readonly [Type in Body['type']]: (
    order: Extract<Body, { type: Type }>,
    answer: AnswerFrame['answer'],
    number: number,
  ) => readonly Change[];
};

/** An order that nobody answered is sent again after this, ms. */
export const AGAIN_MS = 10_000;

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly uplink: Uplink;
  readonly tally: Tally;
  readonly receivers: AnswerReceivers;
};

/** Orders waiting for the province: sent in the order of their numbers, again until answered, kept over any kill. */
export function createOutbox({ hub, clock, uplink, tally, receivers }: Needs) {
  let callOff: (() => void) | undefined;

  function post(order: Order): void {
    uplink.send({ kind: 'order', device: uplink.device, ...order });
  }

  function postAll(): void {
    callOff?.();
    callOff = undefined;
    const orders = hub.orders();
    if (orders.length === 0 || !uplink.isLive()) return;
    orders.forEach(post);
    callOff = clock.after(AGAIN_MS, postAll);
  }

  return {
    device: uplink.device,
    /** Commits what the order means here together with the order itself, then sends it if the line is up. */
    give(
      build: (order: { readonly device: string; readonly number: number }) => { change: Change; body: Body },
    ): void {
      const number = hub.nextOrder();
      const { change, body } = build({ device: uplink.device, number });
      hub.commit(change, { order: { number, body } });
      if (!uplink.isLive()) return;
      post({ number, body });
      callOff ??= clock.after(AGAIN_MS, postAll);
    },
    /** The line is up again: everything unanswered goes once more; the province knows what it has taken already. */
    flush: postAll,
    answered({ number, answer }: AnswerFrame): void {
      const order = hub.orders().find((waiting) => waiting.number === number);
      if (!order) return tally.note('answer', 'number-unknown');
      hub.commit(receivers[order.body.type](order.body, answer, number), { answered: number });
    },
    stop: () => callOff?.(),
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
