import type { Dictionary } from '../vi.ts';

export const desk: Dictionary['desk'] = {
  label: 'Incidents',
  counts: (open, unseen) =>
    unseen === 0 ? `${open} open, all acknowledged` : `${open} open, ${unseen} unacknowledged`,
  filter: 'Filter by severity',
  search: 'Search incidents (diacritics not needed)',
  none: 'No open incidents. New ones from the province appear here, gravest first.',
  noneFound: 'No incident matches. Clear the search or switch severities on again.',
  clear: 'Clear filters',
  more: (next, left) => `Show ${next} more of the ${left} left`,
  severities: { info: 'Information', warning: 'Warning', critical: 'Serious', emergency: 'Emergency' },
  states: {
    new: 'New',
    verifying: 'Verifying',
    verified: 'Verified',
    assigned: 'Assigned',
    returned: 'Returned',
    accepted: 'Accepted',
    in_progress: 'In progress',
    need_info: 'Needs information',
    escalated: 'Escalated',
    resolved: 'Resolved',
    closed: 'Closed',
    reopened: 'Reopened',
    false_alarm: 'False alarm',
    merged: 'Merged',
  },
  sample: 'sample data',
  published: 'published figure',
  raised: (moment, ago) => `${moment}, ${ago}`,
  lead: (office) => `Lead: ${office}`,
  noDetail: 'The province sent no description.',
  acknowledge: 'Acknowledge',
  acknowledging: 'Writing…',
  unacknowledged: 'Unacknowledged',
  acknowledged: (person, moment) => `acknowledged by ${person} ${moment}`,
  waiting: (person, moment) => `acknowledged by ${person} ${moment} – waiting to be sent`,
  conflicts: 'Acknowledgement not recorded',
  conflict: {
    'already-acknowledged': (first, firstAt, mineAt) =>
      `Already acknowledged by ${first} at ${firstAt}; your acknowledgement of ${mineAt} was not recorded.`,
    unknownFirst: 'someone else',
    unknownMoment: 'an earlier time',
    'incident-over': (mineAt) =>
      `The province has ended this incident; your acknowledgement of ${mineAt} was not recorded.`,
    'incident-unknown': (mineAt) =>
      `The province no longer has this incident; your acknowledgement of ${mineAt} was not recorded.`,
    'incident-worsened': (mineAt) =>
      `This incident became graver or was reopened before your acknowledgement of ${mineAt} reached the province; acknowledge it again.`,
    'not-allowed': (mineAt) =>
      `The token of this machine may only look; your acknowledgement of ${mineAt} was not recorded.`,
  },
  dismiss: 'Understood',
};
