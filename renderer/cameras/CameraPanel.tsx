import { useEffect, useRef } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { useNow } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { TileFace } from '../ui/TileFace.tsx';
import { fitOf } from './fit.ts';
import { cameraMark, isStill, isTrouble, stateIcons } from './marks.ts';
import type { Standing } from './player.ts';
import { useCamera } from './useCamera.ts';
import { ageWords, cameraSentence, stampWords, troubleWords } from './words.ts';
import { ReplayFence } from './playback/ReplayFence.tsx';
import { useReplay } from './playback/useReplay.ts';
import './camera.css';

/** What stands where a live picture should be: the state in words, and the date of the picture that is still seen. */
function Notice(props: { readonly standing: Standing; readonly stamp: string | null }) {
  const { standing, stamp } = props;
  const words = useText();
  const speaksForItself =
    standing.state === 'live' || (standing.state === 'stale' && standing.lastPaintedAt !== null);
  if (speaksForItself) return null;
  const why = troubleWords(standing, words);
  return (
    <div className="camera-notice">
      <p>
        <Icon of={stateIcons[standing.state]} />
        <span>{words.cameras.states[standing.state]}</span>
      </p>
      {why !== null && <p>{why}</p>}
      {stamp !== null && <p>{stamp}</p>}
    </div>
  );
}

/** One live camera: the picture to the tile's edges, its name, and how live it is. A picture that is not live is grey. */
function LiveCamera({ tile, spec, place, audible, onReady, onSource }: PanelProps<'camera'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useText();
  const language = useLanguage();
  const now = useNow();
  const camera = useWorld((world) => world.cameras.byId[spec.cameraId]);
  const sourceless = camera === undefined || camera.kind === 'none';
  const opened = useCamera(
    { cameraId: spec.cameraId, widthPx: place.widthPx, wanted: !sourceless, audible, importance: 'normal' },
    canvas,
  );
  const standing: Standing = sourceless
    ? { state: 'no-source', since: 0, lastPaintedAt: null, shed: 'full' }
    : opened.standing;
  const { state } = standing;
  const still = isStill(standing);
  const name = camera?.name[language] ?? spec.cameraId;
  const fit = opened.picture === null ? 'contain' : fitOf(place, opened.picture);
  const sample = camera?.provenance === 'sample' && standing.lastPaintedAt !== null;

  const replaying = useReplay(tile.id, spec.cameraId) !== undefined;
  useEffect(() => {
    if (state === 'connecting') return;
    onReady();
    // Who looks back at a camera that is gone wants to see that, and no substitute.
    onSource(state === 'live' || still || replaying);
  }, [state, still, replaying, onReady, onSource]);

  return (
    <div
      className="camera"
      role="figure"
      aria-label={cameraSentence(name, { standing, now }, { words, language })}
      data-state={state}
    >
      <TileFace
        place={place}
        titles={[name]}
        mark={cameraMark(standing, words)}
        frame={state === 'no-source' ? 'gap' : isTrouble(state) && !still ? 'attention' : undefined}
        whose={sample ? [words.cameras.sample, words.cameras.sampleShort] : []}
        whoseIsLabel={sample}
        ages={ageWords(standing, now, { words, language })}
        bleed
      >
        {() => (
          <div className="camera-screen">
            <canvas ref={canvas} className={`camera-picture fit-${fit}`} width={0} height={0} />
            <Notice standing={standing} stamp={stampWords(standing, now, words)} />
          </div>
        )}
      </TileFace>
    </div>
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
