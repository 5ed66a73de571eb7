import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../access/model.ts';
import {
  applyPtzChange,
  elapsedOf,
  emptyPtz,
  mayTurn,
  pausedRun,
  resumedRun,
  roundMs,
  stopAfter,
  type Patrol,
  type PatrolRun,
  type PtzHold,
} from './ptz.ts';

const NOW = Date.UTC(2026, 10, 23, 5);
const hanh: Person = { id: 'p1', name: 'Nguyễn Thị Hạnh', role: 'operator' };
const tuan: Person = { id: 'p2', name: 'Lê Anh Tuấn', role: 'operator' };
const lead: Person = { id: 'p3', name: 'Trần Văn Bình', role: 'shift-leader' };
const heldBy = ({ id, name, role }: Person): PtzHold => ({ personId: id, name, role, since: NOW });

const patrol: Patrol = {
  id: 'r1',
  cameraId: 'cam-01',
  name: 'Vòng đêm',
  stops: [
    { token: '1', name: 'Cổng', dwellMs: 10_000 },
    { token: '2', name: 'Ngã tư', dwellMs: 20_000 },
  ],
};
const run: PatrolRun = { patrolId: 'r1', startedAt: NOW, by: 'Hạnh' };

describe('who may turn a camera', () => {
  it('is not another operator while one holds it', () => {
    expect(mayTurn(heldBy(hanh), tuan)).toEqual({ ok: false, reason: 'camera-held' });
  });

  it('is the shift leader, who takes it over, and keeps it from the operator', () => {
    expect(mayTurn(heldBy(hanh), lead)).toEqual({ ok: true, value: 'taken' });
    expect(mayTurn(heldBy(lead), hanh).ok).toBe(false);
  });

  it('is not a second shift leader while one holds it', () => {
    expect(mayTurn(heldBy(lead), { ...lead, id: 'p4' }).ok).toBe(false);
  });

  it('is whoever holds it, and anybody when nobody does', () => {
    expect(mayTurn(heldBy(hanh), hanh)).toEqual({ ok: true, value: 'held' });
    expect(mayTurn(undefined, tuan)).toEqual({ ok: true, value: 'taken' });
  });
});

describe('a patrol', () => {
  it('is where the clock says, round after round, whoever asks and after any restart', () => {
    expect(stopAfter(patrol, 0)?.stop.name).toBe('Cổng');
    expect(stopAfter(patrol, 9_999)).toMatchObject({ stop: { name: 'Cổng' }, leftMs: 1 });
    expect(stopAfter(patrol, 10_000)?.stop.name).toBe('Ngã tư');
    expect(stopAfter(patrol, roundMs(patrol))?.stop.name).toBe('Cổng');
  });

  it('stands at its beginning when the clock went back', () => {
    expect(stopAfter(patrol, elapsedOf(run, NOW - 60_000))?.stop.name).toBe('Cổng');
  });

  it('always has a stop, and never stays longer than it dwells', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (elapsed) => {
        const at = stopAfter(patrol, elapsed);
        expect(at?.leftMs).toBeGreaterThan(0);
        expect(at?.leftMs).toBeLessThanOrEqual(at?.stop.dwellMs ?? 0);
      }),
    );
  });

  it('without stops is nowhere', () => {
    expect(stopAfter({ ...patrol, stops: [] }, 5)).toBeUndefined();
  });

  it('waits where a hand found it, and goes on from there', () => {
    const paused = pausedRun(run, 'Hạnh', NOW + 12_000);
    expect(elapsedOf(paused, NOW + 99_000)).toBe(12_000);
    const resumed = resumedRun(paused, NOW + 99_000);
    expect(elapsedOf(resumed, NOW + 100_000)).toBe(13_000);
    expect(resumed.paused).toBeUndefined();
  });

  it('that is deleted runs no longer', () => {
    const kept = applyPtzChange(emptyPtz, { type: 'ptz.patrolKept', patrol });
    const running = applyPtzChange(kept, { type: 'ptz.patrolRun', cameraId: 'cam-01', run });
    expect(running.runs).toHaveProperty('cam-01');
    expect(applyPtzChange(running, { type: 'ptz.patrolDeleted', patrolId: 'r1' }).runs).toEqual({});
    const moved = { ...patrol, cameraId: 'cam-02' };
    expect(applyPtzChange(running, { type: 'ptz.patrolKept', patrol: moved }).runs).toEqual({});
  });
});
