import { withLook } from './lookRules.ts';
import type { Looks, TileLook } from './looking.ts';
import type { Wall } from './model.ts';

export type LookChange =
  /** An operator turned a camera tile: the whole of it as it is now. */
  | {
      readonly type: 'wall.looked';
      readonly wallId: string;
      readonly tileId: string;
      readonly look: TileLook;
      readonly by: string;
    }
  | {
      readonly type: 'wall.cameraChosen';
      readonly wallId: string;
      readonly chosen: NonNullable<Looks['chosen']>;
    }
  /** Events moved cameras forward or let them go. */
  | {
      readonly type: 'wall.camerasMoved';
      readonly wallId: string;
      readonly active: readonly string[];
      readonly tiles: Readonly<Record<string, TileLook>>;
    };

/** The wall after its camera tiles were turned. */
export function applyLookChange(wall: Wall, step: LookChange): Wall {
  const { looks } = wall;
  switch (step.type) {
    case 'wall.looked':
      return { ...wall, looks: withLook(looks, step.tileId, step.look) };
    case 'wall.cameraChosen':
      return { ...wall, looks: { ...looks, chosen: step.chosen } };
    case 'wall.camerasMoved': {
      const moved = Object.entries(step.tiles).reduce((all, [id, look]) => withLook(all, id, look), looks);
      return { ...wall, looks: { ...moved, active: step.active } };
    }
  }
}
