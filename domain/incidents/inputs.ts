import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';

export const IncidentInput = z.object({ incidentId: IdSchema });
