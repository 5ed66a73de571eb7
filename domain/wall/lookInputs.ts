import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';
import { CommandedInput } from './holdInputs.ts';
import { ZoomSchema } from './looksSchema.ts';

const OrderSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('zoom'), cameraId: IdSchema, zoom: ZoomSchema.nullable() }),
  z.object({ do: z.literal('freeze'), cameraId: IdSchema, on: z.boolean() }),
  z.object({ do: z.literal('enlarge'), cameraId: IdSchema.nullable() }),
  z.object({ do: z.literal('pin'), cameraId: IdSchema, on: z.boolean() }),
  z.object({ do: z.literal('release') }),
  z.object({ do: z.literal('page'), step: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ do: z.literal('pause'), on: z.boolean() }),
]);

export const LookInput = CommandedInput.extend({ tileId: IdSchema, order: OrderSchema });

export const ChooseInput = CommandedInput.extend({ cameraId: IdSchema });
