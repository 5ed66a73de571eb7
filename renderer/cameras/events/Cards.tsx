import type { PersonRole } from '../../../domain/access/model.ts';
import { may } from '../../../domain/access/rights.ts';
import {
  activeEvents,
  isSkewed,
  keptUntil,
  knownSince,
  type CameraEventKind,
} from '../../../domain/cameras/events.ts';
import { vietnamDate } from '../../../domain/kernel/time.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { formatMoment } from '../../text/format.ts';
import { useName, useText } from '../../text/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EventPicture } from './EventPicture.tsx';
import { kindIcons } from './marks.ts';

/** Whoever may look back sees what a camera showed; the picture of a plate only whoever may see plates. */
function maySeePicture(role: PersonRole | null, kind: CameraEventKind): boolean {
  return role !== null && may(role, 'camera.lookBack') && (kind !== 'plate' || may(role, 'plate.see'));
}

/** What somebody should look at now, the most pressing first, with its picture and how long it is kept. */
export function Cards({ role }: { readonly role: PersonRole | null }) {
  const text = useText().cameraEvents;
  const nameOf = useName();
  const now = useNow();
  const events = useWorld((world) => world.cameraEvents);
  const cameras = useWorld((world) => world.cameras.byId);
  const active = activeEvents(events, now);
  return (
    <section className="events-part" aria-label={text.now}>
      <h3>{text.now}</h3>
      {active.length === 0 && <p className="quiet">{text.quiet}</p>}
      <ul className="events-list">
        {active.map((event) => {
          const { id, kind, cameraId, at, confidence, provenance, plate, watch } = event;
          const camera = cameras[cameraId];
          const since = text.since(formatMoment(at, now));
          const known = formatMoment(knownSince(event), now);
          return (
            <li key={id} className="events-card">
              <Icon of={kindIcons[kind]} />
              {maySeePicture(role, kind) && <EventPicture event={event} />}
              <span>
                <strong>{plate ?? text.kinds[kind]}</strong> {camera ? nameOf(camera.name) : cameraId}
                {watch && <span className="events-why">{watch.reason}</span>}
              </span>
              <span className="quiet">
                {isSkewed(event) ? text.byItsClock(since, known) : since} ·{' '}
                {text.confidence(Math.round(confidence * 100))}
                {events.days && ` · ${text.keptUntil(vietnamDate(keptUntil(event, events.days)))}`}
                {provenance === 'sample' && ` · ${text.sample}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
