import { byUrgency, isOpen } from '../incidents/rules.ts';
import type { Incident } from '../incidents/model.ts';

/** A point on the incident map. It pulses while a top-level incident has nobody's acknowledgement. */
export type IncidentMarker = {
  readonly id: string;
  readonly point: readonly [longitude: number, latitude: number];
  readonly severity: Incident['severity'];
  readonly title: string;
  readonly place: string;
  readonly pulsing: boolean;
};

/** Markers of the open incidents, gravest first. */
export function incidentMarkers(incidents: readonly Incident[]): readonly IncidentMarker[] {
  return incidents
    .filter(isOpen)
    .sort(byUrgency)
    .map((incident) => ({
      id: incident.id,
      point: incident.place.point,
      severity: incident.severity,
      title: incident.title,
      place: incident.place.name,
      pulsing: incident.severity === 'emergency' && incident.acknowledgement === undefined,
    }));
}
