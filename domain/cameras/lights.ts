/** What a set of lights shows on its main direction; `flashing`: vàng nhấp nháy; `dark`: it says that it is off. */
export const lightPhases = ['dark', 'red', 'yellow', 'green', 'flashing'] as const;
export type LightPhase = (typeof lightPhases)[number];

/** The key of a light's reading. */
export function lightKey(lightId: string): string {
  return `light:${lightId}`;
}

/** A phase as a reading's number. */
export function phaseNumber(phase: LightPhase): number {
  return lightPhases.indexOf(phase);
}

/** What was told of a light longer ago than this says nothing of it now, ms: a third of a short cycle. */
export const LIGHT_HOLDS_MS = 20_000;

/** What a light is known to show; `unknown`: it was not told, or too long ago. */
export function shownPhase(reading: {
  readonly value: number | null;
  readonly ageMs: number;
}): LightPhase | 'unknown' {
  const { value, ageMs } = reading;
  return (value === null || ageMs > LIGHT_HOLDS_MS ? undefined : lightPhases[value]) ?? 'unknown';
}
