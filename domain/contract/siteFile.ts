import { z } from 'zod';
import { PersonRoleSchema } from '../access/model.ts';
import { CameraSourceSchema } from '../cameras/model.ts';
import { BilingualSchema, IdSchema, readable } from '../kernel/schema.ts';
import { inBoth } from '../kernel/text.ts';
import { WebOriginSchema } from '../web/model.ts';
import { ADDRESS_RULE, isAllowedAddress } from './backendAddress.ts';

const PanelSizeSchema = z.object({
  widthMm: z.number().positive().max(10_000),
  heightMm: z.number().positive().max(10_000),
  bezelMm: z.number().min(0).max(100),
});

/** One screen of the room, found by its identity: EDID maker and serial where there are, else the connector. */
const FixedDisplaySchema = z.object({
  match: z.string().min(1).max(120),
  order: z.number().int().min(1).max(64),
  xMm: z.number(),
  yMm: z.number(),
  widthMm: z.number().positive(),
  heightMm: z.number().positive(),
  bezelMm: z.number().min(0).max(100),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
});

/** One screen hangs at one place, and one place has one number. */
function eachOnce(field: 'match' | 'order') {
  return z.superRefine<readonly z.infer<typeof FixedDisplaySchema>[]>((panels, context) => {
    panels.forEach((panel, index) => {
      const first = panels.findIndex((other) => other[field] === panel[field]);
      if (first === index) return;
      const message = inBoth(
        `${field} riêng: ${panel[field]} đã là panels[${first}]`,
        `its own ${field}: ${panel[field]} is panels[${first}] already`,
      );
      context.addIssue({ code: 'custom', path: [index, field], message });
    });
  });
}

/** `config/sites/<id>.json`: the room itself. It holds no secret; secrets live in the machine's vault. */
export const SiteFileSchema = z.object({
  id: IdSchema,
  name: BilingualSchema,
  province: IdSchema,
  wallId: IdSchema,
  /** Distance of the farthest seat from the wall, mm. */
  seatDistanceMm: z.number().min(500).max(50_000),
  displays: z.discriminatedUnion('arrangement', [
    /** Every display but the primary one is a wall panel of this size, placed as the desktop places it. */
    z.object({ arrangement: z.literal('as-connected'), panel: PanelSizeSchema }),
    z.object({
      arrangement: z.literal('fixed'),
      panels: z.array(FixedDisplaySchema).min(1).max(64).check(eachOnce('match'), eachOnce('order')),
    }),
    /** A wall without hardware: all panels in one window. */
    z.object({
      arrangement: z.literal('virtual'),
      columns: z.number().int().min(1).max(8),
      rows: z.number().int().min(1).max(8),
      panel: PanelSizeSchema.extend({
        widthPx: z.number().int().min(320).max(7_680),
        heightPx: z.number().int().min(200).max(4_320),
      }),
      /** One window per panel, on one screen: for benches and trials. */
      windows: z.enum(['one', 'each']).default('one'),
    }),
    /** A console alone: another machine drives the wall named by `wallId`, and is reached through the backend. */
    z.object({ arrangement: z.literal('remote') }),
  ]),
  backend: z.object({
    /** `wss://…`; plain `ws://` is allowed to this machine alone. */
    url: z.string().max(500).refine(isAllowedAddress, ADDRESS_RULE),
    caFile: z.string().max(1_000).optional(),
  }),
  map: z
    .object({ pack: z.string().max(1_000).optional(), mapbox: z.boolean().default(false) })
    .default({ mapbox: false }),
  /** A wall window that holds more memory is opened anew, unseen, one at a time; how often they are looked at. */
  windowMemory: z
    .object({
      mostMb: z.number().int().min(50).max(100_000),
      lookEveryS: z.number().int().min(2).max(3_600),
    })
    .default({ mostMb: 1_500, lookEveryS: 60 }),
  /** A picture of the province's emblem for covered displays: a PNG or an SVG that only draws. */
  emblem: z.string().max(1_000).optional(),
  cameras: z.record(IdSchema, CameraSourceSchema).default({}),
  /** So many cameras are connected at once, 48 unless told: more only where network and machine bear it. */
  mostCameras: z.number().int().min(1).max(256).optional(),
  /** What the shown cameras gave last stays on this machine, sealed; 0 minutes: nothing is recorded. */
  recording: z
    .object({
      minutes: z.number().int().min(0).max(1_440),
      perCameraMb: z.number().int().min(1).max(1_000_000),
      totalMb: z.number().int().min(1).max(10_000_000),
    })
    .default({ minutes: 10, perCameraMb: 512, totalMb: 16_384 }),
  /** Clips and stills that were taken out stay on this machine, sealed, so long and no more than this in all. */
  evidence: z
    .object({
      days: z.number().int().min(1).max(3_650),
      budgetMb: z.number().int().min(1).max(10_000_000),
    })
    .default({ days: 400, budgetMb: 20_000 }),
  retention: z
    .object({
      journalDays: z.number().int().min(1).max(3_650),
      historyDays: z.number().int().min(1).max(3_650),
      /** Who did what is kept longer than what was shown. */
      auditDays: z.number().int().min(30).max(3_650).default(400),
      /** What cameras told, by kind; plates are personal data. */
      cameraEventDays: z
        .object({
          plate: z.number().int().min(1).max(366).default(30),
          jam: z.number().int().min(1).max(3_650).default(30),
          crowd: z.number().int().min(1).max(3_650).default(30),
          smoke: z.number().int().min(1).max(3_650).default(90),
        })
        .default({ plate: 30, jam: 30, crowd: 30, smoke: 90 }),
    })
    .default({
      journalDays: 30,
      historyDays: 30,
      auditDays: 400,
      cameraEventDays: { plate: 30, jam: 30, crowd: 30, smoke: 90 },
    }),
  web: z
    .object({
      /** Where pages on the wall may come from, and everything they load: `https://dashboard.example.vn`. */
      origins: z.array(WebOriginSchema).max(100),
    })
    .default({ origins: [] }),
  documents: z
    .object({
      /** All documents together take no more than this on the disk, MB. */
      budgetMb: z.number().int().min(1).max(1_000_000),
    })
    .default({ budgetMb: 20_000 }),
  /** Only in a demonstration: people whose PINs are printed on the sign-in screen, the one on duty first. */
  demonstrationPeople: z
    .array(
      z.object({
        name: readable(120),
        role: PersonRoleSchema,
        pin: z.string().regex(/^\d{4,12}$/),
      }),
    )
    .max(7)
    .default([]),
});
export type SiteFile = z.infer<typeof SiteFileSchema>;
