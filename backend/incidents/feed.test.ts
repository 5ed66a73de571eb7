import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProvinceFileSchema } from '../../domain/contract/provinceFile.ts';
import { isOpen } from '../../domain/incidents/rules.ts';
import { createLog } from '../log.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';
import { createIncidentFeed, MAX_OPEN, SampleIncidentsSchema } from './feed.ts';

const province = ProvinceFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../config/provinces/thai-nguyen.json', import.meta.url), 'utf8')),
);
const sample = SampleIncidentsSchema.parse(
  JSON.parse(readFileSync(new URL('../sample/thai-nguyen.incidents.json', import.meta.url), 'utf8')),
);
const topic = 'incidents/19';
let folder: string;
let store: Store;
let now: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-'));
  now = Date.UTC(2026, 10, 23, 1);
  store = openStore(
    folder,
    createLog(() => undefined),
    () => now,
  );
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function seeded(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const feedOf = () => createIncidentFeed({ store, unit: '19', sample, now: () => now, random: seeded() });
const incidents = () =>
  store.whole(topic).facts.flatMap(({ body }) => (body.type === 'incidents.raised' ? [body.incident] : []));

describe('the sample incidents of a province', () => {
  it('begin with twelve, one of them an emergency that nobody has acknowledged', () => {
    feedOf().begin();
    expect(incidents()).toHaveLength(12);
    const alone = incidents().filter(
      ({ severity, acknowledgement }) => severity === 'emergency' && !acknowledgement,
    );
    expect(alone).toHaveLength(1);
  });

  it('begin once: a backend that comes back goes on with what it had', () => {
    feedOf().begin();
    const before = store.head(topic).head;
    feedOf().begin();
    expect(store.head(topic).head).toBe(before);
  });

  it('come and go for a whole shift without flooding the wall', () => {
    const feed = feedOf();
    feed.begin();
    const first = new Set(incidents().map(({ id }) => id));
    for (let turn = 0; turn < 200; turn += 1) {
      now += feed.waitMs();
      feed.step();
      const open = incidents().filter(isOpen);
      expect(open.length).toBeLessThanOrEqual(MAX_OPEN);
      expect(open.length).toBeGreaterThanOrEqual(8);
      expect(new Set(open.map(({ title }) => title)).size).toBe(open.length);
    }
    expect(
      incidents()
        .filter(isOpen)
        .some(({ id }) => first.has(id)),
    ).toBe(false);
  });

  it('come every 40 to 90 seconds', () => {
    const feed = feedOf();
    const waits = Array.from({ length: 200 }, feed.waitMs);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(40_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(90_000);
  });

  it('all say of themselves that they are sample data', () => {
    feedOf().begin();
    expect(new Set(incidents().map(({ provenance }) => provenance))).toEqual(new Set(['sample']));
  });

  it('have titles that fit a line, and places in units of the province file', () => {
    const units = new Set(province.units.map(({ code }) => code));
    for (const { title, unit } of [...sample.opening, ...sample.later]) {
      expect(title.length, title).toBeLessThanOrEqual(60);
      expect(units.has(unit), title).toBe(true);
      expect(title).toBe(title.normalize('NFC'));
    }
  });
});
