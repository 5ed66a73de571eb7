import { useCallback } from 'react';
import type { CameraState } from '../../domain/cameras/model.ts';
import type { PanelProps } from '../panels/definition.ts';

/** Tells a tile's frame how its one camera stands: that it is ready to be seen, and whether its source lives. */
export function useSourceTold(
  { onReady, onSource }: Pick<PanelProps<'camera'>, 'onReady' | 'onSource'>,
  replaying: boolean,
): (state: CameraState, thinned: boolean) => void {
  return useCallback(
    (state, thinned) => {
      if (state === 'connecting') return;
      onReady();
      // Who looks back at a camera that is gone wants to see that, and no substitute.
      onSource(state === 'live' || thinned || replaying);
    },
    [replaying, onReady, onSource],
  );
}
