import { vietnamClock } from '../../domain/kernel/time.ts';
import { useAway } from './away.ts';
import { useNow } from './clock.ts';
import { useReplica } from './store.ts';
import { spanWords } from '../text/format.ts';
import { useLanguage, useText } from '../text/language.ts';

/** When the incidents were last heard of: the clock while they are renewed, their age while they are not. */
export function useHeardAges(): { readonly ages: readonly string[]; readonly away: boolean } {
  const words = useText();
  const language = useLanguage();
  const now = useNow();
  const away = useAway() !== null;
  const heardAt = useReplica((state) => state.link.lastHeardAt);
  if (heardAt === null) return { ages: [words.clock.neverHeard], away };
  const span = spanWords(Math.max(0, now - heardAt), words.span, language);
  const clock = vietnamClock(heardAt);
  const stale = [words.indicators.stale(span), words.indicators.staleShort(span)];
  return { ages: away ? stale : [words.indicators.asOf(clock), clock], away };
}
