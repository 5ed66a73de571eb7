import type { Dictionary } from '../vi.ts';

export const notes: Dictionary['notes'] = {
  empty: 'No words yet',
  tones: { info: 'Information', attention: 'Warning', serious: 'Serious', emergency: 'Emergency' },
  banner: (tone, text) => `${tone}: ${text}`,
  waiting: 'Not started',
  over: 'Time is up',
  until: (moment) => `until ${moment}`,
  overFor: (span) => `${span} over`,
  left: (label, time) => `${label}: ${time} left`,
  start: 'Start',
  startOf: (label) => `Start: ${label}`,
  reset: 'Reset',
  resetOf: (label) => `Reset: ${label}`,
};
