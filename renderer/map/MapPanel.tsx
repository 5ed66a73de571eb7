import { CloudAlert, Map as MapIcon, WifiOff } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { countByLook, type CameraMark, type CameraSpot } from '../../domain/map/cameraMarks.ts';
import { countBySeverity, type IncidentMarker } from '../../domain/map/markers.ts';
import { pointOnTile } from '../../domain/map/mercator.ts';
import type { MapSite } from '../../domain/map/model.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useHeardAges } from '../replica/useHeardAges.ts';
import { useWorld } from '../replica/store.ts';
import { useName, useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import { TileFace, type TileMark } from '../ui/TileFace.tsx';
import { baseMapOf, type BaseMap } from './baseMap.ts';
import { legendFits } from './furniture.ts';
import { mapHealth, type MapHealth } from './health.ts';
import { LayerList } from './LayerList.tsx';
import { useCameraMarks, useLightMarks } from './layerMarks.ts';
import type { LightMark } from './lightSource.ts';
import { mapBands } from './mapFace.ts';
import { MapInset } from './MapInset.tsx';
import { mapFrame, mapLayout, type MapFrame } from './mapLayout.ts';
import { MapLegend } from './MapLegend.tsx';
import { MarkerList } from './MarkerList.tsx';
import { useMapSite, useSceneCamera, useStandingMarks } from './mapSources.ts';
import { MapPulses, MapTexts, PlainMarks } from './MapTexts.tsx';
import { placeNames } from './placeNames.ts';
import { rectStyle } from './rectStyle.ts';
import { useMapEngine, type MapPainted } from './useMapEngine.ts';
import './map.css';

type Props = PanelProps<'map'>;

/** Where the map looks, given what the tile's head and foot cover. */
function useFrame({ spec, place }: Props, base: BaseMap): MapFrame {
  const text = useText().map;
  const measure = useMeasure();
  const scene = useSceneCamera(spec);
  const { ages, away } = useHeardAges();
  const { credits } = mapHealth(base, {}, text);
  const { headPx, footPx } = mapBands(place, { whose: credits, ages, hasIcon: away }, measure);
  return useMemo(() => mapFrame(place, scene, { headPx, footPx }), [place, scene, headPx, footPx]);
}

/** What stands on the map; computed again only when something of it changed. */
function useStanding(
  { spec, place }: Props,
  frame: MapFrame,
  on: {
    readonly markers: readonly IncidentMarker[];
    readonly painted: MapPainted;
    readonly cameras: readonly CameraMark[];
    readonly lights: readonly LightMark[];
    readonly together: readonly CameraSpot[];
  },
) {
  const { markers, painted, cameras, lights, together } = on;
  const text = useText().map;
  const measure = useMeasure();
  const nameOf = useName();
  const province = useWorld((world) => world.province);
  const { zoom } = useSceneCamera(spec);
  const { names: pack } = painted;
  const { floorPx } = place;
  const counts = useMemo(() => countBySeverity(markers), [markers]);
  const looks = useMemo(() => countByLook(cameras), [cameras]);
  const hasSamples = [markers, cameras, lights].some((all) => all.some(({ sample }) => sample));
  const countedRows = counts.length + looks.length + (lights.length > 0 ? 1 : 0) + (hasSamples ? 1 : 0);
  // With a row for the incidents outside, what an outline means is explained where there is room for both.
  const explains = legendFits(countedRows + 2, frame.clear, floorPx);
  const known = explains ? markers.find((marker) => marker.known) : undefined;
  const legendRows = countedRows + (known ? 1 : 0);
  const names = useMemo(
    () =>
      placeNames({
        ownCode: province?.unit ?? '',
        units: province?.units ?? [],
        pack,
        sceneZoom: zoom,
        nameOf,
      }),
    [province, pack, zoom, nameOf],
  );
  const { archipelagos: archipelagoLines } = text;
  // Changes once, when the product's face is loaded and texts are measured instead of guessed.
  const face = measure('Ệ', 'strong');
  const lightWords = useMemo(
    () => lights.map(({ look, ...light }) => ({ ...light, word: text.lightLooks[look] })),
    [lights, text],
  );
  const layout = useMemo(
    () =>
      mapLayout({
        frame,
        floorPx,
        markers,
        names,
        lights: lightWords,
        spots: together.map(({ point }) => point),
        legendRows,
        archipelagoLines,
        measure,
      }),
    [frame, floorPx, markers, names, lightWords, together, legendRows, archipelagoLines, measure, face],
  );
  return { counts, looks, known, hasSamples, layout };
}

function healthMark({ word, broken }: MapHealth): TileMark | undefined {
  if (word === undefined) return undefined;
  return broken ? { icon: CloudAlert, word, tone: 'attention' } : { icon: MapIcon, word, tone: 'quiet' };
}

function SitedMap(props: Props & { readonly site: MapSite }) {
  const { place, onReady, site, spec } = props;
  const words = useText();
  const container = useRef<HTMLDivElement>(null);
  const base = useMemo(() => baseMapOf(site), [site]);
  const ownCode = useWorld((world) => world.province?.unit ?? '');
  const frame = useFrame(props, base);
  const { floorPx } = place;
  const cameras = useCameraMarks(spec.cameras === true);
  const lights = useLightMarks(spec.lights === true);
  const { markers, spots: together } = useStandingMarks(props, frame, cameras);
  const painted = useMapEngine(container, {
    site,
    base,
    ownCode,
    frame,
    markers,
    spots: together,
    lights,
    floorPx,
  });
  const { counts, looks, known, hasSamples, layout } = useStanding(props, frame, {
    markers,
    painted,
    cameras,
    lights,
    together,
  });
  const health = mapHealth(base, painted.troubles, words.map);
  const { ages, away } = useHeardAges();
  const failed = painted.engine === null && painted.troubles.maplibre !== undefined;
  const ready = painted.idle || failed;
  useEffect(() => {
    if (ready) onReady();
  }, [ready, onReady]);
  const spots = markers.map((marker) => ({
    ...marker,
    ...pointOnTile(marker.point, frame.camera, frame.tile),
  }));
  return (
    <div
      className="map"
      style={{ fontSize: place.floorPx }}
      data-health={health.codes}
      data-engine={painted.engine ?? 'none'}
      data-idle={painted.idle}
    >
      <TileFace
        place={place}
        titles={[words.panels.map]}
        mark={healthMark(health)}
        whose={health.credits}
        ages={ages}
        ageIcon={away ? WifiOff : undefined}
        bleed
      >
        {() => (
          <div className="map-ground" aria-hidden="true">
            <div className="map-canvas" style={rectStyle(frame.part)} ref={container} />
            <MapPulses spots={spots.filter(({ pulsing }) => pulsing)} />
            {painted.idle ? null : <PlainMarks spots={spots} />}
            <MapTexts labels={layout.labels} floorPx={place.floorPx} />
            {layout.inset ? (
              <MapInset rect={layout.inset} floorPx={place.floorPx} camera={frame.camera} />
            ) : null}
            <MapLegend
              rect={layout.legend}
              compact={layout.compact}
              counts={counts}
              outside={layout.outside}
              known={known}
              looks={looks}
              lights={lights.length}
              hasSamples={hasSamples}
            />
          </div>
        )}
      </TileFace>
      <MarkerList markers={markers} painted={painted.incidents} />
      <LayerList spots={together} lights={lights} painted={painted} />
    </div>
  );
}

/** The incident map of one tile, or of the part of it that this display shows. */
export default function MapPanel(props: Props) {
  const words = useText();
  const site = useMapSite();
  if (site) return <SitedMap {...props} site={site} />;
  return (
    <TileFace place={props.place} titles={[words.panels.map]} bleed>
      {() => <div className="map-ground" />}
    </TileFace>
  );
}
