import {
  CircleAlert,
  CircleCheck,
  CircleOff,
  LoaderCircle,
  OctagonAlert,
  type LucideIcon,
} from 'lucide-react';
import type { LinkState } from '../../../domain/contract/port.ts';
import { useNow } from '../../replica/clock.ts';
import { useReplica } from '../../replica/store.ts';
import { formatMoment } from '../../text/format.ts';
import { useText } from '../../text/language.ts';
import { useAgo } from '../../text/useAgo.ts';
import { Icon } from '../../ui/Icon.tsx';

const marks: Record<LinkState['state'], LucideIcon> = {
  live: CircleCheck,
  connecting: LoaderCircle,
  offline: CircleOff,
  unauthorised: OctagonAlert,
  'other-version': OctagonAlert,
  refused: CircleAlert,
};

/** How this machine stands with the province, since when, and how old the data is. */
export function LinkStatus() {
  const text = useText();
  const { ago } = useAgo();
  const now = useNow();
  const { state, since, lastHeardAt, waitingOrders } = useReplica((replica) => replica.link);
  const coreLostAt = useReplica((replica) => replica.coreLostAt);
  if (coreLostAt !== null) {
    return (
      <div className="link offline" role="group" aria-label={text.link.label}>
        <Icon of={CircleOff} size="large" />
        <span>
          <strong>{text.link.unknown}</strong>
          <br />
          <span className="quiet">{text.link.coreAway(formatMoment(coreLostAt, now))}</span>
        </span>
      </div>
    );
  }
  const heard = lastHeardAt === null ? text.link.never : text.link.dataOf(formatMoment(lastHeardAt, now));
  const age =
    state === 'live' && lastHeardAt !== null
      ? text.link.heard(ago(now - lastHeardAt))
      : [since > 0 ? text.link.since(formatMoment(since, now)) : '', heard].filter(Boolean).join(', ');
  return (
    <div className={`link ${state}`} role="group" aria-label={text.link.label}>
      <Icon of={marks[state]} size="large" />
      <span>
        <strong>{text.link.states[state]}</strong>
        <br />
        <span className="quiet">{age}</span>
      </span>
      <span className={waitingOrders > 0 ? 'orders waiting' : 'orders quiet'}>
        {text.console.waitingOrders(waitingOrders)}
      </span>
    </div>
  );
}
