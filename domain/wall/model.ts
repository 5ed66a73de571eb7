import { z } from 'zod';
import { BilingualSchema, IdSchema, PlaceSchema } from '../kernel/schema.ts';

/** A rectangle in millimetres, origin at the top left of the wall's canvas. */
export type Area = {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};

/** What a tile shows. One entry per panel kind; the renderer's registry is complete by this type. */
export const PanelSpecSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicator'), indicatorId: IdSchema }),
  z.object({
    kind: z.literal('indicator-chart'),
    indicatorIds: z.array(IdSchema).min(1).max(6),
    /** `fast` draws ten times a second; `rich` once a second, with bands and labels. */
    engine: z.enum(['fast', 'rich']),
    spanMs: z.number().int().positive(),
  }),
  z.object({ kind: z.literal('indicator-table'), indicatorIds: z.array(IdSchema).min(1).max(500) }),
  z.object({ kind: z.literal('incident-list'), max: z.number().int().min(1).max(12) }),
  z.object({
    kind: z.literal('map'),
    centre: PlaceSchema.optional(),
    zoom: z.number().min(0).max(20).optional(),
  }),
  z.object({ kind: z.literal('camera'), cameraId: IdSchema }),
  z.object({ kind: z.literal('camera-list') }),
  z.object({ kind: z.literal('clock') }),
]);
export type PanelSpec = z.infer<typeof PanelSpecSchema>;
export type PanelKind = PanelSpec['kind'];

/** One physical screen: a viewport on the wall's canvas. */
export type Display = {
  readonly id: string;
  /** What people call it: "Màn hình 1" is order 1. */
  readonly order: number;
  /** Its picture area on the canvas, mm. */
  readonly area: Area;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rotation: 0 | 90 | 180 | 270;
  /** Frame between picture and edge, mm. */
  readonly bezelMm: number;
};

export type Canvas = {
  readonly area: Area;
  readonly displays: readonly Display[];
  /** Distance of the farthest seat, mm: every size of type on the wall follows from it. */
  readonly seatDistanceMm: number;
};

/** A picture on the wall. Base tiles never overlap and never leave the canvas; overlays lie above them. */
export type Tile = {
  readonly id: string;
  readonly layer: 'base' | 'overlay';
  readonly area: Area;
  readonly panel: PanelSpec;
};

export type Scene = {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly tiles: Readonly<Record<string, Tile>>;
};

/** What the wall shows; `revision` rises with every take. */
export type Program = {
  readonly revision: number;
  readonly takeId: string;
  readonly scene: Scene;
  readonly by: string;
  /** When all displays show it together, epoch ms of this machine's clock. */
  readonly showAt: number;
};

export type Draft = {
  readonly id: string;
  readonly scene: Scene;
  /** The program revision it was drawn from. */
  readonly programRevision: number;
  readonly by: string;
};

/** One display's word on one take: said by its window after the frame was painted, or why not. */
export type Receipt = {
  readonly displayId: string;
  readonly state: 'queued' | 'shown' | 'failed';
  readonly reason?: 'window-silent' | 'window-missing';
  /** Epoch ms. */
  readonly at: number;
};

export type Wall = {
  readonly id: string;
  readonly canvas: Canvas;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly program: Program | null;
  /** What was on before, for the one-key way back. */
  readonly previous: Program | null;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Receipts of the program's take, by display. */
  readonly receipts: Readonly<Record<string, Receipt>>;
};

const CellSchema = z.object({
  /** Place on the screen in parts of its grid: column, row, columns wide, rows high. */
  at: z.tuple([
    z.number().int().min(0),
    z.number().int().min(0),
    z.number().int().min(1),
    z.number().int().min(1),
  ]),
  panel: PanelSpecSchema,
});

export const ScreenTemplateSchema = z.object({
  grid: z.tuple([z.number().int().min(1).max(24), z.number().int().min(1).max(24)]),
  cells: z.array(CellSchema).min(1).max(100),
});
export type ScreenTemplate = z.infer<typeof ScreenTemplateSchema>;

/**
 * A scene as the province writes it, before any wall is known: `screens` fills displays in order, one template each;
 * `whole` lays one grid over all displays together.
 */
export const SceneTemplateSchema = z.object({
  id: IdSchema,
  name: BilingualSchema,
  layout: z.discriminatedUnion('over', [
    z.object({ over: z.literal('screens'), screens: z.array(ScreenTemplateSchema).min(1).max(64) }),
    z.object({ over: z.literal('whole'), screen: ScreenTemplateSchema }),
  ]),
});
export type SceneTemplate = z.infer<typeof SceneTemplateSchema>;
