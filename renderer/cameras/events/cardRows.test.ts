import { describe, expect, it } from 'vitest';
import type { CameraEvent } from '../../../domain/cameras/events.ts';
import type { KnownCamera } from '../../../domain/cameras/state.ts';
import { vi } from '../../text/vi.ts';
import { cardRows } from './cardRows.ts';

/** 22/11/2026 14:05 in Viet Nam. */
const now = Date.UTC(2026, 10, 22, 7, 5);
const MINUTE = 60_000;
const camera = (id: string, restricted = false): KnownCamera => ({
  ...{ id, unit: '19', name: { vi: `Nút ${id}`, en: id }, point: [105.8, 21.6], provenance: 'live' },
  ...{ tags: [], groups: [], ptz: false, restricted, kind: 'rtsp' },
});
const cameras = { a: camera('a'), secret: camera('secret', true) };
const jam: CameraEvent = {
  ...{ id: 'e-1', cameraId: 'a', unit: '19', kind: 'jam', at: now - 5 * MINUTE },
  ...{ confidence: 0.92, provenance: 'sample' },
};

function rows(...events: readonly CameraEvent[]) {
  const byId = Object.fromEntries(events.map((event) => [event.id, event]));
  return cardRows({ byId }, cameras, now, { words: vi, language: 'vi' });
}

describe('what cameras told', () => {
  it('says what, where, since when, and how sure in a number and a word', () => {
    expect(rows(jam)[0]).toMatchObject({
      ...{ what: 'Ùn tắc', camera: 'Nút a', active: true, sample: true },
      details: ['từ 14:00 · độ tin cậy 92% (cao)', 'từ 14:00 · 92% cao', '14:00 · 92% cao'],
    });
  });

  it('stands newest first, and what is over says until when', () => {
    const over: CameraEvent = { ...jam, id: 'e-2', at: now - 30 * MINUTE, until: now - 10 * MINUTE };

    expect(rows(over, jam).map(({ id }) => id)).toEqual(['e-1', 'e-2']);
    expect(rows(over)[0]).toMatchObject({ active: false });
    expect(rows(over)[0]?.details[0]).toBe('13:35–13:55 · độ tin cậy 92% (cao)');
  });

  it('says when the room knew of it where the reader’s time would mislead, and puts it in its place by that', () => {
    const behind: CameraEvent = { ...jam, id: 'e-3', at: now - 65 * MINUTE, knownAt: now - MINUTE };
    const late: CameraEvent = { ...jam, id: 'e-4', at: now - 2 * MINUTE, knownAt: now - 2 * MINUTE + 9_000 };

    expect(rows(jam, late, behind).map(({ id }) => id)).toEqual(['e-3', 'e-4', 'e-1']);
    expect(rows(behind)[0]).toMatchObject({ active: true });
    expect(rows(behind)[0]?.details).toEqual([
      'từ 13:00 theo giờ camera, nhận lúc 14:04 · độ tin cậy 92% (cao)',
      'từ 13:00 theo giờ camera, nhận lúc 14:04 · 92% cao',
      'nhận lúc 14:04 · 92% cao',
    ]);
    expect(rows(late)[0]?.details[0]).toBe('từ 14:03 · độ tin cậy 92% (cao)');
  });

  it('says of a reader that is not sure that it is not', () => {
    expect(rows({ ...jam, confidence: 0.7 })[0]?.details[1]).toBe('từ 14:00 · 70% khá');
    expect(rows({ ...jam, confidence: 0.4 })[0]).toMatchObject({ active: false });
    expect(rows({ ...jam, confidence: 0.4 })[0]?.details[1]).toBe('từ 14:00 · 40% thấp');
  });

  it('shows a plate masked, and only where it is looked for', () => {
    const plate: CameraEvent = { ...jam, kind: 'plate', plate: '20A-•••.45' };

    expect(rows(plate)).toEqual([]);
    expect(rows({ ...plate, watch: { entryId: 'w', reason: 'Xe bị trộm' } })[0]).toMatchObject({
      what: 'Biển số theo dõi 20A-•••.45',
    });
  });

  it('never shows the picture of a plate: there it stands whole', () => {
    const watch = { entryId: 'w', reason: 'Xe bị trộm' };
    const plate: CameraEvent = { ...jam, id: 'e-5', kind: 'plate', plate: '20A-•••.45', watch };

    expect(rows(jam, plate).map(({ pictured }) => pictured?.id)).toEqual(['e-1', undefined]);
  });

  it('leaves out what a restricted camera told: everybody in the room reads a wall', () => {
    expect(rows({ ...jam, cameraId: 'secret' })).toEqual([]);
    expect(rows({ ...jam, cameraId: 'gone', restricted: true })).toEqual([]);
    expect(rows({ ...jam, cameraId: 'gone' })).toHaveLength(1);
  });
});
