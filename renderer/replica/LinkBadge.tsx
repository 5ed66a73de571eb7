import { Unplug, WifiOff } from 'lucide-react';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { useAway } from './away.ts';
import { useNow } from './clock.ts';
import { useReplica } from './store.ts';
import './linkBadge.css';

/** A small mark in the corner while what stands here is not renewed; nothing at all while it is. `floorPx`: smallest type here. */
export function LinkBadge(props: { readonly floorPx?: number }) {
  const words = useText();
  const away = useAway();
  const now = useNow();
  const heardAt = useReplica((state) => state.coreLostAt ?? state.link.lastHeardAt);
  if (away === null) return null;
  const word = away === 'core-lost' ? words.clock.link['core-lost'] : words.clock.link.offline;
  const heard = heardAt === null ? words.clock.neverHeard : words.clock.heard(formatMoment(heardAt, now));
  return (
    <div
      className="link-badge"
      data-over="true"
      role="status"
      aria-label={`${word}, ${heard}`}
      style={props.floorPx ? { fontSize: props.floorPx } : {}}
    >
      <Icon of={away === 'core-lost' ? Unplug : WifiOff} />
      <span>{word}</span>
    </div>
  );
}
