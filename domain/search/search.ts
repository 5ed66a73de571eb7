import { fold } from '../kernel/text.ts';

/** Something that can be found: its name, and further words that lead to it, such as its kind. */
export type Findable = { readonly name: string; readonly also: string };

/** What is found by name and words, made once for many searches. */
export type SearchIndex<Item extends Findable> = readonly {
  readonly item: Item;
  /** Folded, each with a space before it, so that ` ph` finds the beginning of a word. */
  readonly name: string;
  readonly all: string;
}[];

function words(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}

export function searchIndex<Item extends Findable>(items: readonly Item[]): SearchIndex<Item> {
  return items.map((item) => ({ item, name: words(item.name), all: words(`${item.name} ${item.also}`) }));
}

/** How well a word fits: begins the name, begins a word of it, begins a word that leads there, stands inside a word; 0 not at all. */
function fit({ name, all }: SearchIndex<Findable>[number], word: string): number {
  if (name.startsWith(` ${word}`)) return 4;
  if (name.includes(` ${word}`)) return 3;
  if (all.includes(` ${word}`)) return 2;
  return word.length > 1 && all.includes(word) ? 1 : 0;
}

/**
 * Finds what fits all words of the question, marks and capitals aside, đ as d: `camera phu ly` finds the camera at Phủ Lý.
 * The best fit comes first, then the shorter name; equal ones keep their order.
 */
export function search<Item extends Findable>(
  index: SearchIndex<Item>,
  question: string,
  limit: number,
): readonly Item[] {
  const asked = words(question).trim().split(' ');
  if (asked[0] === '') return index.slice(0, limit).map(({ item }) => item);
  const found = index.flatMap((entry) => {
    let score = 0;
    for (const word of asked) {
      const one = fit(entry, word);
      if (one === 0) return [];
      score += one;
    }
    return [{ entry, score }];
  });
  found.sort((a, b) => b.score - a.score || a.entry.name.length - b.entry.name.length);
  return found.slice(0, limit).map(({ entry }) => entry.item);
}
