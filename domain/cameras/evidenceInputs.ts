import { z } from 'zod';
import { IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { MOST_NOTE } from './evidenceCalls.ts';
import { CameraInput } from './inputs.ts';

const MOST_PICTURE_BYTES = 32 * 1024 * 1024;

const MOST_FILES = 1_000;

const PNG = [0x89, 0x50, 0x4e, 0x47];

export const ClipInput = CameraInput.extend({ from: InstantSchema, to: InstantSchema }).refine(
  ({ from, to }) => from < to,
  'the end after the beginning',
);

export const PictureInput = CameraInput.extend({
  at: InstantSchema,
  live: z.boolean(),
  suspectSince: InstantSchema.exactOptional(),
  png: z
    .instanceof(Uint8Array)
    .refine(
      (bytes) => bytes.length <= MOST_PICTURE_BYTES && PNG.every((byte, index) => bytes[index] === byte),
    ),
});

export const SearchInput = z.object({ text: z.string().max(200), before: InstantSchema.exactOptional() });

export const NamedInput = z.object({ evidenceId: z.string().min(1).max(300) });

export const ReadInput = NamedInput.extend({
  file: z.number().int().min(0).max(MOST_FILES),
  offset: z.number().int().min(0),
});

export const NoteInput = NamedInput.extend({ note: readable(MOST_NOTE) });

export const ExportInput = z.object({ exportId: IdSchema });
