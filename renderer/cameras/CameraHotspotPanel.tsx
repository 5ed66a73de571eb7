import { useEffect } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { CameraSight } from './CameraSight.tsx';
import { ReplayFence } from './playback/ReplayFence.tsx';
import { useReplay } from './playback/useReplay.ts';
import { useActive, useLook } from './useLook.ts';
import { useSourceTold } from './useSourceTold.ts';

/** The camera that was chosen last, or where an alarm is new: large, and connected before the one before it goes. */
export default function CameraHotspotPanel(props: PanelProps<'camera-hotspot'>) {
  const { tile, spec, place, audible, onReady, onSource } = props;
  const words = useText();
  const look = useLook(tile);
  const active = useActive();
  const cameraId = look.hot?.cameraId;
  const replaying = useReplay(tile.id, cameraId ?? '') !== undefined;
  const onState = useSourceTold({ onReady, onSource }, replaying);
  useEffect(() => {
    if (cameraId !== undefined) return;
    onReady();
    onSource(false);
  }, [cameraId, onReady, onSource]);
  if (cameraId === undefined) {
    return (
      <TileFace place={place} titles={[words.cameras.hotspotTitle]} frame="gap">
        {() => <p className="camera-none">{words.cameras.hotspotNone[spec.follows]}</p>}
      </TileFace>
    );
  }
  return (
    <div className="camera-hotspot" role="group" aria-label={words.cameras.hotspotTitle}>
      <ReplayFence tileId={tile.id} cameraId={cameraId} place={place}>
        <CameraSight
          cameraId={cameraId}
          place={place}
          look={look}
          importance="focus"
          audible={audible}
          active={active.includes(cameraId)}
          isCell={false}
          onState={onState}
        />
      </ReplayFence>
    </div>
  );
}
