import { z } from 'zod';
import { PersonRoleSchema, type PersonRole } from '../access/model.ts';
import { CameraGridSpecSchema, CameraHotspotSpecSchema } from '../cameras/model.ts';
import { PdfSpecSchema, PictureSpecSchema, VideoSpecSchema } from '../documents/model.ts';
import type { Hold } from './holding.ts';
import type { Looks } from './looking.ts';
import { BilingualSchema, IdSchema, PlaceSchema, readable } from '../kernel/schema.ts';
import { BannerSpecSchema, CountdownSpecSchema, TextSpecSchema } from '../notes/model.ts';
import type { Control } from './control.ts';
import { WebSpecSchema } from '../web/model.ts';
import {
  PrioritySchema,
  type Area,
  type Identifying,
  type Priority,
  type Room,
  type SeatedHead,
} from './roomModel.ts';

/** What tiles and panels have in common. */
export { PrioritySchema, type Area, type Priority };

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
    /** The register's cameras, each with its state and where it looks. */
    cameras: z.boolean().optional(),
    /** What the traffic lights show; they are never commanded. */
    lights: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('camera'), cameraId: IdSchema }),
  CameraGridSpecSchema,
  CameraHotspotSpecSchema,
  z.object({ kind: z.literal('camera-list') }),
  /** What the cameras' own analysis told, newest first. */
  z.object({ kind: z.literal('camera-events') }),
  z.object({ kind: z.literal('clock'), seconds: z.boolean().optional() }),
  WebSpecSchema,
  PictureSpecSchema,
  PdfSpecSchema,
  VideoSpecSchema,
  TextSpecSchema,
  BannerSpecSchema,
  CountdownSpecSchema,
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
  /** 1: its picture is disturbed last when others are lost; 3: first. Absent: 2. */
  readonly priority?: Priority | undefined;
  /** How far its window turns the picture, because the system does not. */
  readonly turn?: 90 | 180 | 270 | undefined;
  /** No screen hangs there now: what it shows is seen elsewhere, or waits. */
  readonly dark?: true | undefined;
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
  readonly priority: Priority;
  /** What it shows while its own source is gone; absent: its own last picture with its age. */
  readonly failover?: PanelSpec | undefined;
};

export type Scene = {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly tiles: Readonly<Record<string, Tile>>;
  /** The province's file wrote it, or somebody in this room kept it (a province's scene that was changed here, too). */
  readonly origin: 'province' | 'room';
  readonly tags: readonly string[];
  /** The number key (1 … 9) that chooses it. */
  readonly pin?: number | undefined;
  /** Only who may lock scenes may change it. */
  readonly locked: boolean;
  /** Who may take it; absent: everybody who may take scenes. */
  readonly takenBy?: readonly PersonRole[] | undefined;
};

export const planKinds = ['tour', 'entry', 'arm', 'idle'] as const;
/** A plan that took by itself: a tour, an entry of the calendar, an armed take, the default after a time without commands. */
export type PlanRef = { readonly kind: (typeof planKinds)[number]; readonly id: string };

/** What the wall shows; `revision` rises with every take. */
export type Program = {
  readonly revision: number;
  readonly takeId: string;
  readonly scene: Scene;
  readonly by: string;
  /** Absent: a person took it. */
  readonly plan?: PlanRef | undefined;
  /** When all displays show it together, epoch ms of this machine's clock. */
  readonly showAt: number;
  /** When the films of these tiles began, epoch ms: one that was on before goes on. Absent in a program of an older product. */
  readonly films?: Readonly<Record<string, number>> | undefined;
};

/** Tiles that an edit puts in place; `null` takes one away. */
export type TilePatch = Readonly<Record<string, Tile | null>>;

export const editKinds = ['place', 'add', 'remove', 'swap', 'align', 'duplicate', 'change', 'clear'] as const;
/** What an edit was, for whoever undoes it. */
export type EditKind = (typeof editKinds)[number];

/** One step of a draft, with its author; `back` undoes `patch`. */
export type DraftStep = {
  readonly kind: EditKind;
  readonly patch: TilePatch;
  readonly back: TilePatch;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
};

/** A scene under somebody's hands. Undo belongs to it: `done` ends with the newest step, `undone` with the next to redo. */
export type Draft = {
  readonly id: string;
  readonly scene: Scene;
  /** The program revision it was drawn from. */
  readonly programRevision: number;
  readonly by: string;
  readonly done: readonly DraftStep[];
  readonly undone: readonly DraftStep[];
};

export const commandKinds = [
  'take',
  'relaid',
  'rehomed',
  'identify',
  'freeze',
  'cover',
  'return',
  'hear',
  'draw',
  'wipe',
  'theme',
  'replay',
  'look',
  'choose',
  'retry',
] as const;
/** The last command that changed what the wall shows; every display owes a receipt for it. */
export type Command = {
  readonly id: string;
  readonly kind: (typeof commandKinds)[number];
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
};

/** Why a display does not show a command's outcome, or not yet. `superseded`: another command came before it could. */
export const receiptReasons = ['window-silent', 'window-missing', 'superseded', 'covered', 'frozen'] as const;

/** One display's word on one command: said by its window after the frame was painted, or why not. */
export type Receipt = {
  readonly displayId: string;
  /** `beneath`: painted, and unseen under a cover or behind a still. */
  readonly state: 'queued' | 'shown' | 'beneath' | 'failed';
  readonly reason?: (typeof receiptReasons)[number];
  /** Epoch ms. */
  readonly at: number;
};

/** A command that another one followed, and what became of it. */
export type PastCommand = {
  readonly command: Command;
  /** What was on by then; null: nothing. */
  readonly program:
    (Pick<Program, 'revision' | 'takeId' | 'by' | 'plan'> & { readonly scene: Pick<Scene, 'name'> }) | null;
  /** So many displays owed a receipt. */
  readonly displays: number;
  /** The receipts of those that have not shown it: every other one has. */
  readonly unseen: readonly Receipt[];
};

export type Wall = {
  readonly id: string;
  readonly canvas: Canvas;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly program: Program | null;
  /** What was on before, for the one-key way back. */
  readonly previous: Program | null;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly command: Command | null;
  /** What lies over the program for the moment. */
  readonly hold: Hold;
  /** How people and events turned its camera tiles. */
  readonly looks: Looks;
  /** Receipts of `command`, by display. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  /** The commands before `command`, newest first. */
  readonly past: readonly PastCommand[];
  /** The panels as they hang, and who hangs where. */
  readonly room: Room;
  /** The screens of this machine, with their places and the doubts about them. */
  readonly heads: readonly SeatedHead[];
  /** Numbers are flashed on all panels, or null. */
  readonly identifying: Identifying | null;
  /** Who may change what it shows. */
  readonly control: Control;
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
  priority: PrioritySchema.default(2),
  failover: PanelSpecSchema.optional(),
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
  tags: z.array(readable(40)).max(20).default([]),
  pin: z.number().int().min(1).max(9).optional(),
  locked: z.boolean().default(false),
  takenBy: z.array(PersonRoleSchema).optional(),
  layout: z.discriminatedUnion('over', [
    z.object({ over: z.literal('screens'), screens: z.array(ScreenTemplateSchema).min(1).max(64) }),
    z.object({ over: z.literal('whole'), screen: ScreenTemplateSchema }),
  ]),
});
export type SceneTemplate = z.infer<typeof SceneTemplateSchema>;
