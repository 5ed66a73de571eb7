import { z } from 'zod';
import { importColumns } from './columns.ts';
import { CameraInput } from './inputs.ts';
import { MOST_CELL } from './limits.ts';

const CellSchema = z
  .string()
  .max(MOST_CELL)
  .transform((cell) => cell.normalize('NFC').trim());

export const CellsInput = z.object({ cells: z.partialRecord(z.enum(importColumns), CellSchema) });

export const KeepInput = CellsInput.extend({ isNew: z.boolean() });

/** A name with a colon would end where the password begins. */
const LoginSchema = z.object({
  user: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^:]*$/),
  password: z.string().max(500),
});

export const PasswordInput = CameraInput.extend({ login: LoginSchema.nullable() });
