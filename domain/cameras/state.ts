import type { Camera, CameraKind } from './model.ts';

/** A camera of the catalogue, with the kind of source that this room has for it. */
export type KnownCamera = Camera & { readonly kind: CameraKind };

/** The cameras of the province. Their health is a reading, not a fact: it travels beside the World. */
export type CamerasState = {
  readonly byId: Readonly<Record<string, KnownCamera>>;
};

export const emptyCameras: CamerasState = { byId: {} };

export type CamerasChange = {
  readonly type: 'cameras.catalogueSet';
  readonly cameras: readonly KnownCamera[];
};

/** What an older product did not keep of a camera. */
const unsaid = { tags: [], groups: [], ptz: false, restricted: false };

export function applyCamerasChange(_state: CamerasState, change: CamerasChange): CamerasState {
  return { byId: Object.fromEntries(change.cameras.map((camera) => [camera.id, { ...unsaid, ...camera }])) };
}
