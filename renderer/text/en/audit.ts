import type { Dictionary } from '../vi.ts';
import { acts, fields, places, values } from './auditWords.ts';

export const audit: Dictionary['audit'] = {
  title: 'Audit log',
  search: 'Search the log',
  searching: 'Searching…',
  span: 'Span of time',
  spans: { 1: '24 hours', 7: '7 days', 30: '30 days', 0: 'All' },
  again: 'Search again',
  export: 'Export CSV',
  exported: (count: number) => `${count} lines exported.`,
  more: 'More',
  count: (count: number, more: boolean) =>
    count === 0 ? 'Nothing was found.' : `${count} entries${more ? ', the newest' : ''}`,
  role: 'Role',
  from: 'From',
  outcome: 'Outcome',
  before: 'Before',
  after: 'After',
  done: 'Done',
  refused: 'refused',
  byPlan: 'The machine, by plan',
  none: 'none',
  afar: (console) => `Remote console ${console}`,
  tile: (kind, shows, place) => `${kind}${shows === '' ? '' : ` “${shows}”`} (${place} mm)`,
  yesNo: (yes: boolean): string => (yes ? 'yes' : 'no'),
  heads: ['Time', 'Who', 'Role', 'From', 'Action', 'Subject', 'Outcome', 'Before', 'After'],
  acts,
  fields,
  values,
  places,
};
