import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';
import { DocumentIdSchema, DocumentNameSchema } from './model.ts';
import { MOST_BYTES, MOST_PAGES, SLICE_BYTES } from './rules.ts';

export const BeginInput = z.object({
  name: DocumentNameSchema,
  sizeBytes: z
    .number()
    .int()
    .min(1)
    .max(2 * MOST_BYTES.video),
  pages: z.number().int().min(1).max(MOST_PAGES).exactOptional(),
});

export const SliceInput = z.object({
  importId: IdSchema,
  offset: z.number().int().min(0),
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= SLICE_BYTES),
});

export const ImportInput = z.object({ importId: IdSchema });

export const DeleteInput = z.object({ documentId: DocumentIdSchema });
