import { camerasOf } from '../../domain/cameras/choice.ts';
import { turnsAt } from '../../domain/cameras/grid.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { LookCalls } from '../../domain/wall/lookCalls.ts';
import { ChooseInput, LookInput } from '../../domain/wall/lookInputs.ts';
import {
  broughtClose,
  looked,
  lookOf,
  turnOf,
  type LookOrder,
  type LookRefusal,
} from '../../domain/wall/lookRules.ts';
import type { Author, TileLook } from '../../domain/wall/looking.ts';
import type { PanelSpec, Tile, Wall } from '../../domain/wall/model.ts';
import { isLookedBack } from '../../domain/wall/replays.ts';
import { turnedTo } from '../../domain/wall/shownCameras.ts';
import { nameOf } from '../kernel/author.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Receipts } from './receipts.ts';

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly receipts: Receipts;
};

/** Turning camera tiles by hand: what is done to a tile holds until it shows something else. */
export function createLooks({ hub, clock, receipts }: Needs): Handlers<keyof LookCalls> {
  /** The cameras that a tile may show. */
  function shownIn(panel: PanelSpec): readonly string[] {
    const register = hub.world().cameras.byId;
    if (panel.kind === 'camera') return [panel.cameraId];
    if (panel.kind === 'camera-hotspot') return Object.keys(register);
    return panel.kind === 'camera-grid' ? camerasOf(panel.from, register) : [];
  }

  /** How the tile stands before an order: turned to the camera that is to be looked at closely. */
  function standing(wall: Wall, tile: Tile, order: LookOrder, author: Author): TileLook {
    const cameraId = broughtClose(order);
    const register = hub.world().cameras.byId;
    const turned = cameraId === null ? null : turnedTo(wall, tile, register, { cameraId, ...author });
    return turned?.look ?? lookOf(wall.looks, tile);
  }

  return {
    'wall.look': {
      allowed: ['console'],
      parse: (raw) => LookInput.parse(raw),
      run: ({ wallId, commandId, tileId, order }, { person }) =>
        receipts.once<LookRefusal>({ wallId, commandId }, (wall) => {
          const tile = wall.program === null ? undefined : own(wall.program.scene.tiles, tileId);
          if (tile === undefined) return refuse('tile-unknown');
          const by = nameOf(person);
          const at = clock.now();
          const author = { by, at };
          const before = standing(wall, tile, order, author);
          const { panel } = tile;
          const outcome = looked(before, order, {
            author,
            turns:
              panel.kind === 'camera-grid'
                ? turnsAt(turnOf(before, isLookedBack(wall.hold, tileId)), panel.dwellS * 1_000, at)
                : null,
            shown: shownIn(panel),
          });
          if (!outcome.ok) return outcome;
          receipts.carryOut(wall, { commandId, kind: 'look', by }, (commanded) => [
            { type: 'wall.looked', wallId, tileId, look: outcome.value, by },
            { type: 'wall.commanded', ...commanded },
          ]);
          return accept(null);
        }),
    },
    'wall.chooseCamera': {
      allowed: ['console'],
      parse: (raw) => ChooseInput.parse(raw),
      run: ({ wallId, commandId, cameraId }, { person }) =>
        receipts.once<'camera-unknown'>({ wallId, commandId }, (wall) => {
          if (own(hub.world().cameras.byId, cameraId) === undefined) return refuse('camera-unknown');
          const by = nameOf(person);
          const chosen = { cameraId, by, at: clock.now() };
          receipts.carryOut(wall, { commandId, kind: 'choose', by }, (commanded) => [
            { type: 'wall.cameraChosen', wallId, chosen },
            { type: 'wall.commanded', ...commanded },
          ]);
          return accept(null);
        }),
    },
  };
}
