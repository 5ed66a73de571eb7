import { cameraForBounds, pointOnTile, type MapCamera, type PxRect } from '../../domain/map/mercator.ts';
import type { LngLat } from '../../domain/map/model.ts';
import { useText } from '../text/language.ts';
import { archipelagos, COUNTRY, outline } from './geography.ts';
import { rectStyle } from './rectStyle.ts';

/** Width by height of the country's bounds in mercator. */
const COUNTRY_ASPECT = 0.92;

function pathOf(
  rings: readonly (readonly (readonly number[])[])[],
  project: (place: LngLat) => string,
): string {
  return rings
    .map(
      (ring) => `M${ring.map(([longitude = 0, latitude = 0]) => project([longitude, latitude])).join('L')}Z`,
    )
    .join('');
}

/** The country in small, with Hoàng Sa and Trường Sa named, where the map itself shows another part of it. */
export function MapInset(props: {
  readonly rect: PxRect;
  readonly floorPx: number;
  /** What the map shows: its middle is marked. */
  readonly camera: MapCamera;
}) {
  const text = useText().map;
  const { rect, floorPx } = props;
  // The country stands at the left, as high as the inset; the names take the room right of it.
  const country = { widthPx: rect.heightPx * COUNTRY_ASPECT, heightPx: rect.heightPx };
  const camera = cameraForBounds(COUNTRY, country);
  const point = (place: LngLat) => pointOnTile(place, camera, country);
  const project = (place: LngLat): string => {
    const { xPx, yPx } = point(place);
    return `${xPx.toFixed(1)} ${yPx.toFixed(1)}`;
  };
  const here = point(props.camera.centre);
  return (
    <div className="map-inset" style={rectStyle(rect)} aria-hidden="true">
      <svg width={rect.widthPx} height={rect.heightPx}>
        {outline.features.map(({ properties, geometry }) => (
          <path
            key={properties.name}
            className={`map-inset-${properties.kind}`}
            d={pathOf(geometry.coordinates, project)}
          />
        ))}
        {archipelagos.flatMap(({ islands }) =>
          islands.map((island) => {
            const { xPx, yPx } = point(island);
            return (
              <circle key={island.join()} className="map-inset-atoll" cx={xPx} cy={yPx} r={floorPx * 0.035} />
            );
          }),
        )}
        <circle className="map-inset-here" cx={here.xPx} cy={here.yPx} r={floorPx * 0.3} />
      </svg>
      {archipelagos.map(({ id, islands }, index) => {
        const left = Math.max(...islands.map((island) => point(island).xPx)) + floorPx * 0.35;
        const top = (rect.heightPx / archipelagos.length) * index;
        return (
          <div
            key={id}
            className="map-inset-name"
            style={{ left, top, height: rect.heightPx / archipelagos.length }}
          >
            {text.archipelagos[id].map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
        );
      })}
    </div>
  );
}
