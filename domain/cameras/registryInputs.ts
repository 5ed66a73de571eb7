import { z } from 'zod';
import { IdSchema, readable } from '../kernel/schema.ts';
import { MOST_CELL, MOST_LIST_COLUMNS, ROWS_AT_ONCE } from './limits.ts';

export const BeginInput = z.object({ name: readable(200) });

export const OfImportInput = z.object({ importId: IdSchema });

export const RowsInput = OfImportInput.extend({
  rows: z.array(z.array(z.string().max(MOST_CELL)).max(MOST_LIST_COLUMNS)).max(ROWS_AT_ONCE),
});
