import { expect, it } from 'vitest';
import type { Evidence } from '../../domain/cameras/evidenceCalls.ts';
import { DAY_MS } from '../../domain/kernel/time.ts';
import { createEvidenceShelf } from './evidenceShelf.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 10, 22, 5);

const takenAt = (id: string, at: number): Evidence => ({
  ...{ id, kind: 'clip', camera: 'Cầu Gia Bảy', cameraId: 'bridge', place: '19', by: 'Hạnh', note: '' },
  ...{ at, from: at, to: at, files: [], source: 'bridge', sidecar: { name: 'bridge.txt', text: '' } },
});

/** A shelf that keeps for 30 days what was taken at these moments, each under its number. */
function aShelf(...taken: readonly number[]) {
  let now = START;
  let runsMs = 0;
  let due = (): void => undefined;
  const rows = new Map(taken.map((at, index) => [`${index}`, takenAt(`${index}`, at)]));
  createEvidenceShelf({
    clock: {
      now: () => now,
      after(_ms, call) {
        due = call;
        return () => undefined;
      },
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    keeping: {
      runsMs: () => runsMs,
      book: {
        all: () => [...rows.values()],
        keep: (each) => void rows.set(each.id, each),
        forget: (id) => void rows.delete(id),
      },
      files: {
        found: [],
        create: () => Promise.reject(new Error('nothing is taken here')),
        remove: () => Promise.resolve(),
        read: () => Promise.resolve(undefined),
      },
    },
    bounds: { days: 30, budgetBytes: 1 },
    onPurged: () => undefined,
  });
  return {
    setClock: (ms: number) => void (now += ms),
    sleep(ms: number): void {
      now += ms;
      runsMs += ms;
    },
    /** What is listed after so many hours. */
    async after(hours: number): Promise<readonly string[]> {
      for (let hour = 0; hour < hours; hour += 1) {
        now += HOUR_MS;
        runsMs += HOUR_MS;
        due();
        await new Promise((settled) => setImmediate(settled));
      }
      return [...rows.keys()];
    },
  };
}

it('what is kept goes when its days are over', async () => {
  const { after } = aShelf(START - 31 * DAY_MS, START - 29 * DAY_MS);
  expect(await after(1)).toEqual(['1']);
  expect(await after(25)).toEqual([]);
});

it('what is kept goes not for a day after the clock was set: it may be set right again', async () => {
  const { setClock, after } = aShelf(START);
  setClock(40 * DAY_MS);
  expect(await after(24)).toEqual(['0']);
  setClock(-40 * DAY_MS);
  expect(await after(48)).toEqual(['0']);

  setClock(40 * DAY_MS);
  expect(await after(25)).toEqual([]);
});

it('what is kept goes when its days are over also on a machine that sleeps every night', async () => {
  const { sleep, after } = aShelf(START - 29 * DAY_MS);
  expect(await after(10)).toEqual(['0']);
  sleep(14 * HOUR_MS);
  expect(await after(1)).toEqual([]);
});

it('what is kept goes a day after the clock was set, as long as the machine is awake', async () => {
  const { setClock, sleep, after } = aShelf(START);
  setClock(40 * DAY_MS);
  expect(await after(10)).toEqual(['0']);
  sleep(14 * HOUR_MS);
  expect(await after(14)).toEqual(['0']);
  expect(await after(1)).toEqual([]);
});

it('what bears the time of a clock that was wrong has no age that is known, and stays', async () => {
  const { after } = aShelf(Date.UTC(2000, 0, 1));
  expect(await after(48)).toEqual(['0']);
});
