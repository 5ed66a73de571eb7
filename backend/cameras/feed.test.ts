import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CameraSightingSchema, type CameraSighting } from '../../domain/cameras/sightings.ts';
import { ProvinceFileSchema } from '../../domain/contract/provinceFile.ts';
import { ReadingBodySchema } from '../../domain/contract/wire.ts';
import { createCameraFeed, TURN_MS } from './feed.ts';

const province = ProvinceFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../config/provinces/thai-nguyen.json', import.meta.url), 'utf8')),
);

function shift(turns: number) {
  let now = Date.UTC(2026, 10, 23, 1);
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const feed = createCameraFeed({ province, now: () => now, random });
  const all: CameraSighting[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    all.push(...feed.step());
    now += TURN_MS;
  }
  return { all, feed };
}

describe('the sample events of a province', () => {
  it('say of themselves that they are sample data, and pass the wire', () => {
    const { all } = shift(500);
    for (const each of all) {
      expect(each.provenance).toBe('sample');
      expect(CameraSightingSchema.safeParse(each).success).toBe(true);
    }
  });

  it('read no plate that a vehicle could bear', () => {
    const plates = shift(500).all.flatMap((each) => (each.kind === 'plate' ? [each.plate] : []));
    expect(plates.length).toBeGreaterThan(300);
    for (const plate of plates) expect(plate).toMatch(/^20[ACD]-000\d\d$/);
  });

  it('raise cards of every kind, a few at once, and end them', () => {
    const cards = shift(5_000).all.filter(({ kind }) => kind !== 'plate');
    expect(new Set(cards.map(({ kind }) => kind))).toEqual(new Set(['jam', 'crowd', 'smoke']));
    const begun = new Set(cards.map(({ id }) => id)).size;
    const ended = cards.filter((card) => 'until' in card).length;
    expect(begun - ended).toBeLessThanOrEqual(4);
  });

  it('tell what every light shows', () => {
    const readings = shift(1).feed.lights();
    expect(readings).toHaveLength(province.lights.length);
    for (const { body } of readings) expect(ReadingBodySchema.safeParse(body).success).toBe(true);
  });
});
