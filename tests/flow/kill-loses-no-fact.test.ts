import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Change } from '../../domain/contract/world.ts';
import type { Ingest } from '../../domain/contract/wire.ts';
import { openDriver } from '../../main/edge/sqlite/driver.ts';
import { startBackendProcess } from '../support/backendProcess.ts';
import { raisedItem } from '../support/backendRoom.ts';
import { INDICATORS } from '../support/builders.ts';
import { openMachine, type Machine } from '../support/coreProcess.ts';
import { randomFrom } from '../support/random.ts';

const KILLS = 20;
const SEED = 20_261_122;
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const RowSchema = z.object({ seq: z.number(), change: z.string() });

/** The journal as the disk has it. */
function journal({ profileDir }: Machine): {
  readonly seqs: readonly number[];
  readonly raised: readonly string[];
} {
  const db = openDriver(join(profileDir, 'wall.db'));
  const rows = db
    .prepare('SELECT seq, change FROM commits ORDER BY seq')
    .all()
    .map((row) => RowSchema.parse(row));
  db.close();
  const changes = rows.map((row): Change => JSON.parse(row.change));
  const raised = changes.flatMap((change) => {
    if (change.type === 'incidents.raised') return [change.incident.id];
    return change.type === 'incidents.reset' ? change.incidents.map(({ id }) => id) : [];
  });
  return { seqs: rows.map(({ seq }) => seq), raised };
}

describe(`a core that is killed ${KILLS} times while the province speaks`, () => {
  it('has every fact once, in order, and the latest of every reading', { timeout: 60_000 }, async () => {
    const random = randomFrom(SEED);
    const province = await startBackendProcess();
    ends.push(province.stop);
    const machine = openMachine({ backendUrl: province.url, token: province.token });
    ends.push(machine.stop);
    const brought: string[] = [];
    let value = 0;

    async function speak(facts: number): Promise<void> {
      for (let count = 0; count < facts; count += 1) {
        const id = `inc-${brought.length + 1}`;
        brought.push(id);
        value += 1;
        const body = { type: 'indicators.reading', key: 'water.gia-bay', value, provenance: 'live' } as const;
        const reading: Ingest['items'][number] = {
          kind: 'reading',
          topic: INDICATORS,
          asOf: Date.now(),
          body,
        };
        await province.bring(raisedItem(id), reading);
      }
    }

    for (let kill = 0; kill < KILLS; kill += 1) {
      const core = machine.start();
      if (kill % 4 !== 0) await core.ready;
      const speaking = speak(10);
      await wait(Math.floor(random() * 150));
      await core.kill();
      await speaking;
    }
    const last = machine.start();
    const wall = last.window('d1');
    const known = () => Object.keys(wall.world().incidents.byId);
    await vi.waitFor(
      () => expect([known().length, wall.reading('water.gia-bay')?.[1]]).toEqual([brought.length, value]),
      10_000,
    );
    await last.stop();

    const { seqs, raised } = journal(machine);
    expect(raised).toEqual(brought);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(known()).toEqual(brought);
  });
});
