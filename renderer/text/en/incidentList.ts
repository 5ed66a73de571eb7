import type { Dictionary } from '../vi.ts';

export const incidentList: Dictionary['incidentList'] = {
  open: (count) => (count === 1 ? '1 open incident' : `${count} open incidents`),
  quiet: 'No open incident',
  quietHelp: 'A new incident shows here, gravest on top.',
  count: (count) => (count === 1 ? '1 incident' : `${count} incidents`),
  more: (count) => `${count} more`,
  unacknowledged: 'not acknowledged',
  unseenIncidents: (count) => `${count} incidents not acknowledged`,
  unseen: (count) => `${count} not acknowledged`,
  acknowledged: (person) => `acknowledged by ${person}`,
  acknowledgedShort: 'acknowledged',
  waiting: 'waiting to be sent',
  since: (clock) => `since ${clock}`,
  sample: 'Sample data',
  allKnown: 'all acknowledged',
  row: (row) => `${row.severity}: ${row.title}, ${row.place}, since ${row.since}, ${row.state}, ${row.known}`,
};
