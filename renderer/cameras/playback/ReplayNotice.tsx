import { CircleSlash, History, VideoOff, type LucideIcon } from 'lucide-react';
import { useNow } from '../../replica/clock.ts';
import { useText } from '../../text/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ReplayStanding } from './replayEvents.ts';
import { formatSecond } from '../../text/format.ts';

const icons: Record<Exclude<ReplayStanding['state'], 'live'>, LucideIcon> = {
  connecting: History,
  offline: VideoOff,
  'no-source': CircleSlash,
};

/** What stands where a recorded picture should be: why there is none, and until when; `brief` where there is little room. */
export function ReplayNotice(props: { readonly standing: ReplayStanding; readonly brief?: boolean }) {
  const { standing, brief = false } = props;
  const { playback: text, refusals } = useText();
  const now = useNow();
  if (standing.state === 'live') return null;
  const words = { connecting: text.opening, offline: text.gap, 'no-source': text.gone }[standing.state];
  const reasons = brief ? text.ofVmsShort : refusals;
  const why = standing.why === undefined ? words : reasons[standing.why];
  return (
    <div className="replay-notice">
      <p>
        <Icon of={icons[standing.state]} />
        <span>{why}</span>
      </p>
      {standing.state === 'offline' && standing.until !== undefined && (
        <p>{text.gapUntil(formatSecond(standing.until, now))}</p>
      )}
    </div>
  );
}
