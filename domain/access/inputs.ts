import { z } from 'zod';
import { IdSchema, LanguageSchema, named } from '../kernel/schema.ts';
import { PersonRoleSchema } from './model.ts';

const PinSchema = z.string().max(64);

export const EnterInput = z.object({ personId: IdSchema, pin: PinSchema });

export const AddPersonInput = z.object({
  name: named(120),
  role: PersonRoleSchema,
  pin: PinSchema,
});

export const ChooseLanguageInput = z.object({ language: LanguageSchema });

export const PersonInput = z.object({ personId: IdSchema });

export const ChangePinInput = PersonInput.extend({ pin: PinSchema, currentPin: PinSchema.exactOptional() });
