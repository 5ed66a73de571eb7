import type { ReactNode } from 'react';
import { useReplica } from '../replica/store.ts';
import { useText } from '../text/language.ts';
import { formatSecond } from '../text/format.ts';
import { useNow } from '../replica/clock.ts';

/** What stops the console from being a console, and what to do about it; nothing when all is well. `children`: more of it. */
export function AlarmBanner({ children }: { readonly children?: ReactNode }) {
  const text = useText();
  const coreLostAt = useReplica((state) => state.coreLostAt);
  const now = useNow();
  const link = useReplica((state) => state.link.state);
  const sentences = [
    coreLostAt === null ? null : text.console.coreLost(formatSecond(coreLostAt, now)),
    link === 'unauthorised' ? `${text.link.states.unauthorised}. ${text.link.unauthorisedHelp}` : null,
    link === 'other-version' ? `${text.link.states['other-version']}. ${text.link.otherVersionHelp}` : null,
    link === 'refused' ? `${text.link.states.refused}. ${text.link.refusedHelp}` : null,
  ].filter((sentence) => sentence !== null);
  return (
    <div className="alarms" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence} className="console-alarm">
          {sentence}
        </p>
      ))}
      {children}
    </div>
  );
}
