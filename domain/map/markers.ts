import { byUrgency, isOpen } from '../incidents/rules.ts';
import type { Incident, Severity } from '../incidents/model.ts';
import type { LngLat } from './model.ts';

/** A point on the incident map. It pulses while a top-level incident has nobody's acknowledgement. */
export type IncidentMarker = {
  readonly id: string;
  readonly point: LngLat;
  readonly severity: Severity;
  readonly title: string;
  readonly place: string;
  /** Somebody has taken note of it: its mark is an outline. */
  readonly known: boolean;
  readonly pulsing: boolean;
  /** Invented for demonstration: it wears the word on screen. */
  readonly sample: boolean;
};

const gravestFirst: readonly Severity[] = ['emergency', 'critical', 'warning', 'info'];

const none: ReadonlySet<string> = new Set();

/**
 * Markers of the open incidents, gravest first. `waiting` holds the ids acknowledged on this machine whose order is still
 * on its way up: somebody has taken note, so they no longer pulse.
 */
export function incidentMarkers(
  incidents: readonly Incident[],
  waiting: ReadonlySet<string> = none,
): readonly IncidentMarker[] {
  return incidents
    .filter(isOpen)
    .sort(byUrgency)
    .map((incident) => {
      const known = incident.acknowledgement !== undefined || waiting.has(incident.id);
      return {
        id: incident.id,
        point: incident.place.point,
        severity: incident.severity,
        title: incident.title,
        place: incident.place.name,
        known,
        pulsing: incident.severity === 'emergency' && !known,
        sample: incident.provenance === 'sample',
      };
    });
}

/** How many markers of each severity, gravest first; a severity without any counts 0. */
export function countBySeverity(
  markers: readonly IncidentMarker[],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return gravestFirst.map((severity) => ({
    severity,
    count: markers.filter((marker) => marker.severity === severity).length,
  }));
}
