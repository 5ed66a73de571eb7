/** Width of a text in parts of its font size. */
export type TextWidth = (text: string) => number;

function shortened(text: string, mostEm: number, width: TextWidth): string {
  const words = text.split(' ');
  while (words.length > 1 && width(`${words.join(' ')}…`) > mostEm) words.pop();
  let rest = words.join(' ').replace(/[\s,;:–-]+$/, '');
  while (rest.length > 1 && width(`${rest}…`) > mostEm) rest = rest.slice(0, -1);
  return `${rest}…`;
}

/** Breaks a text between words into at most `lines` lines; what is left over ends in an ellipsis. */
export function wrapText(
  text: string,
  { mostEm, lines, width }: { readonly mostEm: number; readonly lines: number; readonly width: TextWidth },
): readonly string[] {
  const wrapped: string[] = [];
  const words = text.split(/\s+/).filter((word) => word !== '');
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || width(longer) <= mostEm) {
      line = longer;
      continue;
    }
    if (wrapped.length === lines - 1) {
      return [...wrapped, shortened(`${line} ${words.slice(index).join(' ')}`, mostEm, width)];
    }
    wrapped.push(line);
    line = word;
  }
  if (line === '') return wrapped;
  return [...wrapped, width(line) <= mostEm ? line : shortened(line, mostEm, width)];
}

const STEP_EM = 0.5;

/** The same in lines of about one length: no last word stands alone below, and the box is no wider than it must be. */
export function wrapEvenly(text: string, room: Parameters<typeof wrapText>[1]): readonly string[] {
  let best = wrapText(text, room);
  if (best.at(-1)?.endsWith('…') === true) return best;
  for (let mostEm = room.mostEm - STEP_EM; mostEm > 0; mostEm -= STEP_EM) {
    const next = wrapText(text, { ...room, mostEm, lines: best.length });
    if (next.at(-1)?.endsWith('…') === true) return best;
    best = next;
  }
  return best;
}
