import { CircleDashed, ClockAlert, Newspaper, WifiOff, type LucideIcon } from 'lucide-react';
import type { Dictionary } from '../text/vi.ts';
import type { Figure } from './figure.ts';

/** What a row of a table wears beside its words. */
export type RowMarks = {
  /** That it is sample data, where the table as a whole does not say so. */
  readonly label: string;
  /** How its value stands, beside its age; beside its name where the table has no room for ages. */
  readonly icon: LucideIcon | undefined;
};

function stateIcon(figure: Figure, away: boolean): LucideIcon | undefined {
  if (figure.state === 'missing') return CircleDashed;
  if (figure.printed) return Newspaper;
  if (figure.state === 'stale') return ClockAlert;
  return away ? WifiOff : undefined;
}

/** `labelled`: the table says of all of it that it is sample data. */
export function rowMarks(
  figure: Figure,
  { labelled, away }: { readonly labelled: boolean; readonly away: boolean },
  words: Dictionary,
): RowMarks {
  return {
    label: figure.sample && !labelled ? words.indicators.sampleShort : '',
    icon: stateIcon(figure, away),
  };
}
