import { fold } from '../kernel/text.ts';

/** Reads a number as people in Viet Nam and elsewhere write it: `21,5875`, `21.5875`, `90°`. Undefined: it is none. */
export function numberIn(cell: string): number | undefined {
  const text = cell.replace(/[\s°º]|m$/gu, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

const yes = new Set(['co', 'x', '1', 'yes', 'y', 'true', 'dung', 'v']);
const no = new Set(['', 'khong', '0', 'no', 'n', 'false', 'sai', '-']);

/** Reads yes or no; an empty cell is no. Undefined: neither. */
export function flagIn(cell: string): boolean | undefined {
  const word = fold(cell).trim();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

const winds: Readonly<Record<string, number>> = {
  bac: 0,
  'dong bac': 45,
  dong: 90,
  'dong nam': 135,
  nam: 180,
  'tay nam': 225,
  tay: 270,
  'tay bac': 315,
  n: 0,
  ne: 45,
  e: 90,
  se: 135,
  s: 180,
  sw: 225,
  w: 270,
  nw: 315,
};

/** Reads a bearing: degrees from north, clockwise, or a point of the compass such as `Đông Bắc` or `NE`. */
export function bearingIn(cell: string): number | undefined {
  const degrees = numberIn(cell);
  if (degrees !== undefined) return degrees >= 0 && degrees <= 360 ? degrees % 360 : undefined;
  return winds[
    fold(cell)
      .replace(/[\s-]+/g, ' ')
      .replace(/^huong /, '')
      .trim()
  ];
}

/** The entries of a cell that holds several, each once: separated by `;`, `,`, `|` or a new line. */
export function listIn(cell: string): readonly string[] {
  const parts = cell.split(/[;,|\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
