import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServerFrame } from '../../domain/contract/wire.ts';
import { emptyHold } from '../../domain/wall/holding.ts';
import { createLog } from '../log.ts';
import { openStore } from '../store/openStore.ts';
import { createWallBook } from './book.ts';
import { createRelay, REMEMBERED, type Commanded } from './relay.ts';

const NOW = Date.UTC(2026, 10, 23, 5);
const log = createLog(() => undefined);
let folder: string;
let ends: (() => void)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relay-'));
  ends = [];
});
afterEach(() => {
  for (const end of ends.reverse()) end();
  rmSync(folder, { recursive: true, force: true });
});

/** One process of the backend; `crash` leaves it without a last word. */
function open() {
  const store = openStore(folder, log, () => NOW);
  const said: ServerFrame[] = [];
  const relay = createRelay({
    deliverWithinMs: 5_000,
    answerWithinMs: 5_000,
    now: () => NOW,
    book: createWallBook({ book: store.commands, log, wallId: 'main', most: REMEMBERED }),
    tell: (frame) => said.push(frame) > 0,
  });
  let open = true;
  const crash = (): void => {
    if (open) store.close();
    open = false;
  };
  ends.push(() => (relay.stop(), crash()));
  return { relay, said: () => said.map(({ kind }) => kind), crash };
}

const take = (commandId: string): Commanded => ({
  command: { commandId, wallId: 'main', call: 'wall.take', input: {}, baseRevision: 1 },
  by: { id: 'api', name: 'Hệ thống cảnh báo lũ', role: 'operator' },
  from: { device: 'api', console: 'k1' },
});
const receipt = { displayId: 'd1', state: 'shown', at: NOW } as const;

describe('a take over which somebody draws before it is painted', () => {
  it('is waited for, and shown with the stroke', async () => {
    const { relay } = open();
    const sent = relay.send(take('flood-7'));
    relay.held('main', 1);
    relay.done(1, { ok: true, value: { takeId: 'flood-7' } });
    await sent;
    const queued = { displayId: 'd1', state: 'queued', at: NOW } as const;
    const wall = { program: { takeId: 'flood-7' }, hold: emptyHold };
    const command = { id: 'flood-7', kind: 'take', by: 'x', at: NOW } as const;
    const stroke = { id: 'l1', kind: 'draw', by: 'y', at: NOW } as const;
    relay.receipted({ ...wall, command, receipts: { d1: queued } });
    relay.receipted({ ...wall, command: stroke, receipts: { d1: queued } });
    expect(relay.find('flood-7')?.receipts).toEqual([queued]);

    relay.receipted({ ...wall, command: stroke, receipts: { d1: receipt } });

    expect(relay.find('flood-7')?.receipts).toEqual([receipt]);
  });
});

describe('a command whose backend is started again', () => {
  it('has its answer and its receipts, and is not offered again', async () => {
    const first = open();
    const sent = first.relay.send(take('flood-7'));
    first.relay.held('main', 1);
    first.relay.done(1, { ok: true, value: { takeId: 'flood-7' } });
    await sent;
    first.relay.receipted({
      command: { id: 'flood-7', kind: 'take', by: 'x', at: NOW },
      receipts: { d1: receipt },
      program: { takeId: 'flood-7' },
      hold: emptyHold,
    });
    first.relay.stop();
    first.crash();

    const second = open();

    const expected = { state: 'answered', answer: { ok: true }, receipts: [receipt] };
    expect(second.relay.find('flood-7')).toMatchObject({ ...expected, by: 'Hệ thống cảnh báo lũ', at: NOW });
    expect(await second.relay.send(take('flood-7'))).toMatchObject(expected);
    expect(second.said()).toEqual([]);
  });

  it('that was killed after the release is unanswered: it may have been carried out', async () => {
    const first = open();
    void first.relay.send(take('flood-7'));
    first.relay.held('main', 1);
    first.crash();

    const second = open();

    expect(await second.relay.send(take('flood-7'))).toMatchObject({ state: 'unanswered' });
    expect(second.said()).toEqual([]);
  });

  it('that was killed before the release never happened, and may be given again', () => {
    const first = open();
    void first.relay.send(take('flood-7'));
    first.crash();

    const second = open();
    void second.relay.send(take('flood-7'));

    expect(second.said()).toEqual(['relay']);
  });
});

describe('a hand on a camera, and a plate that is asked for', () => {
  const commanded = (call: string, commandId: string): Commanded => ({
    ...take(commandId),
    command: { ...take(commandId).command, call },
  });

  it('are answered, and leave nothing: neither in memory nor on the disk, nor do they push out a take', async () => {
    const { relay, crash } = open();
    const taken = relay.send(take('flood-7'));
    relay.held('main', 1);
    relay.done(1, { ok: true, value: { takeId: 'flood-7' } });
    await taken;

    for (let n = 2; n < REMEMBERED + 10; n += 1) {
      const sent = relay.send(commanded('cameras.turn', `turn-${n}`));
      relay.held('main', n);
      relay.done(n, { ok: true, value: null });
      expect(await sent).toMatchObject({ state: 'answered', answer: { ok: true } });
    }
    const plate = relay.send(commanded('cameras.showPlate', 'plate-1'));
    relay.held('main', REMEMBERED + 10);
    relay.done(REMEMBERED + 10, { ok: true, value: { plate: '20A-123.45' } });
    expect(await plate).toMatchObject({ answer: { value: { plate: '20A-123.45' } } });

    expect(relay.find('plate-1')).toBeUndefined();
    expect(relay.find('flood-7')).toMatchObject({ state: 'answered' });
    relay.stop();
    crash();
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(files.some((content) => content.includes('flood-7'))).toBe(true);
    expect(files.some((content) => content.includes('20A-123.45') || content.includes('turn-2'))).toBe(false);
  });

  it('are refused like any other when the wall goes away in the middle', async () => {
    const { relay } = open();
    const sent = relay.send(commanded('cameras.turn', 'turn-1'));
    relay.held('main', 1);
    relay.lost();

    expect(await sent).toMatchObject({ state: 'unanswered' });
    relay.done(1, { ok: true, value: null });
    expect(relay.find('turn-1')).toBeUndefined();
  });
});
