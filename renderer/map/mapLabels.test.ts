import { describe, expect, it } from 'vitest';
import type { IncidentMarker } from '../../domain/map/markers.ts';
import { cameraForBounds, cameraForTile } from '../../domain/map/mercator.ts';
import { vi } from '../text/vi.ts';
import { COUNTRY } from './geography.ts';
import { mapLabels, needsInset, type LabelRequest } from './mapLabels.ts';

const tile = { widthPx: 1920, heightPx: 1080 };
const whole = { xPx: 0, yPx: 0, ...tile };
const province = cameraForTile({ centre: [105.84, 21.98], zoom: 8.8 }, tile);
const town = cameraForTile({ centre: [105.84, 21.6], zoom: 11 }, tile);
const country = cameraForBounds(COUNTRY, tile);

function marker(
  id: string,
  point: IncidentMarker['point'],
  severity: IncidentMarker['severity'] = 'emergency',
): IncidentMarker {
  return {
    id,
    point,
    severity,
    title: `Sự cố ${id}`,
    place: '',
    known: false,
    pulsing: false,
    sample: false,
  };
}

function request(change: Partial<LabelRequest> = {}): LabelRequest {
  return {
    markers: [],
    names: [],
    lights: [],
    spots: [],
    archipelagoLines: vi.map.archipelagos,
    camera: province,
    tile,
    part: whole,
    floorPx: 50,
    furniture: [],
    measure: (text) => text.length * 0.56,
    ...change,
  };
}

describe('a map of the whole country', () => {
  it('names both archipelagos as Viet Nam does', () => {
    const texts = mapLabels(request({ camera: country })).map(({ lines }) => lines.join(' '));

    expect(texts).toEqual(['Quần đảo Hoàng Sa (Việt Nam)', 'Quần đảo Trường Sa (Việt Nam)']);
  });

  it('names them also when it is full of incidents', () => {
    const markers = Array.from({ length: 40 }, (_, index) =>
      marker(`${index}`, [104 + (index % 8), 9 + index / 3]),
    );

    const texts = mapLabels(request({ camera: country, markers })).map(({ lines }) => lines.join(' '));

    expect(texts).toEqual(
      expect.arrayContaining(['Quần đảo Hoàng Sa (Việt Nam)', 'Quần đảo Trường Sa (Việt Nam)']),
    );
  });

  it('names an archipelago of which only some islands are seen', () => {
    const islands = mapLabels(request({ camera: country })).find(({ id }) => id === 'truongSa');
    // The display ends a little before the middle of the islands.
    const cut = { ...whole, widthPx: (islands?.anchor.xPx ?? 0) - 4 };

    const texts = mapLabels(request({ camera: country, part: cut })).map(({ lines }) => lines.join(' '));

    expect(texts).toContain('Quần đảo Trường Sa (Việt Nam)');
  });

  it('needs no inset; a map of a northern province does', () => {
    expect(needsInset(country, tile, whole)).toBe(false);
    expect(needsInset(province, tile, whole)).toBe(true);
  });
});

describe('a map of the province', () => {
  it('writes the gravest few incidents, each text at least as large as the floor', () => {
    const markers = Array.from({ length: 9 }, (_, index) =>
      marker(`${index}`, [104.6 + index * 0.3, 21.6 + (index % 3) * 0.3]),
    );

    const cards = mapLabels(request({ markers }));

    expect(cards.map(({ id }) => id)).toEqual(['card-0', 'card-1', 'card-2', 'card-3', 'card-4']);
    expect(cards.every(({ heightPx, lines }) => heightPx >= lines.length * 50 * 1.35)).toBe(true);
  });

  it('leaves a text to the display that shows the incident', () => {
    const markers = [marker('west', [105.0, 22.0]), marker('east', [106.8, 22.0])];
    const left = { ...whole, widthPx: 940 };
    const right = { ...whole, xPx: 980, widthPx: 940 };

    expect(mapLabels(request({ markers, part: left })).map(({ id }) => id)).toEqual(['card-west']);
    expect(mapLabels(request({ markers, part: right })).map(({ id }) => id)).toEqual(['card-east']);
  });

  it('says what happened and where: a title takes three lines', () => {
    const long = { ...marker('a', [105.84, 22]), title: 'Cháy nhà xưởng tại cụm công nghiệp Cao Ngạn' };

    expect(mapLabels(request({ markers: [long] }))[0]?.lines).toEqual([
      'Cháy nhà xưởng',
      'tại cụm công',
      'nghiệp Cao Ngạn',
    ]);
  });

  it('names no commune alone, which would read as the place of what happened', () => {
    const commune = (id: string, longitude: number) => ({
      id,
      text: `Xã ${id}`,
      point: [longitude, 21.6] as const,
      rank: 'commune' as const,
    });
    const two = [commune('a', 105.2), commune('b', 105.8)];

    expect(mapLabels(request({ names: two }))).toEqual([]);
    expect(mapLabels(request({ names: [...two, commune('c', 106.4)] }))).toHaveLength(3);
    expect(mapLabels(request({ names: two, camera: { ...town, zoom: 10.6 } })).length).toBeGreaterThan(0);
  });

  it('names a place beside the camera that stands on it, and covers no camera', () => {
    const point = [105.84, 21.6] as const;
    const names = [{ id: 'c', text: 'Phường Gia Sàng', point, rank: 'commune' as const }];
    const [label] = mapLabels(request({ names, spots: [point], camera: town }));
    if (label === undefined) throw new Error('no name');

    const side = 1.3 * 50;
    const apart =
      label.xPx >= label.anchor.xPx + side / 2 ||
      label.xPx + label.widthPx <= label.anchor.xPx - side / 2 ||
      label.yPx >= label.anchor.yPx + side / 2 ||
      label.yPx + label.heightPx <= label.anchor.yPx - side / 2;
    expect(label.lines).toEqual(['Phường Gia Sàng']);
    expect(apart).toBe(true);
  });

  it('writes the title of an emergency that nobody has acknowledged over cameras, and no lesser one alone', () => {
    const urgent = { ...marker('urgent', [105.84, 22]), pulsing: true };
    const lesser = marker('lesser', [104.6, 22], 'critical');
    const spots = Array.from(
      { length: 900 },
      (_, nth) => [105.2 + (nth % 30) * 0.045, 21.4 + Math.floor(nth / 30) * 0.045] as const,
    );
    const idsOf = (change: Partial<LabelRequest>) =>
      mapLabels(request({ markers: [urgent, lesser], ...change })).map(({ id }) => id);

    expect(idsOf({ spots })).toEqual(['card-urgent', 'card-lesser']);
    expect(idsOf({ furniture: [{ xPx: 460, yPx: 0, widthPx: 1460, heightPx: 1080 }] })).toEqual([]);
  });

  it('writes no name where an incident stands', () => {
    const names = [{ id: '1', text: 'Gia Bảy', point: [105.84, 21.6], rank: 'commune' }] as const;

    const near = [marker('a', [105.841, 21.601])];

    expect(mapLabels(request({ names, camera: town }))).toHaveLength(1);
    expect(mapLabels(request({ names, camera: town, markers: near })).map(({ kind }) => kind)).toEqual([
      'card',
    ]);
  });
});
