import { ArrowUpFromLine, MoveUpRight } from 'lucide-react';
import { useMemo } from 'react';
import type { Person } from '../../../domain/access/model.ts';
import type { LngLat, NearCamera } from '../../../domain/cameras/near.ts';
import { knownState } from '../../../domain/cameras/check.ts';
import type { KnownCamera } from '../../../domain/cameras/state.ts';
import { useNow } from '../../replica/clock.ts';
import { latestCameraHealth, useWorld } from '../../replica/store.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { carriedBy, type Hand } from '../hand.ts';
import { stateIcons, stateTones } from '../marks.ts';
import { nearestCameras } from './nearest.ts';
import './near.css';

function Row(props: { readonly near: NearCamera<KnownCamera>; readonly hand: Hand }) {
  const { near, hand } = props;
  const { camera, distanceM, sight } = near;
  const words = useText();
  const language = useLanguage();
  const now = useNow();
  const name = useName()(camera.name);
  const state = camera.kind === 'none' ? 'no-source' : knownState(latestCameraHealth(camera.id), now);
  const distance =
    distanceM < 1_000
      ? `${formatNumber(Math.round(distanceM / 10) * 10, 0, language)} m`
      : `${formatNumber(distanceM / 1_000, 1, language)} km`;
  const cargo = { cameraIds: [camera.id], name };
  return (
    <li className="near-row" title={words.put.drag} onPointerDown={carriedBy(hand, cargo)}>
      <span className={`camera-sign tone-${stateTones[state]}`}>
        <Icon of={stateIcons[state]} />
      </span>
      <span className="near-name">
        <strong>{name}</strong>
        <span className="quiet">
          {distance} · {words.near.sights[sight]} · {words.cameras.states[state]}
        </span>
      </span>
      <Button
        icon={MoveUpRight}
        look="quiet"
        disabled={hand.blocked !== null}
        aria-label={words.put.putOf(name)}
        onClick={() => hand.take(cargo, null)}
      >
        {words.put.put}
      </Button>
    </li>
  );
}

/** The cameras nearest to a place, those that look towards it first; all of them on the wall by one key. */
export function NearCameras(props: {
  readonly point: LngLat;
  /** Whose place it is: the key is for the chosen incident's. */
  readonly of: 'incident' | 'place';
  readonly person: Person | null;
  readonly hand: Hand;
}) {
  const { point, of, person, hand } = props;
  const text = useText().near;
  const byId = useWorld((world) => world.cameras.byId);
  const [lng, lat] = point;
  const near = useMemo(() => nearestCameras(byId, person, [lng, lat]), [byId, person, lng, lat]);
  return (
    <section className="near" aria-label={text.titles[of]}>
      <h4>{text.titles[of]}</h4>
      {near.length === 0 && <p className="empty">{text.none}</p>}
      <ul>
        {near.map((each) => (
          <Row key={each.camera.id} near={each} hand={hand} />
        ))}
      </ul>
      {near.length > 0 && (
        <Button
          icon={ArrowUpFromLine}
          {...(of === 'incident' && { keys: 'Q', 'aria-keyshortcuts': 'Q' })}
          disabled={hand.blocked !== null}
          title={hand.blocked ?? undefined}
          onClick={() => hand.putAll(near.map(({ camera }) => camera.id))}
        >
          {text.all(near.length)}
        </Button>
      )}
    </section>
  );
}
