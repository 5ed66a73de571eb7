import type { Limit } from '../../domain/indicators/model.ts';

/** The theme's colours, for canvases that cannot read variables by themselves. */
export type ChartColours = {
  readonly text: string;
  readonly text2: string;
  readonly line: string;
  readonly surface: string;
  readonly limit: Readonly<Record<Limit['severity'], string>>;
};

export function chartColours(element: Element): ChartColours {
  const theme = getComputedStyle(element);
  const colour = (name: string): string => theme.getPropertyValue(name).trim();
  return {
    text: colour('--text'),
    text2: colour('--text-2'),
    line: colour('--line'),
    surface: colour('--surface-1'),
    limit: { attention: colour('--attention'), serious: colour('--serious'), emergency: colour('--serious') },
  };
}

/** Lines are told apart by their dashes, not by colour; in parts of the line's width. */
export const dashes: readonly (readonly number[])[] = [
  [],
  [4, 2],
  [1.2, 1.6],
  [7, 2, 1.2, 2],
  [2, 3],
  [7, 2, 1.2, 2, 1.2, 2],
];
