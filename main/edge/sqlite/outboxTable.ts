import { OrderFrameSchema } from '../../../domain/contract/wire.ts';
import type { Order } from '../../kernel/ports.ts';
import { checksum, readChecked } from './checksum.ts';
import type { Database } from './driver.ts';

const OrderSchema = OrderFrameSchema.pick({ number: true, body: true });

/** Orders on their way up, in the order of their numbers. */
export function readOrders(db: Database): readonly Order[] {
  const rows = db.prepare('SELECT number, body, sum FROM orders ORDER BY number').all() as readonly {
    readonly number: number;
    readonly body: string;
    readonly sum: number;
  }[];
  return rows.map(({ number, body, sum }) => OrderSchema.parse({ number, body: readChecked(body, sum) }));
}

/** Writes orders. The caller holds the transaction. */
export function outboxWriter(db: Database) {
  const insert = db.prepare('INSERT INTO orders (number, body, sum) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM orders WHERE number = ?');
  const clear = db.prepare('DELETE FROM orders');
  const put = ({ number, body }: Order): void => {
    const text = JSON.stringify(body);
    insert.run(number, text, checksum(text));
  };
  return {
    put,
    answered: (number: number): unknown => remove.run(number),
    replace(orders: readonly Order[]): void {
      clear.run();
      orders.forEach(put);
    },
  };
}
