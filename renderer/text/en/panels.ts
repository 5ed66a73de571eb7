import type { Dictionary } from '../vi.ts';

export const panels: Dictionary['panels'] = {
  chart: 'Chart',
  table: 'Indicators',
  incidents: 'Open incidents',
  map: 'Incident map',
  cameras: 'Cameras',
  clock: 'Viet Nam time',
  web: 'Web page',
  picture: 'Picture',
  pdf: 'PDF document',
  video: 'Video',
  text: 'Text',
  banner: 'Banner',
  countdown: 'Countdown',
  failed: 'This tile failed and is being opened again.',
  insteadOf: (title) => `“${title}” has no source: this stands in`,
  insteadOfShort: (title) => `Instead of “${title}”`,
  instead: 'Stand-in',
  failedWord: 'Failed',
};
