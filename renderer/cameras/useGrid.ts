import { useEffect, useMemo, useState } from 'react';
import { camerasOf } from '../../domain/cameras/choice.ts';
import { gridShape, gridView, type GridShape, type GridView } from '../../domain/cameras/grid.ts';
import type { CameraGridSpec } from '../../domain/cameras/tileSpec.ts';
import { same } from '../../domain/kernel/same.ts';
import { FLOOR_ARC_MINUTES, heightForArcMm } from '../../domain/wall/legibility.ts';
import type { TileLook } from '../../domain/wall/looking.ts';
import { turnOf } from '../../domain/wall/lookRules.ts';
import type { Tile } from '../../domain/wall/model.ts';
import { useReplayed } from './playback/useReplay.ts';
import { useReplica, useWorld } from '../replica/store.ts';

/** Grids look at the clock at every full tenth of a second: windows that share a clock turn together. */
const STEP_MS = 100;

/** Calls at each full step of the clock; returns the function that stops. */
function everyStep(look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    timer = setTimeout(
      () => {
        look();
        next();
      },
      STEP_MS - (Date.now() % STEP_MS),
    );
  };
  next();
  return () => clearTimeout(timer);
}

/** The cameras that a grid draws from. */
export function useGridCameras(spec: CameraGridSpec): readonly string[] {
  const register = useWorld((world) => world.cameras.byId);
  return useMemo(() => camerasOf(spec.from, register), [spec, register]);
}

function useShape(spec: CameraGridSpec, tile: Pick<Tile, 'area'>, cameras: number): GridShape {
  const wallId = useReplica((state) => state.window?.wallId);
  const seatMm = useWorld((world) =>
    wallId === undefined ? undefined : world.walls[wallId]?.canvas.seatDistanceMm,
  );
  return useMemo(() => {
    const capitalMm = heightForArcMm(FLOOR_ARC_MINUTES, seatMm ?? 0);
    return gridShape(spec.cells, tile.area, { cameras, capitalMm });
  }, [spec, tile, cameras, seatMm]);
}

/** What a grid shows now: the same in every window, for all reckon from one World and one clock. */
export function useGrid(spec: CameraGridSpec, tile: Tile, look: TileLook): GridView {
  const cameraIds = useGridCameras(spec);
  const lookedBack = useReplayed(tile.id).length > 0;
  const shape = useShape(spec, tile, cameraIds.length);
  const viewNow = useMemo(() => {
    const forward = look.cells.map(({ cameraId }) => cameraId);
    const turn = turnOf(look, lookedBack);
    return () => gridView(spec, shape, { cameraIds, turn, forward, now: Date.now() });
  }, [spec, shape, cameraIds, look, lookedBack]);
  const [view, setView] = useState(viewNow);
  const turns = view.pages > 1;
  useEffect(() => {
    const step = (): void =>
      setView((before) => {
        const next = viewNow();
        return same(before, next) ? before : next;
      });
    step();
    return turns ? everyStep(step) : undefined;
  }, [viewNow, turns]);
  return view;
}
