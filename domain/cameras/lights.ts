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
