import type { Draft, PanelSpec, Scene, Tile, Wall } from '../wall/model.ts';
import type { Document, DocumentType, MimeType } from './model.ts';

const MB = 1_048_576;

/** A file of each type is at most this large, bytes. */
export const MOST_BYTES: Readonly<Record<DocumentType, number>> = {
  picture: 50 * MB,
  pdf: 200 * MB,
  video: 500 * MB,
};

/** A PDF of more pages than this is a book, not a tile: opening it would hold the wall up. */
export const MOST_PAGES = 2_000;

/** Who brought a document that came with the province's content. */
export const BY_THE_PROVINCE = 'province';

/** A file travels from the console to the core in slices of this size, bytes. */
export const SLICE_BYTES = MB;

const types: Readonly<Record<MimeType, DocumentType>> = {
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/webp': 'picture',
  'application/pdf': 'pdf',
  'video/mp4': 'video',
  'video/webm': 'video',
};

export function typeOf(mime: MimeType): DocumentType {
  return types[mime];
}

/**
 * Where a film that began at `from` stands at `now` (both epoch ms), seconds from its beginning; one that does not begin
 * anew stays at its end. All displays that show it stand at the same place.
 */
export function filmSeconds(
  { from, now }: { readonly from: number; readonly now: number },
  { lengthSeconds, loop }: { readonly lengthSeconds: number; readonly loop: boolean },
): number {
  const played = Math.max(0, now - from) / 1_000;
  if (!(lengthSeconds > 0)) return 0;
  return loop ? played % lengthSeconds : Math.min(played, lengthSeconds);
}

/** What all documents take on the disk, bytes. */
export function totalBytes(documents: readonly Pick<Document, 'sizeBytes'>[]): number {
  return documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** The document that a panel shows; undefined for panels that show none. */
export function documentIdOf(panel: PanelSpec): string | undefined {
  const shows = panel.kind === 'picture' || panel.kind === 'pdf' || panel.kind === 'video';
  return shows && panel.documentId !== '' ? panel.documentId : undefined;
}

function tileShows(tile: Tile | null, documentId: string): boolean {
  const specs = tile ? [tile.panel, tile.failover] : [];
  return specs.some((spec) => spec !== undefined && documentIdOf(spec) === documentId);
}

function shows({ tiles }: Scene, documentId: string): boolean {
  return Object.values(tiles).some((tile) => tileShows(tile, documentId));
}

/** What one of a draft's steps put there or took away comes again with undo or redo. */
function isInSteps({ done, undone }: Draft, documentId: string): boolean {
  const patches = [...done, ...undone].flatMap(({ patch, back }) => [patch, back]);
  return patches.some((patch) => Object.values(patch).some((tile) => tileShows(tile, documentId)));
}

/**
 * The scenes of these walls that show a document: on the air, the one to roll back to, kept, or under somebody's hands
 * with all that undo and redo bring again.
 */
export function scenesWith(walls: readonly Wall[], documentId: string): readonly Scene[] {
  return walls.flatMap(({ program, previous, scenes, drafts }) => {
    const standing = [program, previous]
      .flatMap((shown) => (shown ? [shown.scene] : []))
      .concat(Object.values(scenes))
      .filter((scene) => shows(scene, documentId));
    const inHand = Object.values(drafts).filter(
      (draft) => shows(draft.scene, documentId) || isInSteps(draft, documentId),
    );
    return [...standing, ...inHand.map(({ scene }) => scene)];
  });
}
