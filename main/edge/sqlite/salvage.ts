import { attempt } from './attempt.ts';
import { openDriver, transaction, type Database, type DriverName } from './driver.ts';
import { metaWriter, openLanguage, readLanguage, readMeta } from './metaTable.ts';
import { outboxWriter, readOrders } from './outboxTable.ts';
import { openPeople, readSoundPeople } from './peopleTable.ts';
import { halted } from './plansPart.ts';
import { isNobodys } from './roomsParts.ts';
import { salvagedWorld, worldWriter } from './worldTables.ts';

/**
 * What only this machine knows is carried over from a damaged file as far as it can still be read: its name, the orders
 * on their way up, the people, the console's language, what the room made of its walls, its plans and its documents. Everything else comes again
 * from the province. Names the plans that were halted with it.
 */
export function salvage(damaged: string, db: Database, now: number, driver?: DriverName): readonly string[] {
  const old = attempt(() => openDriver(damaged, driver));
  if (!old) return [];
  const device = attempt(() => readMeta(old, 'device'));
  const nextOrder = attempt(() => readMeta(old, 'next_order'));
  const orders = attempt(() => readOrders(old)) ?? [];
  const people = attempt(() => readSoundPeople(old)) ?? [];
  const language = attempt(() => readLanguage(old));
  const found = attempt(() => salvagedWorld(old));
  const plans = halted(found?.schedules ?? {}, now);
  const world = found && { ...found, schedules: plans.schedules };
  attempt(() => old.close());
  transaction(db, () => {
    people.forEach(openPeople(db).put);
    if (language) openLanguage(db).keep(language);
    if (world && !isNobodys(world))
      worldWriter(db).picture({ world, seq: 1, at: now, cursors: [], orders: [] });
    // Numbers belong to the device's name: without both, this machine starts as a new one.
    if (device === undefined || !/^\d+$/.test(nextOrder ?? '')) return;
    metaWriter(db)('device', device);
    metaWriter(db)('next_order', Number(nextOrder));
    orders.forEach(outboxWriter(db).put);
  });
  return plans.names;
}
