import { useEffect, useState } from 'react';
import type { CameraBudget } from '../../domain/cameras/calls.ts';

const ASK_EVERY_MS = 2_000;

/** How much moving picture this machine shows, asked for every two seconds; null while nobody knows. */
export function useBudget(): CameraBudget | null {
  const [budget, setBudget] = useState<CameraBudget | null>(null);
  useEffect(() => {
    let over = false;
    const ask = async (): Promise<void> => {
      const answer = await window.ioc.call('cameras.budget', {});
      if (!over) setBudget(answer.ok ? answer.value : null);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);
  return budget;
}
