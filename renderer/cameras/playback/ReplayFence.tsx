import { History } from 'lucide-react';
import { useMemo, useRef, type ReactNode } from 'react';
import type { TileReplay } from '../../../domain/wall/replaying.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { firstFitting, useMeasure } from '../../ui/measure.ts';
import { TileFace } from '../../ui/TileFace.tsx';
import { linePx, type TileSize } from '../../ui/tileLayout.ts';
import { fitOf } from '../fit.ts';
import { ReplayNotice } from './ReplayNotice.tsx';
import { replaySentence, replayWordings } from './replayWords.ts';
import { useReplay } from './useReplay.ts';
import { useReplayPicture } from './useReplayPicture.ts';
import './replay.css';

/** The band's icon and edges, in parts of its type. */
const BAND_SPARE_EM = 2.2;

/** The band over a replay: however small the tile, it says that this is not the present. */
function Band({ replay, place }: { readonly replay: TileReplay; readonly place: TileSize }) {
  const words = useText().playback;
  const now = useNow();
  const measure = useMeasure();
  const room = place.widthPx / place.floorPx - BAND_SPARE_EM;
  const { text } = firstFitting(
    replayWordings(replay, now, words),
    (wording) => measure(wording, 'strong') <= room,
  );
  return (
    <p className="replay-band" style={{ fontSize: place.floorPx, height: linePx(place.floorPx) }}>
      <Icon of={History} />
      <span>{text}</span>
    </p>
  );
}

function Picture({ replay, place }: { readonly replay: TileReplay; readonly place: TileSize }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { standing, picture } = useReplayPicture(replay.cameraId, replay, canvas);
  const fit = picture === null ? 'contain' : fitOf(place, picture);
  return (
    <div className="replay-screen" data-state={standing.state}>
      <canvas ref={canvas} className={`replay-picture fit-${fit}`} width={0} height={0} />
      <ReplayNotice standing={standing} brief />
    </div>
  );
}

function Replay({ replay, place }: { readonly replay: TileReplay; readonly place: TileSize }) {
  const words = useText();
  const language = useLanguage();
  const now = useNow();
  const camera = useWorld((world) => world.cameras.byId[replay.cameraId]);
  const name = camera?.name[language] ?? replay.cameraId;
  const sample = camera?.provenance === 'sample';
  const below = useMemo(() => ({ ...place, heightPx: place.heightPx - linePx(place.floorPx) }), [place]);
  return (
    <div className="replay" role="figure" aria-label={replaySentence(name, replay, now, words.playback)}>
      <Band replay={replay} place={place} />
      <div className="replay-face" style={{ height: below.heightPx }}>
        <TileFace
          place={below}
          titles={[name]}
          frame="attention"
          whose={sample ? [words.cameras.sample, words.cameras.sampleShort] : []}
          whoseIsLabel={sample}
          bleed
        >
          {() => <Picture replay={replay} place={below} />}
        </TileFace>
      </div>
    </div>
  );
}

/**
 * A camera that shows what was, in front of the same camera as it is: the live one stays connected beneath, so that the way
 * back is at once and the recording goes on.
 */
export function ReplayFence(props: {
  readonly tileId: string;
  readonly cameraId: string;
  readonly place: TileSize;
  readonly children: ReactNode;
}) {
  const { tileId, cameraId, place, children } = props;
  const replay = useReplay(tileId, cameraId);
  return (
    <div className="replay-fence">
      <div className="replay-beneath" aria-hidden={replay !== undefined}>
        {children}
      </div>
      {replay && <Replay key={replay.cameraId} replay={replay} place={place} />}
    </div>
  );
}
