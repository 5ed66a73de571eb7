import { agoTenths, agoWords } from './ago.ts';
import { useLanguage, useText } from './language.ts';

/** Writes ages (ms) in the window's language; `tenths` for ages that matter to the tenth of a second. */
export function useAgo(): {
  readonly ago: (ageMs: number) => string;
  readonly tenths: (ageMs: number) => string;
} {
  const words = useText().ago;
  const language = useLanguage();
  return {
    ago: (ageMs) => agoWords(ageMs, words, language),
    tenths: (ageMs) => agoTenths(ageMs, words, language),
  };
}
