import { describe, expect, it } from 'vitest';
import province from '../../config/provinces/thai-nguyen.json' with { type: 'json' };
import { ProvinceFileSchema } from '../../domain/contract/provinceFile.ts';
import { emptyWorld } from '../../domain/contract/world.ts';
import { PanelSpecSchema, type PanelSpec } from '../../domain/wall/model.ts';
import { vi } from '../text/vi.ts';
import { fieldsOf, readyTiles, tileType, usualSize } from './editing.ts';
import type { EditingRoom, SpecField } from './editingDefinition.ts';

const file = ProvinceFileSchema.parse(province);
const byId = <Each extends { id: string }>(items: readonly Each[]) =>
  Object.fromEntries(items.map((item) => [item.id, item]));
const room: EditingRoom = {
  world: {
    ...emptyWorld,
    indicators: { ...emptyWorld.indicators, catalogue: byId(file.indicators) },
    cameras: {
      ...emptyWorld.cameras,
      byId: byId(file.cameras.map((camera) => ({ ...camera, kind: 'rtsp' as const }))),
    },
  },
  words: vi,
  language: 'vi',
  measure: (text, face) => text.length * (face === 'numbers' ? 0.42 : 0.53),
};
const ready = readyTiles(room);
const kinds = [...new Set(ready.map(({ spec }) => spec.kind))];

/** Everything a form could put into a field. */
function answersTo(field: SpecField): readonly PanelSpec[] {
  switch (field.control) {
    case 'choice':
      return field.options(room).map(({ value }) => field.put(value));
    case 'number':
      return [field.put(field.min), field.put(field.max)];
    case 'indicators':
      return [field.put(file.indicators.slice(0, field.most).map(({ id }) => id))];
    case 'cameras':
      return [field.put(file.cameras.slice(0, field.most).map(({ id }) => id))];
    case 'check':
      return [field.put(true), field.put(false)];
    case 'text':
      return [field.put('')];
  }
}

describe('the tiles on offer', () => {
  it('hold every indicator and every camera of the province', () => {
    const shown = ready.map(({ spec }) =>
      spec.kind === 'indicator' ? spec.indicatorId : spec.kind === 'camera' ? spec.cameraId : '',
    );
    for (const { id } of [...file.indicators, ...file.cameras]) expect(shown).toContain(id);
  });

  it('are what the core takes', () => {
    for (const { spec } of ready) expect(PanelSpecSchema.safeParse(spec).success).toBe(true);
  });

  it.each(kinds)('of kind %s say all they have to say at their usual size', (kind) => {
    const [wide, high] = usualSize(kind);
    const place = { widthPx: wide * 50, heightPx: high * 50, floorPx: 50 };
    for (const { spec } of ready.filter((each) => each.spec.kind === kind)) {
      expect(tileType(spec, place, room).whole, JSON.stringify(spec)).toBe(true);
    }
  });

  it.each(kinds)('of kind %s keep a specification that the core takes after every field', (kind) => {
    const spec = ready.find((each) => each.spec.kind === kind)?.spec;
    for (const field of spec ? fieldsOf(spec) : []) {
      const next = answersTo(field);
      for (const each of next) expect(PanelSpecSchema.safeParse(each).success, field.id).toBe(true);
    }
  });
});
