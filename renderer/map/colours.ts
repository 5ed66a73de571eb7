import type { Severity } from '../../domain/incidents/model.ts';

/** The map's colours, from the theme. */
export type MapColours = {
  readonly beyond: string;
  readonly land: string;
  readonly own: string;
  readonly communeBorder: string;
  readonly border: string;
  readonly ownBorder: string;
  readonly island: string;
  readonly cameras: { readonly mark: string; readonly trouble: string; readonly text: string };
  /** Of traffic lights: the colours of the road. */
  readonly lamps: { readonly red: string; readonly yellow: string; readonly green: string };
  readonly marks: Readonly<Record<Severity, { readonly shape: string; readonly sign: string }>>;
};

/** Reads the theme that is in force on an element of the map. */
export function mapColours(element: Element): MapColours {
  const theme = getComputedStyle(element);
  const colour = (name: string): string => theme.getPropertyValue(name).trim();
  return {
    beyond: colour('--map-beyond'),
    land: colour('--map-land'),
    own: colour('--map-own'),
    communeBorder: colour('--map-commune-border'),
    border: colour('--map-border'),
    ownBorder: colour('--map-own-border'),
    island: colour('--map-island'),
    cameras: { mark: colour('--map-camera'), trouble: colour('--attention'), text: colour('--text') },
    lamps: {
      red: colour('--map-lamp-red'),
      yellow: colour('--map-lamp-yellow'),
      green: colour('--map-lamp-green'),
    },
    marks: {
      info: { shape: colour('--text-2'), sign: colour('--surface-0') },
      warning: { shape: colour('--attention'), sign: colour('--on-attention') },
      critical: { shape: colour('--serious'), sign: colour('--on-serious') },
      emergency: { shape: colour('--emergency'), sign: colour('--on-emergency') },
    },
  };
}
