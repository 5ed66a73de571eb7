import { z } from 'zod';
import { IdSchema, readable } from '../kernel/schema.ts';
import { UnitCodeSchema } from '../units/model.ts';

/** What a person is in this room: quản trị, trưởng ca, trực ban (người vận hành), kỹ thuật viên, lãnh đạo, khách, xã/phường. */
export const PersonRoleSchema = z.enum([
  'administrator',
  'shift-leader',
  'operator',
  'technician',
  'leader',
  'guest',
  'commune',
]);
export type PersonRole = z.infer<typeof PersonRoleSchema>;

/** What a token is worth at the backend: said by the server, never by the client. */
export const GrantSchema = z.object({
  /** The core that drives a wall, a console elsewhere, a system that brings data, a system that commands walls. */
  role: z.enum(['wall', 'console', 'ingest', 'api']),
  unit: UnitCodeSchema,
  wallIds: z.array(IdSchema).max(64),
  /** Whoever commands with this token may do no more than this role; absent: an operator. */
  actsAs: PersonRoleSchema.optional(),
  /** What a system is called where its commands are written down. */
  name: readable(120).optional(),
});
export type Grant = z.infer<typeof GrantSchema>;

/** One thing that a person may do, or may not. */
export type Right =
  | 'wall.take'
  /** Drafts, and the scenes kept from them. */
  | 'wall.edit'
  /** Freeze, cover, sound, pen: the keys of the moment. */
  | 'wall.hold'
  /** Lock a scene, and change a locked one. */
  | 'scene.lock'
  | 'schedule.edit'
  /** Panels of the room, its import and export. */
  | 'room.edit'
  | 'incident.acknowledge'
  /** Take camera lists in and back. */
  | 'camera.edit'
  /** Connect to every camera, one after another, to see which of them work. */
  | 'camera.check'
  /** See the cameras that not everybody may see. */
  | 'camera.restricted'
  /** Look into the log of plates, masked. */
  | 'plate.search'
  /** See whole plates, and say which ones are looked for; each look is written down. */
  | 'plate.see'
  /** Turn a camera, keep its presets and rounds. */
  | 'camera.ptz'
  /** Make people known at a console, as far as one's own rights go, and take them from its list. */
  | 'people.keep'
  /** Give anybody a new PIN. */
  | 'people.renewPin'
  | 'audit.read'
  /** See what a camera showed before now. */
  | 'camera.lookBack'
  /** Take pictures of cameras out of this machine: a clip, a still. */
  | 'evidence.export'
  /** Take the control of a wall from another console. */
  | 'control.take';

export const PersonSchema = z.object({
  id: IdSchema,
  name: readable(120),
  role: PersonRoleSchema,
  /** Two roles of which neither holds the other: only what both may do. Said by the backend alone; `role` is then a lesser one. */
  bounds: z.tuple([PersonRoleSchema, PersonRoleSchema]).exactOptional(),
});
export type Person = z.infer<typeof PersonSchema>;

/** The kind of window behind a port: bound by the shell when it admits the window, never said by the window. */
export type WindowKind = 'wall' | 'console';
