import { z } from 'zod';
import {
  IncidentSchema,
  IncidentStateSchema,
  type Incident,
  type IncidentState,
} from '../../domain/incidents/model.ts';
import { isOpen } from '../../domain/incidents/rules.ts';
import { guarded, type Log } from '../log.ts';
import type { Store } from '../store/store.ts';

const TemplateSchema = IncidentSchema.pick({
  type: true,
  severity: true,
  title: true,
  detail: true,
  unit: true,
  place: true,
  lead: true,
});
type Template = z.infer<typeof TemplateSchema>;

const minutes = z.number().min(0).max(10_000);
const OpeningSchema = TemplateSchema.extend({
  state: IncidentStateSchema,
  minutesAgo: minutes,
  acknowledgedAfter: minutes.optional(),
});

/** Invented incidents: those that are open when the demonstration begins, and those that come later. */
export const SampleIncidentsSchema = z.object({
  opening: z.array(OpeningSchema).min(1).max(50),
  later: z.array(TemplateSchema).min(1).max(500),
});
export type SampleIncidents = z.infer<typeof SampleIncidentsSchema>;

/** More open incidents than this and the next one has to wait for one to be resolved. */
export const MAX_OPEN = 14;
const SHIFT = { by: 'Trực ban IOC (mẫu)', device: 'sample-desk' } as const;
const MINUTE_MS = 60_000;
const EVERY_MS = { least: 40_000, most: 90_000 } as const;
/** Even a grave sample incident is over after this long. */
const AT_MOST_OPEN_MS = 180 * MINUTE_MS;
/** A shift needs some time for whatever it is. */
const AT_LEAST_OPEN_MS = 5 * MINUTE_MS;

const nextState: Partial<Record<IncidentState, IncidentState>> = {
  new: 'verifying',
  verifying: 'verified',
  verified: 'assigned',
  assigned: 'accepted',
  accepted: 'in_progress',
  in_progress: 'resolved',
  resolved: 'closed',
};
const weight = { info: 1, warning: 2, critical: 3, emergency: 4 } as const;

export type IncidentFeedParts = {
  readonly store: Store;
  readonly unit: string;
  readonly sample: SampleIncidents;
  /** Epoch ms. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
};

/** Invents the incidents of one province: some are open at the start, new ones come, others are resolved. */
export function createIncidentFeed({ store, unit, sample, now, random }: IncidentFeedParts) {
  const topic = `incidents/${unit}`;
  let number = 0;

  function openOnes(): readonly Incident[] {
    return store
      .whole(topic)
      .facts.flatMap(({ body }) =>
        body.type === 'incidents.raised' && isOpen(body.incident) ? [body.incident] : [],
      );
  }

  function raise(incidents: readonly Incident[]): void {
    const facts = incidents.map((incident) => ({
      topic,
      asOf: now(),
      body: { type: 'incidents.raised' as const, incident },
    }));
    store.append(facts);
  }

  function incidentFrom(template: Template, state: IncidentState, raisedAt: number): Incident {
    number += 1;
    const { type, severity, title, detail, unit: commune, place, lead } = template;
    const id = `mau-${raisedAt.toString(36)}-${number}`;
    return {
      id,
      unit: commune,
      type,
      title,
      detail,
      severity,
      state,
      place,
      lead,
      raisedAt,
      provenance: 'sample',
    };
  }

  /** The wall has something to show from its first second; a restarted backend goes on with what it had. */
  function begin(): void {
    if (store.whole(topic).facts.length > 0) return;
    const opening = sample.opening.map(({ minutesAgo, acknowledgedAfter, state, ...template }) => {
      const incident = incidentFrom(template, state, now() - minutesAgo * MINUTE_MS);
      if (acknowledgedAfter === undefined) return incident;
      const at = incident.raisedAt + acknowledgedAfter * MINUTE_MS;
      return { ...incident, acknowledgement: { ...SHIFT, at, number } };
    });
    raise(opening);
  }

  /** What has been open for too long, then the least grave that had its time, then the oldest. */
  function nextToResolve(open: readonly Incident[]): Incident | undefined {
    const since = (incident: Incident) => now() - incident.raisedAt;
    const rank = (incident: Incident) =>
      since(incident) > AT_MOST_OPEN_MS
        ? 0
        : since(incident) < AT_LEAST_OPEN_MS
          ? 9
          : weight[incident.severity];
    return [...open].sort((a, b) => rank(a) - rank(b) || a.raisedAt - b.raisedAt)[0];
  }

  /** Grave ones are under way until they are resolved; the others go on to their end by themselves. */
  function movable({ severity, state }: Incident): boolean {
    return severity !== 'emergency' && !(severity === 'critical' && state === 'in_progress');
  }

  function freshTemplate(open: readonly Incident[]): Template | undefined {
    const shown = new Set(open.map(({ title }) => title));
    const left = sample.later.filter(({ title }) => !shown.has(title));
    return left[Math.floor(random() * left.length)];
  }

  /** One turn of the shift: make room when it is full, move one incident on, let a new one come. */
  function step(): void {
    const before = openOnes();
    const done = before.length >= MAX_OPEN - 1 ? nextToResolve(before) : undefined;
    const moving = before.filter((incident) => incident !== done && movable(incident));
    const moved = moving[Math.floor(random() * moving.length)];
    const template =
      before.length - Number(done !== undefined) < MAX_OPEN ? freshTemplate(before) : undefined;
    raise([
      ...(done ? [{ ...done, state: 'resolved' as const }] : []),
      ...(moved ? [{ ...moved, state: nextState[moved.state] ?? moved.state }] : []),
      ...(template ? [incidentFrom(template, 'new', now())] : []),
    ]);
  }

  return { begin, step, waitMs: () => EVERY_MS.least + random() * (EVERY_MS.most - EVERY_MS.least) };
}

/** Lets the feed run at a pace until it is stopped. */
export function runIncidentFeed(
  feed: ReturnType<typeof createIncidentFeed>,
  { pace, log }: { readonly pace: number; readonly log: Log },
): () => void {
  const step = guarded(log, 'sample.failed', feed.step);
  guarded(log, 'sample.failed', feed.begin)();
  let timer = setTimeout(turn, feed.waitMs() / pace);
  function turn(): void {
    step();
    timer = setTimeout(turn, feed.waitMs() / pace);
  }
  return () => clearTimeout(timer);
}
