import { describe, expect, it } from 'vitest';
import { LIGHT_HOLDS_MS, phaseNumber, shownPhase } from './lights.ts';

describe('what a traffic light shows', () => {
  it('is unknown once it was told too long ago: a green light of before may be red', () => {
    const value = phaseNumber('green');

    expect(shownPhase({ value, ageMs: LIGHT_HOLDS_MS })).toBe('green');
    expect(shownPhase({ value, ageMs: LIGHT_HOLDS_MS + 1 })).toBe('unknown');
  });

  it('is unknown where the number is none of a phase, and dark only where the light says so', () => {
    expect(shownPhase({ value: 17, ageMs: 0 })).toBe('unknown');
    expect(shownPhase({ value: null, ageMs: 0 })).toBe('unknown');
    expect(shownPhase({ value: phaseNumber('dark'), ageMs: 0 })).toBe('dark');
  });
});
