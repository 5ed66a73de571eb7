import { useEffect, useState } from 'react';
import type { SearchReport } from '../../../domain/cameras/searchCalls.ts';

const LOOK_MS = 400;

/** Follows the search of this console for as long as somebody looks at it; it goes on without. */
export function useSearch(): SearchReport | null {
  const [report, setReport] = useState<SearchReport | null>(null);
  useEffect(() => {
    let over = false;
    let later: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const answer = await window.ioc.call('cameras.readSearch', {});
      if (over) return;
      if (answer.ok) setReport(answer.value);
      later = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(later);
    };
  }, []);
  return report;
}
