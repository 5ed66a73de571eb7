import type { Dictionary } from '../vi.ts';

export const link: Dictionary['link'] = {
  label: 'Link to the province',
  states: {
    live: 'Connected to the province',
    connecting: 'Connecting to the province',
    offline: 'Disconnected from the province',
    unauthorised: 'Connection token not accepted',
    'other-version': 'The provincial server is of another version',
    refused: 'Wrong link configuration',
  },
  heard: (ago) => `heard ${ago}`,
  since: (moment) => `since ${moment}`,
  dataOf: (moment) => `data of ${moment}`,
  never: 'nothing heard yet',
  unknown: 'Link to the province unknown',
  coreAway: (moment) => `core stopped at ${moment}`,
  unauthorisedHelp:
    'The provincial server does not accept the token of this machine; the machine asks again once a minute. Ask a technician to get a new token, put it into secrets.json in the application’s data folder and restart. The wall keeps showing cached data with its time; your acknowledgements are kept and sent later.',
  otherVersionHelp:
    'The provincial server and this application do not speak the same version of the protocol; the machine asks again once a minute. Ask a technician to update the older one. The wall keeps showing cached data with its time; your acknowledgements are kept and sent later.',
  refusedHelp:
    'The address of the provincial server is not secure (it must be wss://) or the certificate file (CA) cannot be read, so the machine does not connect. Ask a technician to correct the site file and restart. The wall keeps showing cached data with its time.',
};
