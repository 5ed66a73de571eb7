import { useCallback, useEffect, useState } from 'react';
import type { Calls, Refusal } from '../../../domain/contract/calls.ts';
import type { EvidenceRow } from '../../../domain/cameras/evidenceCalls.ts';

/** Typing asks once it rests, ms. */
const REST_MS = 250;

type Found = Extract<Calls['cameras.searchEvidence']['output'], { ok: true }>['value'];

/** What is kept and bears these words, newest first. */
export function useEvidence(text: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      void window.ioc.call('cameras.searchEvidence', { text }).then((answer) => {
        if (over) return;
        setRefusal(answer.ok ? null : answer.reason);
        setFound(answer.ok ? answer.value : null);
      });
    }, REST_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text, asked]);

  const more = async (): Promise<void> => {
    const before = found?.rows.at(-1)?.at;
    if (found === null || before === undefined) return;
    const answer = await window.ioc.call('cameras.searchEvidence', { text, before });
    if (answer.ok) setFound({ ...answer.value, rows: [...found.rows, ...answer.value.rows] });
  };

  return {
    found,
    refusal,
    again: useCallback(() => setAsked((before) => before + 1), []),
    more: () => void more(),
    replace: (row: EvidenceRow): void =>
      setFound(
        (before) =>
          before && { ...before, rows: before.rows.map((each) => (each.id === row.id ? row : each)) },
      ),
  };
}
