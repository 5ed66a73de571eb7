import type { LightPhase } from '../../domain/cameras/lights.ts';

/** What the map says of a set of lights; `unknown`: it told nothing, or too long ago. */
export type LightLook = LightPhase | 'unknown';

/** On a grid of 24 by 24: a case with three lamps; the place of the lamp that is on tells it without colour too. */
export const LIGHT_CASE = 'M9.5 1.5h5a2 2 0 0 1 2 2v17a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2v-17a2 2 0 0 1 2-2z';
export const LAMPS_Y: readonly number[] = [6, 12, 18];
export const LAMP_R = 2.3;

export type Lamp = 'red' | 'yellow' | 'green';

/** Which lamp is on, and what is drawn over or beside the case. */
export const lightSigns: Readonly<
  Record<LightLook, { readonly lamp: number | null; readonly colour: Lamp | null; readonly stroke: string }>
> = {
  red: { lamp: 0, colour: 'red', stroke: '' },
  yellow: { lamp: 1, colour: 'yellow', stroke: '' },
  green: { lamp: 2, colour: 'green', stroke: '' },
  flashing: {
    lamp: 1,
    colour: 'yellow',
    stroke: 'M5 8.5 2.6 7M5 12H2M5 15.5 2.6 17M19 8.5l2.4-1.5M19 12h3M19 15.5l2.4 1.5',
  },
  dark: { lamp: null, colour: null, stroke: 'M4 3l16 18' },
  unknown: { lamp: null, colour: null, stroke: '' },
};

/** Size of a light's mark, in parts of the floor of type. */
export const LIGHT_EM = 1.2;

export const lightImage = (look: LightLook): string => `light-${look}`;
