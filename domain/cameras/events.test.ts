import { describe, expect, it } from 'vitest';
import {
  keptUntil,
  pictureMoment,
  activeCameras,
  applyCameraEventsChange,
  emptyCameraEvents,
  eventsAfterCameras,
  MOST_CARDS,
  MOST_HITS,
  MOST_PLATES,
  shownEvent,
  type CameraEvent,
  type CameraEventsState,
} from './events.ts';

const NOW = Date.UTC(2026, 10, 23, 5);
const MINUTE = 60_000;

function anEvent(change: Partial<CameraEvent> = {}): CameraEvent {
  return {
    id: 'ev-1',
    cameraId: 'cam-01',
    unit: '19',
    kind: 'jam',
    at: NOW - MINUTE,
    confidence: 0.9,
    provenance: 'sample',
    ...change,
  };
}

function holding(...events: readonly CameraEvent[]): CameraEventsState {
  return applyCameraEventsChange(emptyCameraEvents, { type: 'cameras.eventsReset', events });
}

const watch = { entryId: 'w-1', reason: 'Xe bị mất cắp' };

describe('what a camera told before only some might see it', () => {
  const [open, closed] = [{ restricted: false }, { restricted: true }];

  it('stays with those when the camera goes, and with all when it went open', () => {
    const state = holding(anEvent({ id: 'a', cameraId: 'cell' }), anEvent({ id: 'b', cameraId: 'bridge' }));

    const after = eventsAfterCameras(state, { cell: closed, bridge: open }, {});

    expect(after.byId['a']?.restricted).toBe(true);
    expect(after.byId['b']?.restricted).toBeUndefined();
  });

  it('is untouched while the camera is known: it says itself who may see it', () => {
    const state = holding(anEvent({ cameraId: 'cell' }));
    expect(eventsAfterCameras(state, { cell: open }, { cell: closed })).toBe(state);
    expect(eventsAfterCameras(state, { cell: closed }, { cell: open })).toBe(state);
  });
});

describe('the cameras that somebody should look at', () => {
  it('are each named once, smoke first, then a plate that is looked for, a crowd, a jam', () => {
    const state = holding(
      anEvent({ id: 'a', cameraId: 'jam' }),
      anEvent({ id: 'b', cameraId: 'crowd', kind: 'crowd' }),
      anEvent({ id: 'c', cameraId: 'plate', kind: 'plate', plate: '20A-•••.45', watch }),
      anEvent({ id: 'd', cameraId: 'smoke', kind: 'smoke' }),
      anEvent({ id: 'e', cameraId: 'jam', kind: 'jam' }),
    );

    expect(activeCameras(state, NOW)).toEqual(['smoke', 'plate', 'crowd', 'jam']);
  });

  it('are none for a plate that nobody looks for', () => {
    expect(activeCameras(holding(anEvent({ kind: 'plate', plate: '20A-•••.45' })), NOW)).toEqual([]);
  });

  it('are none for a reader that is not sure', () => {
    expect(activeCameras(holding(anEvent({ confidence: 0.59 })), NOW)).toEqual([]);
  });

  it('are none once the event has ended, or nobody said more of it for half an hour', () => {
    expect(activeCameras(holding(anEvent({ until: NOW })), NOW)).toEqual([]);
    expect(activeCameras(holding(anEvent({ at: NOW - 30 * MINUTE })), NOW)).toEqual([]);
    expect(activeCameras(holding(anEvent({ at: NOW - 29 * MINUTE })), NOW)).toEqual(['cam-01']);
  });

  it('stay the same for a clock of a camera that runs ahead', () => {
    const ahead = { at: NOW + 5 * MINUTE, knownAt: NOW };
    expect(activeCameras(holding(anEvent(ahead)), NOW)).toEqual(['cam-01']);
    expect(activeCameras(holding(anEvent({ ...ahead, until: NOW + 6 * MINUTE })), NOW)).toEqual([]);
    expect(activeCameras(holding(anEvent(ahead)), NOW + 30 * MINUTE)).toEqual([]);
  });

  it('stay the same for one that runs behind, and are old by the room’s clock', () => {
    const behind = anEvent({ at: NOW - 24 * 60 * MINUTE, knownAt: NOW });
    expect(activeCameras(holding(behind), NOW + 29 * MINUTE)).toEqual(['cam-01']);
    expect(activeCameras(holding(behind), NOW + 30 * MINUTE)).toEqual([]);
  });
});

