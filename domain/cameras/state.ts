import type { Camera, CameraKind } from './model.ts';

/** A camera of the catalogue, with the kind of source that this room has for it. */
export type KnownCamera = Camera & { readonly kind: CameraKind };

/** The cameras of the province. Their health is a reading, not a fact: it travels beside the World. */
export type CamerasState = {
  readonly byId: Readonly<Record<string, KnownCamera>>;
  /** The last change of the registry that can be taken back. */
  readonly lastImport: ImportNote | null;
};

/** How the registry came to change: a list, cameras found on the network, or one camera at the desk. */
export type ImportKind = 'list' | 'found' | 'added' | 'edited' | 'removed';

/** What is told of a change of the registry. */
export type ImportNote = {
  /** Absent for a list that an older product took in. */
  readonly what?: ImportKind;
  readonly importId: string;
  readonly at: number;
  readonly by: string;
  /** The list's file; of one camera its name. */
  readonly file: string;
  readonly fresh: number;
  readonly changed: number;
};

export const emptyCameras: CamerasState = { byId: {}, lastImport: null };

export type CamerasChange =
  | {
      readonly type: 'cameras.catalogueSet';
      readonly cameras: readonly KnownCamera[];
      /** Absent in what an older product wrote down. */
      readonly lastImport?: ImportNote | null;
    }
  /** A list came in, or was taken back: these cameras are new or other than before, those are gone. */
  | {
      readonly type: 'cameras.registered';
      readonly cameras: readonly KnownCamera[];
      readonly gone: readonly string[];
      readonly lastImport: ImportNote | null;
    };

/** What an older product did not keep of a camera. */
const unsaid = { tags: [], groups: [], ptz: false, restricted: false };

function whole(cameras: readonly KnownCamera[]): CamerasState['byId'] {
  return Object.fromEntries(cameras.map((camera) => [camera.id, { ...unsaid, ...camera }]));
}

export function applyCamerasChange(state: CamerasState, change: CamerasChange): CamerasState {
  const { lastImport = null } = change;
  if (change.type === 'cameras.catalogueSet') return { byId: whole(change.cameras), lastImport };
  const gone = new Set(change.gone);
  const kept = Object.entries(state.byId).filter(([id]) => !gone.has(id));
  return { byId: { ...Object.fromEntries(kept), ...whole(change.cameras) }, lastImport };
}
