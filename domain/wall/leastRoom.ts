import { fittingArc, floorMm, LINE_HEIGHT } from './legibility.ts';
import type { Area, Canvas, PanelKind, PanelSpec, Tile } from './model.ts';

/** Room in floors: font sizes of the smallest type that the farthest seat reads. */
type Floors = { readonly wide: number; readonly high: number };
type SpecOf<Kind extends PanelKind> = Extract<PanelSpec, { kind: Kind }>;

/**
 * Narrower or lower than this many floors a kind of tile shows nothing of what it is there for; where a title stands over
 * it, of what the title leaves. What is drawn asks the same.
 */
export const leastFloors = {
  camera: { wide: 0, high: 4 },
  map: { wide: 8, high: 6 },
  /** A column that has room for a name and how it stands. */
  list: { wide: 17, high: LINE_HEIGHT },
  incidents: { wide: 9, high: LINE_HEIGHT },
  chart: { wide: 0, high: 3.2 },
  document: { wide: 0, high: 3 },
  page: { wide: 0, high: 4 },
  /** Figures are 0.7 of their size high. */
  number: { wide: 0, high: 0.7 },
  line: { wide: 0, high: LINE_HEIGHT },
} as const satisfies Readonly<Record<string, Floors>>;

/** Letters that are not half as wide as they are high: spaces, stops, brackets, and slender letters with their marks. */
const SLENDER = /[\s\p{P}|`´¸·¨¹²³ªº®iıìíîïĩīįỉịjlĺľłIÌÍÎÏĨĪĮİỈỊftťţŧrŕř1]/u;
/** The narrowest of the slender letters and of all others in the text face, kerned, in parts of the font size. */
const [SLENDER_EM, OTHER_EM] = [0.15, 0.4] as const;

/** No type sets this text narrower, in parts of its font size. */
export function leastEm(text: string): number {
  const letters = [...text.normalize('NFC').replace(/\p{M}/gu, '')];
  return letters.reduce((sum, letter) => sum + (SLENDER.test(letter) ? SLENDER_EM : OTHER_EM), 0);
}

/** So many lines take these words at least, in lines so many font sizes wide. */
function linesOf(text: string, wideEm: number): number {
  const lines = (paragraph: string): number => Math.max(1, Math.ceil(leastEm(paragraph) / wideEm));
  return text
    .trim()
    .split('\n')
    .reduce((sum, paragraph) => sum + lines(paragraph.trim()), 0);
}

function titled({ wide, high }: Floors): Floors {
  return { wide, high: LINE_HEIGHT + high };
}

function wordsOf(text: string, wide: number): Floors {
  return { wide: 0, high: linesOf(text, wide) * LINE_HEIGHT };
}

/** What a tile needs at least in type at the floor, whatever is written in its title; `wide`: how wide it is. */
const needs: { readonly [Kind in PanelKind]: (spec: SpecOf<Kind>, wide: number) => Floors } = {
  indicator: () => titled(leastFloors.number),
  'indicator-chart': ({ indicatorIds }) =>
    titled({ wide: 0, high: indicatorIds.length * LINE_HEIGHT + leastFloors.chart.high }),
  'indicator-table': () => titled(leastFloors.line),
  'incident-list': () => titled(leastFloors.incidents),
  map: () => leastFloors.map,
  camera: () => leastFloors.camera,
  'camera-grid': ({ cells }) => titled({ wide: 0, high: (cells?.[1] ?? 1) * LINE_HEIGHT }),
  'camera-hotspot': () => leastFloors.line,
  'camera-list': () => titled(leastFloors.list),
  'camera-events': () => titled(leastFloors.list),
  clock: () => leastFloors.number,
  web: () => titled(leastFloors.page),
  picture: () => titled(leastFloors.document),
  pdf: () => titled(leastFloors.document),
  video: () => titled(leastFloors.document),
  text: ({ title, text }, wide) => (title === '' ? wordsOf(text, wide) : titled(wordsOf(text, wide))),
  banner: ({ text }, wide) => wordsOf(text, wide),
  countdown: () => titled(leastFloors.number),
};

/** What is drawn is rounded to whole pixels: so much less is no less. */
const ROUNDED = 0.97;

function needOf<Kind extends PanelKind>(kind: Kind, spec: PanelSpec, wide: number): Floors {
  const isOf = (one: PanelSpec): one is SpecOf<Kind> => one.kind === kind;
  if (!isOf(spec)) throw new Error(`no ${kind}`);
  return needs[kind](spec, wide);
}

function hasRoom(panel: PanelSpec, { widthMm, heightMm }: Area, oneFloorMm: number): boolean {
  const wide = widthMm / oneFloorMm;
  const need = needOf(panel.kind, panel, wide);
  return wide >= need.wide * ROUNDED && heightMm / oneFloorMm >= need.high * ROUNDED;
}

/**
 * The largest type in which a tile has room for the least that it is there to say, minutes of arc at the farthest seat; the
 * floor where it has room for that. Reckoned from its kind, its own words and its place alone: what is drawn with names
 * and figures may need more, never less.
 */
export function mostArc({ seatDistanceMm }: Pick<Canvas, 'seatDistanceMm'>, { panel, area }: Tile): number {
  return fittingArc((minutes) => hasRoom(panel, area, floorMm(seatDistanceMm, minutes)));
}
