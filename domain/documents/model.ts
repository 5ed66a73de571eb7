import { z } from 'zod';
import { readable } from '../kernel/schema.ts';
import { inBoth } from '../kernel/text.ts';

/** A document's id is the sha256 of its bytes, in hex: the same file is the same document. */
export const DocumentIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A tile that waits for its document names none yet. */
const ChosenDocumentSchema = z.union([DocumentIdSchema, z.literal('')]);

export type DocumentType = 'picture' | 'pdf' | 'video';

export type MimeType =
  'image/png' | 'image/jpeg' | 'image/webp' | 'application/pdf' | 'video/mp4' | 'video/webm';

/** A file that this machine keeps, encrypted, for its walls. */
export type Document = {
  readonly id: string;
  readonly name: string;
  readonly mime: MimeType;
  readonly sizeBytes: number;
  /** Of a PDF. */
  readonly pages?: number | undefined;
  /** Of a picture. */
  readonly widthPx?: number | undefined;
  readonly heightPx?: number | undefined;
  readonly by: string;
  /** When it was taken in, epoch ms. */
  readonly at: number;
};

export const DocumentNameSchema = readable(200).refine(
  (name) => name.trim() !== '',
  inBoth('một tên', 'a name'),
);

/** A file that the province brings with its content, in the folder beside its own file. */
export const ProvinceDocumentSchema = z.object({
  sha256: DocumentIdSchema,
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  name: DocumentNameSchema,
  /** Of a PDF. */
  pages: z.number().int().min(1).max(2_000).optional(),
});
export type ProvinceDocument = z.infer<typeof ProvinceDocumentSchema>;

export const PictureSpecSchema = z.object({
  kind: z.literal('picture'),
  documentId: ChosenDocumentSchema,
  /** `cover` fills the tile and cuts the edges off. */
  fit: z.enum(['contain', 'cover']).default('contain'),
});

export const PdfSpecSchema = z.object({
  kind: z.literal('pdf'),
  documentId: ChosenDocumentSchema,
  page: z.number().int().min(1).max(2_000).default(1),
});

export const VideoSpecSchema = z.object({
  kind: z.literal('video'),
  documentId: ChosenDocumentSchema,
  loop: z.boolean().default(true),
});
