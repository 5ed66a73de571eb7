import type { Dictionary } from '../vi.ts';

export const near: Dictionary['near'] = {
  titles: { incident: 'Cameras near the incident', place: 'Cameras near the chosen place' },
  none: 'No camera within 5 km.',
  all: (count: number) => `Put ${count} cameras on the wall`,
  sights: {
    sees: 'sees the place',
    'can-turn': 'can be turned to it',
    unknown: 'direction unknown',
    away: 'looks elsewhere',
  },
};