describe('the events that the room holds', () => {
  it('never hold a whole plate', () => {
    const event = shownEvent(
      {
        id: 'ev-9',
        cameraId: 'cam-01',
        unit: '19',
        kind: 'plate',
        at: NOW,
        confidence: 0.97,
        provenance: 'live',
        plate: '20A-123.45',
      },
      { knownAt: NOW },
    );

    expect(JSON.stringify(event)).not.toMatch(/123|12345/);
    expect(event.plate).toBe('20A-•••.45');
  });

  it('forget the oldest reads first, and no card for a flood of plates', () => {
    const plates = Array.from({ length: MOST_PLATES + 50 }, (_, n) =>
      anEvent({ id: `p-${n}`, kind: 'plate', at: NOW + n }),
    );
    const state = holding(anEvent({ id: 'card', at: NOW - 60 * MINUTE }), ...plates);

    expect(Object.keys(state.byId)).toHaveLength(MOST_PLATES + 1);
    expect(state.byId).toHaveProperty('card');
    expect(state.byId).not.toHaveProperty('p-0');
    expect(MOST_CARDS).toBeGreaterThan(100);
  });

  it('keep a plate that is looked for through a flood of reads that came after it', () => {
    const hit = anEvent({ id: 'hit', kind: 'plate', plate: '20A-•••.45', watch });
    const flood = Array.from({ length: MOST_PLATES + 50 }, (_, n) =>
      anEvent({ id: `p-${n}`, kind: 'plate', at: NOW + n }),
    );
    const state = flood.reduce(
      (before, event) => applyCameraEventsChange(before, { type: 'cameras.eventNoted', event }),
      holding(hit),
    );

    expect(state.byId).toHaveProperty('hit');
    expect(activeCameras(state, NOW + flood.length)).toEqual(['cam-01']);
  });

  it('keep so many plates that are looked for, the newest', () => {
    const state = holding(
      ...Array.from({ length: MOST_HITS + 1 }, (_, n) =>
        anEvent({ id: `h-${n}`, kind: 'plate', at: NOW + n, watch }),
      ),
    );

    expect(Object.keys(state.byId)).toHaveLength(MOST_HITS);
    expect(state.byId).not.toHaveProperty('h-0');
  });

  it('take the newer word for the same event', () => {
    const state = applyCameraEventsChange(holding(anEvent()), {
      type: 'cameras.eventNoted',
      event: anEvent({ until: NOW }),
    });

    expect(Object.values(state.byId)).toEqual([anEvent({ until: NOW })]);
  });

  it('go by kind when their time is over', () => {
    const state = applyCameraEventsChange(
      holding(
        anEvent({ id: 'plate', kind: 'plate', at: NOW - 10 }),
        anEvent({ id: 'jam', kind: 'jam', at: NOW - 10 }),
      ),
      { type: 'cameras.eventsPurged', before: { plate: NOW - 5, jam: NOW - 20, crowd: 0, smoke: 0 } },
    );

    expect(Object.keys(state.byId)).toEqual(['jam']);
  });

  it('are kept as long as the site says, also when the topic starts over, and each says until when', () => {
    const days = { plate: 30, jam: 7, crowd: 30, smoke: 90 };
    const told = applyCameraEventsChange(holding(anEvent()), { type: 'cameras.retentionSet', days });
    const again = applyCameraEventsChange(told, { type: 'cameras.eventsReset', events: [] });

    expect(again).toEqual({ byId: {}, days });
    expect(keptUntil(anEvent({ kind: 'jam' }), days)).toBe(anEvent().at + 7 * 86_400_000);
  });

  it('are looked for in recordings at the reader’s moment, and where its clock is off at the room’s', () => {
    expect(pictureMoment(anEvent({ at: NOW, knownAt: NOW + 4_000 }))).toBe(NOW);
    expect(pictureMoment(anEvent({ at: NOW - 3_600_000, knownAt: NOW }))).toBe(NOW);
  });
});
