import type { Camera } from './model.ts';
import type { CameraChoice } from './tileSpec.ts';

/** What the rules of tiles know of a camera. */
export type Registered = Pick<Camera, 'id' | 'unit' | 'tags' | 'groups' | 'restricted'>;

function fits(camera: Registered, choice: Exclude<CameraChoice, { by: 'list' }>): boolean {
  switch (choice.by) {
    case 'group':
      return camera.groups.includes(choice.group);
    case 'tag':
      return camera.tags.includes(choice.tag);
    case 'unit':
      return camera.unit === choice.unit;
    case 'all':
      return true;
  }
}

/**
 * The cameras of a choice, each once, as they stand in the list or the register. A restricted camera comes on a wall only
 * where somebody named it, never by a query.
 */
export function camerasOf(
  choice: CameraChoice,
  register: Readonly<Record<string, Registered>>,
): readonly string[] {
  if (choice.by === 'list') return [...new Set(choice.cameraIds)];
  return Object.values(register).flatMap((camera) =>
    !camera.restricted && fits(camera, choice) ? [camera.id] : [],
  );
}
