import type { Camera, CameraKind } from './model.ts';

/** The cameras of the province. Their health is a reading, not a fact: it travels beside the World. */
export type CamerasState = {
  readonly byId: Readonly<Record<string, Camera & { readonly kind: CameraKind }>>;
};

export const emptyCameras: CamerasState = { byId: {} };

export type CamerasChange = {
  readonly type: 'cameras.catalogueSet';
  readonly cameras: readonly (Camera & { readonly kind: CameraKind })[];
};

export function applyCamerasChange(_state: CamerasState, change: CamerasChange): CamerasState {
  return { byId: Object.fromEntries(change.cameras.map((camera) => [camera.id, camera])) };
}
