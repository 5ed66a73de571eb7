import type { Dictionary } from '../vi.ts';

export const receipts: Dictionary['receipts'] = {
  commands: {
    replay: 'Camera replay',
    rehomed: 'Tiles moved as a display left or came back',
    identify: 'Flash display numbers',
    freeze: 'Freeze',
    cover: 'Cover',
    return: 'Back to live',
    hear: 'Choose what is heard',
    draw: 'Draw on the wall',
    wipe: 'Wipe the marks',
    theme: 'Light or dark wall',
    look: 'Turn a camera tile',
    choose: 'Choose the hotspot’s camera',
    retry: 'Try a suspended tile again',
  },
  by: (what, person) => `${what} (${person})`,
  relaid: (take) => `${take}, laid out anew on the displays`,
  label: 'Receipts',
  take: (revision, scene) => `Take ${revision}: “${scene}”`,
  progress: (shown, total) => `shown on ${shown} of ${total} displays`,
  beneath: (count) => `, ready beneath a cover or a still on ${count}`,
  none: 'Nothing was taken to this wall yet.',
  past: (count) => (count === 1 ? 'One command before' : `${count} commands before`),
};
