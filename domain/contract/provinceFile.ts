import { z } from 'zod';
import { CameraSchema } from '../cameras/model.ts';
import { TrafficLightSchema } from '../cameras/sightings.ts';
import { ProvinceDocumentSchema } from '../documents/model.ts';
import { IndicatorSchema } from '../indicators/model.ts';
import { BilingualSchema, IdSchema, PlaceSchema } from '../kernel/schema.ts';
import { PlansSchema } from '../schedule/model.ts';
import { UnitCodeSchema, UnitSchema } from '../units/model.ts';
import { SceneTemplateSchema } from '../wall/model.ts';

/** `config/provinces/<id>.json`: the content of a room; the same file serves every room of the province. */
export const ProvinceFileSchema = z.object({
  id: IdSchema,
  unit: UnitCodeSchema,
  name: BilingualSchema,
  centre: BilingualSchema,
  units: z.array(UnitSchema).min(1).max(5_000),
  map: z.object({ centre: PlaceSchema, zoom: z.number().min(0).max(20) }),
  indicators: z.array(IndicatorSchema).max(5_000),
  cameras: z.array(CameraSchema).max(5_000),
  /** Traffic lights that are looked at on the map; never commanded. */
  lights: z.array(TrafficLightSchema).max(2_000).default([]),
  documents: z.array(ProvinceDocumentSchema).max(200).default([]),
  scenes: z.array(SceneTemplateSchema).min(1).max(200),
  /** What a wall shows the first time it is switched on. */
  startScene: IdSchema,
  /** Tours and the calendar that every room of the province starts with. */
  plans: PlansSchema.default({ tours: [], entries: [] }),
});
export type ProvinceFile = z.infer<typeof ProvinceFileSchema>;
