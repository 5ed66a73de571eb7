import type { Dictionary } from '../vi.ts';

export const web: Dictionary['web'] = {
  opening: 'Opening the page…',
  failedWord: 'Cannot be opened',
  loaded: (moment) => `loaded ${moment}`,
  label: (title, state) => `${title}: ${state}`,
  live: 'shown',
  unset: 'No address yet.',
  wrongAddress: 'This is no address. Write it as https://page.gov.vn.',
  faults: {
    'not-listed': (host) => `“${host}” is not on this room’s list of pages.`,
    'left-list': (host) => `The page leads to “${host}”, which is not allowed.`,
    certificate: (word) => `The page’s certificate is not valid, so it is not opened (${word}).`,
    unreachable: (word) => `The page cannot be reached (${word}).`,
    'http-error': (code) => `The page’s server answers with error ${code}.`,
    slow: (host) => `“${host}” did not open within 30 seconds.`,
    hung: () => 'The page hangs and is opened again.',
    crashed: () => 'The page died and is opened again.',
    full: (most) => `Not opened: this display has ${most} web pages already, as many as it can open at once.`,
  },
  fields: {
    title: 'Name shown',
    url: 'Address (https://…)',
    zoom: 'Zoom',
    reload: 'Load anew every (minutes, 0: never)',
  },
};
