import { useEffect, useRef, useState } from 'react';
import type { CheckLine } from '../../../domain/cameras/check.ts';
import type { CheckReport } from '../../../domain/cameras/checkCalls.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';

const LOOK_MS = 700;

export type Check = {
  readonly report: CheckReport | null;
  readonly lines: readonly CheckLine[];
  readonly refusal: Refusal | null;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Follows the check of all cameras for as long as somebody looks at it; it goes on without. */
export function useCheck(): Check {
  const [report, setReport] = useState<CheckReport | null>(null);
  const [lines, setLines] = useState<readonly CheckLine[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = useRef<{ checkId: string; lines: readonly CheckLine[] }>({ checkId: '', lines: [] });

  useEffect(() => {
    let over = false;
    let later: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const answer = await window.ioc.call('cameras.readCheck', { from: read.current.lines.length });
      if (over) return;
      if (!answer.ok) setRefusal(answer.reason);
      else if (answer.value) take(answer.value);
      later = setTimeout(() => void look(), LOOK_MS);
    };
    function take(next: CheckReport): void {
      const { checkId } = read.current;
      // Another check began: what was read of the last one is not its.
      const fresh = checkId !== next.checkId;
      if (fresh) read.current = { checkId: next.checkId, lines: [] };
      if (!fresh || checkId === '') read.current.lines = [...read.current.lines, ...next.lines];
      setLines(read.current.lines);
      setReport(next);
    }
    void look();
    return () => {
      over = true;
      clearTimeout(later);
    };
  }, []);

  const start = async (): Promise<void> => {
    const answer = await window.ioc.call('cameras.startCheck', {});
    setRefusal(answer.ok ? null : answer.reason);
  };
  return {
    report,
    lines,
    refusal,
    start: () => void start(),
    stop: () => void window.ioc.call('cameras.stopCheck', {}),
  };
}
