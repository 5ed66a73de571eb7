import { camerasOf, type Registered } from '../../../domain/cameras/choice.ts';
import { panelsOf } from '../../../domain/wall/keys.ts';
import type { PanelSpec, Wall } from '../../../domain/wall/model.ts';

type Register = Readonly<Record<string, Registered>>;

function shows(panel: PanelSpec, cameraId: string, register: Register): boolean {
  if (panel.kind === 'camera') return panel.cameraId === cameraId;
  return panel.kind === 'camera-grid' && camerasOf(panel.from, register).includes(cameraId);
}

/** The scenes of a wall that show a camera, by name or because they ask for such ones. */
export function scenesShowing(
  scenes: Wall['scenes'],
  cameraId: string,
  register: Register,
): readonly Wall['scenes'][string][] {
  return Object.values(scenes).filter(({ tiles }) =>
    Object.values(tiles).some((tile) => panelsOf(tile).some((panel) => shows(panel, cameraId, register))),
  );
}
