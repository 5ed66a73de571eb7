import { LINE_HEIGHT } from '../../domain/wall/legibility.ts';
import type { Face, Measure } from './measure.ts';

export type Wrapped = {
  readonly fontPx: number;
  readonly lines: readonly string[];
  /** True when even the smallest type leaves words out: the last line ends in an ellipsis. */
  readonly cut: boolean;
};

type Room = { readonly widthPx: number; readonly heightPx: number };

/** Words in lines no wider than `widthEm`; a word wider than a line breaks where it must. */
function linesOf(text: string, widthEm: number, width: (text: string) => number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (width(longer) <= widthEm) line = longer;
      else {
        if (line !== '') lines.push(line);
        const pieces = broken(word, widthEm, width);
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1) ?? '';
      }
    }
    return [...lines, line];
  });
}

function broken(word: string, widthEm: number, width: (text: string) => number): readonly string[] {
  if (width(word) <= widthEm) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && width(piece + letter) > widthEm) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

function shortened(line: string, widthEm: number, width: (text: string) => number): string {
  let kept = line;
  while (kept !== '' && width(`${kept}…`) > widthEm) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}

const STEP = 1.06;

/**
 * Wraps text in the largest type between `floorPx` and `wantPx` with which all of it fits the room; at the floor, what
 * does not fit is left out and said so.
 */
export function wrapText(
  text: string,
  room: Room,
  type: { readonly wantPx: number; readonly floorPx: number; readonly face?: Face },
  measure: Measure,
): Wrapped {
  const width = (words: string): number => measure(words, type.face);
  for (let fontPx = Math.round(type.wantPx); ; fontPx = Math.floor(fontPx / STEP)) {
    const size = Math.max(type.floorPx, fontPx);
    const widthEm = room.widthPx / size;
    const lines = linesOf(text, widthEm, width);
    const most = Math.max(1, Math.floor(room.heightPx / (size * LINE_HEIGHT)));
    const wordsWhole = size <= type.floorPx || text.split(/\s+/).every((word) => width(word) <= widthEm);
    if (lines.length <= most && wordsWhole) return { fontPx: size, lines, cut: false };
    if (size > type.floorPx) continue;
    const last = shortened(lines[most - 1] ?? '', widthEm, width);
    return { fontPx: size, lines: [...lines.slice(0, most - 1), last], cut: true };
  }
}
