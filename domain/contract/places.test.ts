import { describe, expect, it } from 'vitest';
import { goesToWall, isOnlyAtWall, needsControl } from './places.ts';

describe('the place of a call', () => {
  it.each([
    'wall.take',
    'wall.freeze',
    'wall.seatHead',
    'wall.designRoom',
    'wall.resetRoom',
    'wall.importRoom',
    'schedule.keepEntry',
    'schedule.setIdle',
    'schedule.holdCalendar',
  ] as const)('makes %s wait for control: it can change what is shown', (name) => {
    expect(needsControl(name)).toBe(true);
  });

  it.each(['wall.editDraft', 'wall.keepScene', 'wall.readRoom', 'wall.takeControl'] as const)(
    'lets %s be done without control: nothing on the wall changes',
    (name) => {
      expect(needsControl(name)).toBe(false);
    },
  );

  it.each(['documents.putSlice', 'incidents.acknowledge', 'access.addPerson', 'indicators.history'] as const)(
    'keeps %s at the machine that is asked',
    (name) => {
      expect(goesToWall(name)).toBe(false);
      expect(isOnlyAtWall(name)).toBe(false);
    },
  );

  it.each(['wall.designRoom', 'wall.importRoom', 'wall.exportRoom', 'wall.seatHead'] as const)(
    'keeps %s in the wall’s own room',
    (name) => {
      expect(isOnlyAtWall(name)).toBe(true);
      expect(goesToWall(name)).toBe(false);
    },
  );
});
