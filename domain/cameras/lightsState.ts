import type { TrafficLight } from './sightings.ts';

/** The province's traffic lights; what they show is a reading and travels beside the World. */
export type LightsState = { readonly byId: Readonly<Record<string, TrafficLight>> };

export const emptyLights: LightsState = { byId: {} };

export type LightsChange = { readonly type: 'cameras.lightsSet'; readonly lights: readonly TrafficLight[] };

export function applyLightsChange(_state: LightsState, { lights }: LightsChange): LightsState {
  return { byId: Object.fromEntries(lights.map((light) => [light.id, light])) };
}
