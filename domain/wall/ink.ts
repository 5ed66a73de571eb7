/** Three colours, each told from the others and from status by more than one person in twelve who sees colours otherwise. */
export const inkColours = ['white', 'blue', 'pink'] as const;
export type InkColour = (typeof inkColours)[number];

export const inkWidths = ['thin', 'thick'] as const;
export type InkWidth = (typeof inkWidths)[number];

/** Minutes of arc that a stroke's width subtends at the farthest seat: a line is seen from 1′, and must be found at once. */
export const INK_ARC_MINUTES: Readonly<Record<InkWidth, number>> = { thin: 4, thick: 9 };

/** Points of one stroke, strokes of one wall; a longer stroke is continued as another. */
export const MOST_POINTS = 600;
export const MOST_STROKES = 200;

/** What every stroke is, also while it is being drawn. `points`: x and y by turns, mm on the wall's canvas. */
export type Line = {
  readonly id: string;
  readonly colour: InkColour;
  readonly width: InkWidth;
  readonly points: readonly number[];
};

/** A finished line with its author. */
export type Stroke = Line & {
  /** The base tile that it was begun on: it goes when that tile shows something else. Absent: it marks the display itself. */
  readonly on?: { readonly tileId: string; readonly picture: string } | undefined;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
};
