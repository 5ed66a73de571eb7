import { CircleSlash, History, VideoOff, type LucideIcon } from 'lucide-react';
import { useNow } from '../../replica/clock.ts';
import { useText } from '../../text/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ReplayStanding } from './replayLine.ts';
import { momentWords } from './replayWords.ts';

const icons: Record<Exclude<ReplayStanding['state'], 'live'>, LucideIcon> = {
  connecting: History,
  offline: VideoOff,
  'no-source': CircleSlash,
};

/** What stands where a recorded picture should be: the recording has a gap there, and until when. */
export function ReplayNotice({ standing }: { readonly standing: ReplayStanding }) {
  const text = useText().playback;
  const now = useNow();
  if (standing.state === 'live') return null;
  const words = { connecting: text.opening, offline: text.gap, 'no-source': text.gone }[standing.state];
  return (
    <div className="replay-notice">
      <p>
        <Icon of={icons[standing.state]} />
        <span>{words}</span>
      </p>
      {standing.state === 'offline' && standing.until !== undefined && (
        <p>{text.gapUntil(momentWords(standing.until, now))}</p>
      )}
    </div>
  );
}
