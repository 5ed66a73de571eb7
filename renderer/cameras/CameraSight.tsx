import { Pause } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { MAIN_FROM_PX } from '../../domain/cameras/rules.ts';
import type { CameraState } from '../../domain/cameras/model.ts';
import type { Importance } from '../../domain/cameras/shedding.ts';
import type { Author, TileLook } from '../../domain/wall/looking.ts';
import { useNow } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { firstFitting, useMeasure } from '../ui/measure.ts';
import { TileFace } from '../ui/TileFace.tsx';
import type { TileSize } from '../ui/tileLayout.ts';
import { CameraLayer } from './CameraLayer.tsx';
import { layerKey, type Layer } from './layers.ts';
import { isTrouble, sightMark, stateIcons } from './marks.ts';
import { nameWordings } from './nameWordings.ts';
import { unheard, type Standing } from './player.ts';
import { useLayers } from './useLayers.ts';
import { useRealWidth } from './useRealWidth.ts';
import { useStill } from './useStill.ts';
import { ageWords, frozenWords, sightSentence, stampWords, troubleWords } from './words.ts';
import './camera.css';

/** Icon and edges of a badge, in parts of its type. */
const BADGE_SPARE_EM = 2.4;

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

/** Says over the picture that it stands still, and since when; never left out, however small the cell. */
function FrozenBadge(props: { readonly at: number; readonly isEmpty: boolean; readonly place: TileSize }) {
  const { at, isEmpty, place } = props;
  const words = useText();
  const measure = useMeasure();
  const room = place.widthPx / place.floorPx - BADGE_SPARE_EM;
  const now = useNow();
  const { text } = firstFitting(frozenWords(at, now, words), (each) => measure(each, 'strong') <= room);
  return (
    <div className="camera-frozen">
      <p>
        <Icon of={Pause} />
        <span>{text}</span>
      </p>
      {isEmpty && <p className="gone">{words.cameras.frozenGone}</p>}
    </div>
  );
}

/** Whose picture it is and where it is from. */
function useCameraWords(cameraId: string) {
  const language = useLanguage();
  const { nameless } = useText().cameras;
  const camera = useWorld((world) => world.cameras.byId[cameraId]);
  const unit = useWorld(
    (world) => world.province?.units.find(({ code }) => code === camera?.unit)?.name[language],
  );
  const name = camera?.name[language] ?? nameless;
  return { name, titles: nameWordings(name, unit), sample: camera?.provenance === 'sample' };
}

/** How one camera is shown in a tile or in a cell of it. */
export type SightProps = {
  readonly cameraId: string;
  /** Shown here in a moment: connected, and not seen yet. */
  readonly soonId?: string | null;
  readonly place: TileSize;
  readonly look: Pick<TileLook, 'zooms' | 'frozen'>;
  readonly importance: Importance;
  readonly audible: boolean;
  /** Something goes on there. */
  readonly active: boolean;
  /** One of many: what all of them have in common is said once, around them. */
  readonly isCell: boolean;
  /** Where a tour stands, such as `2/5`. */
  readonly turn?: string | undefined;
  /** `thinned`: it shows a picture only now and then, because this machine is busy. */
  readonly onState: (state: CameraState, thinned: boolean) => void;
};

function useSight({ cameraId, soonId, look }: SightProps) {
  const screen = useRef<HTMLDivElement>(null);
  const widthPx = useRealWidth(screen);
  const scale = look.zooms[cameraId]?.scale ?? 1;
  const layer = (id: string, times: number): Layer | null =>
    widthPx === 0 ? null : { cameraId: id, large: widthPx * times >= MAIN_FROM_PX };
  const soon = soonId === undefined || soonId === null ? null : layer(soonId, 1);
  const layers = useLayers(layer(cameraId, scale), soon);
  const standing = layers.told?.standing ?? unheard;
  const shownId = layers.shown?.cameraId ?? cameraId;
  const frozen: Author | undefined = look.frozen[shownId];
  const paintedAt = standing.state === 'live' ? Date.now() : standing.lastPaintedAt;
  return { screen, layers, standing, shownId, frozen, ...useStill(frozen, screen, paintedAt) };
}

/** One camera: the picture to the edges, its name, and how live it is. A picture that is not live is grey. */
export function CameraSight(props: SightProps) {
  const { place, look, importance, audible, active, isCell, turn, onState } = props;
  const { screen, layers, standing, shownId, frozen, still, copy } = useSight(props);
  const words = useText();
  const language = useLanguage();
  const now = useNow();
  const { name, titles, sample } = useCameraWords(shownId);
  const zoom = look.zooms[shownId];
  const holder = useWorld((world) => world.ptz.holds[shownId]?.name);
  const speech = { words, language };
  const stillAt = frozen && (still?.pictureAt ?? frozen.at);
  const { state, thinned } = standing;
  useEffect(() => onState(state, thinned), [state, thinned, onState]);
  const trouble =
    state === 'no-source'
      ? 'gap'
      : (isTrouble(state) && !thinned) || frozen || active
        ? 'attention'
        : undefined;
  return (
    <div
      className="camera"
      role="figure"
      aria-label={sightSentence(
        name,
        { standing, now, frozenAt: stillAt, zoom: zoom?.scale, holder },
        speech,
      )}
      data-state={frozen ? 'frozen' : thinned && standing.shed === 'keys' ? 'thinned' : state}
    >
      <TileFace
        place={place}
        titles={titles}
        mark={sightMark(
          { standing, frozen: frozen !== undefined, active, holder, zoom: zoom?.scale, turn },
          speech,
        )}
        frame={trouble}
        whose={
          sample && !isCell && standing.lastPaintedAt !== null
            ? [words.cameras.sample, words.cameras.sampleShort]
            : []
        }
        whoseIsLabel={sample}
        ages={frozen || (isCell && state === 'live') ? [] : ageWords(standing, now, speech)}
        bleed
      >
        {() => (
          <div className="camera-screen" ref={screen}>
            {layers.mounted.map((layer) => (
              <CameraLayer
                key={layerKey(layer)}
                layer={layer}
                box={place}
                seen={layers.shown !== null && layerKey(layer) === layerKey(layers.shown)}
                audible={audible}
                importance={look.zooms[layer.cameraId] ? 'focus' : importance}
                zoom={look.zooms[layer.cameraId]}
                onTold={layers.onTold}
              />
            ))}
            {frozen ? (
              <div className="camera-still">
                <canvas ref={copy} hidden={still?.pictureAt === null} />
                <FrozenBadge at={stillAt ?? frozen.at} isEmpty={still?.pictureAt === null} place={place} />
              </div>
            ) : (
              <Notice standing={standing} stamp={stampWords(standing, now, words)} />
            )}
          </div>
        )}
      </TileFace>
    </div>
  );
}
