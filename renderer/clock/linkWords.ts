import type { LinkState } from '../../domain/contract/port.ts';
import { formatMoment } from '../text/format.ts';
import type { Dictionary } from '../text/vi.ts';

/** How this window stands with the province, in a word and in a sentence. */
export type LinkWords = {
  readonly live: boolean;
  readonly word: string;
  /** Since when its data stands, or null while it is renewed. */
  readonly heard: string | null;
};

/** The core comes before the link: without it nobody knows how the link stands. */
export function linkWords(
  { link, coreLostAt }: { readonly link: LinkState; readonly coreLostAt: number | null },
  now: number,
  { clock: say }: Dictionary,
): LinkWords {
  const heard = link.lastHeardAt === null ? say.neverHeard : say.heard(formatMoment(link.lastHeardAt, now));
  if (coreLostAt !== null)
    return { live: false, word: say.link['core-lost'], heard: say.heard(formatMoment(coreLostAt, now)) };
  if (link.state === 'live') return { live: true, word: say.link.live, heard: null };
  return { live: false, word: say.link[link.state], heard };
}
