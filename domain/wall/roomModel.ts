import { z } from 'zod';
import { IdSchema, readable } from '../kernel/schema.ts';

const mm = z.number().min(-1_000_000).max(1_000_000);

/** A rectangle in millimetres, origin at the top left of the wall's canvas. */
export const AreaSchema = z
  .object({ xMm: mm, yMm: mm, widthMm: mm.positive(), heightMm: mm.positive() })
  .readonly();
export type Area = z.infer<typeof AreaSchema>;

/** What is kept for a tile when a display is lost: 1 moves first to a living panel, 3 waits until its own is back. */
export const PrioritySchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Priority = z.infer<typeof PrioritySchema>;

/** One panel as it hangs in the room: a portrait panel is higher than wide, in mm and in px. */
export const RoomPanelSchema = z.object({
  id: IdSchema,
  /** What people call it: "Màn hình 1" is order 1. */
  order: z.number().int().min(1).max(999),
  /** Its picture area on the canvas, mm. */
  area: AreaSchema,
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  /** How far it is turned from lying, degrees clockwise. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Frame between picture and edge, mm. */
  bezelMm: z.number(),
  /** 1: its picture is disturbed last when others are lost; 3: first. Absent: 2. */
  priority: PrioritySchema.optional(),
});
export type RoomPanel = z.infer<typeof RoomPanelSchema>;

/** Which screen hangs at a place, and on which cable it was last seen. */
export const SeatSchema = z.object({ identity: readable(200), connector: readable(120) });
export type Seat = z.infer<typeof SeatSchema>;

export const RoomSchema = z.object({
  /** Laid out from the site's file and the screens that there are, or designed by people of this room. */
  origin: z.enum(['site', 'room']),
  panels: z.array(RoomPanelSchema).readonly(),
  /** Distance of the farthest seat from the wall, mm. */
  seatDistanceMm: z.number(),
  /** All panels are shown in one window: a wall without hardware. */
  virtual: z.boolean(),
  /** By panel id, and `console` for the operator's screen. */
  seats: z.record(z.string().max(120), SeatSchema),
});
export type Room = z.infer<typeof RoomSchema>;

/** A screen that this machine drives now. */
export type Head = {
  /** This machine's word for it as long as it stays plugged in. */
  readonly id: string;
  readonly connector: string;
  readonly identity: string;
  /** How it is known: by what it says of itself on its cable, by its cable alone, or by the system's own name. */
  readonly known: 'edid' | 'connector' | 'system';
  /** Maker and model for people; empty where unknown. */
  readonly name: string;
  /** On the desktop, CSS px. */
  readonly bounds: {
    readonly xPx: number;
    readonly yPx: number;
    readonly widthPx: number;
    readonly heightPx: number;
  };
  /** Device pixels of one CSS px. */
  readonly scale: number;
  /** How far the system turns its picture, degrees clockwise. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly primary: boolean;
};

/**
 * A screen and its place: a panel's id, `console`, or none. In doubt: a `twin` says the same of itself as another, a
 * `stranger` stands where another was, `no-place` is one too many; the place holds until the operator has answered.
 */
export type SeatedHead = Head & {
  readonly place: string | null;
  readonly doubt: 'twin' | 'stranger' | 'no-place' | null;
};

/** How the room stands: its panels, and the screens of this machine. */
export type Standing = { readonly room: Room; readonly heads: readonly SeatedHead[] };

/** Large numbers on every panel until then, epoch ms. */
export type Identifying = { readonly until: number };
