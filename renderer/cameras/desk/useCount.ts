import { formatNumber } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';

/** Whole numbers as they are read: `2.000`. */
export function useCount(): (count: number) => string {
  const language = useLanguage();
  return (count) => formatNumber(count, 0, language);
}
