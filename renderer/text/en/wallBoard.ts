import type { Dictionary } from '../vi.ts';

export const wallBoard: Dictionary['wallBoard'] = {
  label: 'The wall now',
  display: (order) => `Display ${order}`,
  picture: (name) => `Real picture of ${name}`,
  waiting: 'Waiting for the first picture',
  drawing: 'Drawing: the pictures are on the wall’s machine',
  missing: 'No window on this display',
  old: 'old picture',
  age: (ago) => `picture ${ago}`,
  noDisplay: 'This room has no display yet. Connect one, or name it in the site file and restart.',
  receipt: {
    none: 'no take yet',
    queued: 'waiting to be shown',
    shown: (clock) => `shown ${clock}`,
    beneath: (why) => `ready beneath, ${why}`,
    covered: 'covered now',
    frozen: 'frozen now',
    failed: (reason) => `failed: ${reason}`,
    superseded: 'another command took its place',
    'window-silent': 'the window does not answer',
    'window-missing': 'there is no window',
    unknown: 'no reason given',
  },
};
