import { describe, expect, it } from 'vitest';
import { CHECK_HOLDS_MS, knownStanding, knownState } from './check.ts';
import type { CameraHealth } from './model.ts';

const CHECKED = Date.UTC(2026, 10, 23, 3);
const checked: CameraHealth = {
  cameraId: 'cam-01',
  state: 'idle',
  since: CHECKED - 1_000,
  check: { state: 'offline', at: CHECKED },
};

describe('a camera that no tile shows', () => {
  it('stands as the last check found it, since then', () => {
    expect(knownStanding(checked, CHECKED + 1)).toEqual({ state: 'offline', since: CHECKED });
  });

  it('is unknown again once the check is too old, and before anybody looked', () => {
    expect(knownStanding(checked, CHECKED + CHECK_HOLDS_MS)).toEqual({
      state: 'idle',
      since: CHECKED - 1_000,
    });
    expect(knownStanding(undefined, CHECKED)).toEqual({ state: 'idle', since: null });
  });
});

describe('a camera that a tile shows', () => {
  it('stands as it is shown, whatever a check found before', () => {
    const shown: CameraHealth = { ...checked, state: 'live', since: CHECKED + 5 };
    expect(knownStanding(shown, CHECKED + 9)).toEqual({ state: 'live', since: CHECKED + 5 });
    expect(knownState(shown, CHECKED + 9)).toBe('live');
  });
});
