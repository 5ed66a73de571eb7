import type { PanelProps } from '../panels/definition.ts';
import { CameraSight } from './CameraSight.tsx';
import { ReplayFence } from './playback/ReplayFence.tsx';
import { useReplay } from './playback/useReplay.ts';
import { useActive, useLook } from './useLook.ts';
import { useSourceTold } from './useSourceTold.ts';

/** One live camera. */
function LiveCamera({ tile, spec, place, audible, onReady, onSource }: PanelProps<'camera'>) {
  const look = useLook(tile);
  const active = useActive();
  const replaying = useReplay(tile.id, spec.cameraId) !== undefined;
  const onState = useSourceTold({ onReady, onSource }, replaying);
  const isActive = active.includes(spec.cameraId);
  return (
    <CameraSight
      cameraId={spec.cameraId}
      place={place}
      look={look}
      importance="normal"
      audible={audible}
      active={isActive}
      isCell={false}
      onState={onState}
    />
  );
}

/** One camera tile: the present, or what was where somebody looks back. */
export default function CameraPanel(props: PanelProps<'camera'>) {
  const { tile, spec, place } = props;
  return (
    <ReplayFence tileId={tile.id} cameraId={spec.cameraId} place={place}>
      <LiveCamera {...props} />
    </ReplayFence>
  );
}
