import type { Dictionary } from '../vi.ts';

export const clock: Dictionary['clock'] = {
  label: (moment) => `Viet Nam time ${moment}`,
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  date: (weekday, date) => `${weekday}, ${date}`,
  link: {
    live: 'online',
    connecting: 'connecting',
    offline: 'offline',
    unauthorised: 'access key not accepted',
    'other-version': 'another version',
    refused: 'refused by the province',
    'core-lost': 'restarting',
  },
  heard: (moment) => `data of ${moment}`,
  neverHeard: 'nothing received yet',
  open: 'open incidents',
  unacknowledged: 'not acknowledged',
  cameras: 'cameras',
};
