import type { PersonRole } from '../../../domain/access/model.ts';
import { may } from '../../../domain/access/rights.ts';
import { useText } from '../../text/language.ts';
import { Cards } from './Cards.tsx';
import { PlateLog } from './PlateLog.tsx';
import { WatchList } from './WatchList.tsx';
import './events.css';

/** What the analysis of cameras tells: cards of the moment, the log of plates, the plates that are looked for. */
export function EventsDesk({ role }: { readonly role: PersonRole | null }) {
  const text = useText().cameraEvents;
  const maySee = role !== null && may(role, 'plate.see');
  return (
    <section className="events" aria-label={text.title}>
      <Cards role={role} />
      {role !== null && may(role, 'plate.search') ? (
        <PlateLog key={String(maySee)} maySee={maySee} />
      ) : (
        <p className="quiet">{text.noRight}</p>
      )}
      {maySee && <WatchList />}
    </section>
  );
}
