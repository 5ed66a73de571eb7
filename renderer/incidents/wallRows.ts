import type { Incident } from '../../domain/incidents/model.ts';
import type { IncidentsState } from '../../domain/incidents/state.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { sameVietnamDay, vietnamClock, vietnamDate } from '../../domain/kernel/time.ts';
import type { Dictionary } from '../text/vi.ts';
import { openRows, type DeskRow } from './desk.ts';

/** One open incident in the words of the wall. */
export type WallRow = {
  readonly id: string;
  readonly severity: Incident['severity'];
  readonly severityWord: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  /** Since when: the clock, on other days the date too. */
  readonly since: string;
  /** The clock, on other days the date alone. */
  readonly sinceShort: string;
  /** Nobody has acknowledged it. */
  readonly unseen: boolean;
  /** Who knows of it, longest first. */
  readonly known: readonly string[];
  readonly provenance: Incident['provenance'];
};

/**
 * What a row must wear so that nobody takes it for measured: a sample its label where the tile does not wear it for all of
 * its rows, what was published always. Nothing for what is live.
 */
export function labelWords({ provenance }: WallRow, tileIsLabelled: boolean, words: Dictionary): string {
  if (provenance === 'published') return words.indicators.publishedWord;
  return provenance === 'sample' && !tileIsLabelled ? words.indicators.sampleShort : '';
}

function sinceWords(raisedAt: number, now: number): Pick<WallRow, 'since' | 'sinceShort'> {
  const clock = vietnamClock(raisedAt);
  if (sameVietnamDay(raisedAt, now)) return { since: clock, sinceShort: clock };
  const day = vietnamDate(raisedAt).slice(0, 5);
  return { since: `${clock} ${day}`, sinceShort: day };
}

function knownWords({ incident, waiting, unseen }: DeskRow, words: Dictionary): readonly string[] {
  const { incidentList: say } = words;
  if (unseen) return [say.unacknowledged];
  const by = (incident.acknowledgement ?? waiting)?.by;
  if (incident.acknowledgement === undefined)
    return [`${say.acknowledgedShort}, ${say.waiting}`, say.acknowledgedShort];
  return by === undefined ? [say.acknowledgedShort] : [say.acknowledged(by), say.acknowledgedShort];
}

/** The open incidents, gravest first, in words; an acknowledgement given here counts at once. */
export function wallRows(
  incidents: IncidentsState,
  speech: { readonly words: Dictionary; readonly language: Language },
  now: number,
): readonly WallRow[] {
  const { words } = speech;
  return openRows(incidents).map((row) => ({
    id: row.incident.id,
    severity: row.incident.severity,
    severityWord: words.desk.severities[row.incident.severity],
    title: row.incident.title,
    place: row.incident.place.name,
    state: words.desk.states[row.incident.state],
    ...sinceWords(row.incident.raisedAt, now),
    unseen: row.unseen,
    known: knownWords(row, words),
    provenance: row.incident.provenance,
  }));
}
