import { describe, expect, it } from 'vitest';
import { MOST_PAGES } from '../../domain/web/limits.ts';
import { choosePages } from './choosing.ts';

const [ON, DUE, BEFORE] = [0, 1, 2];

function pages(name: string, rank: number, count: number) {
  return Array.from({ length: count }, (_, at) => ({ name: `${name}${at}`, rank }));
}

function countOf(list: readonly { readonly name: string }[], name: string): number {
  return list.filter((page) => page.name.startsWith(name)).length;
}

describe('more pages than a window may have', () => {
  it('never reach the shell: its refusal would leave the pages before over the new scene', () => {
    const before = pages('before', BEFORE, 10);
    const { chosen, full } = choosePages([...before, ...pages('on', ON, 10)], MOST_PAGES);
    expect(chosen).toHaveLength(MOST_PAGES);
    expect([countOf(chosen, 'on'), countOf(chosen, 'before')]).toEqual([10, 6]);
    expect(full).toEqual([]);
  });

  it('are cut from what was on before, then from what is to come', () => {
    const { chosen } = choosePages(
      [...pages('before', BEFORE, 4), ...pages('due', DUE, 8), ...pages('on', ON, 12)],
      MOST_PAGES,
    );
    expect(['on', 'due', 'before'].map((name) => countOf(chosen, name))).toEqual([12, 4, 0]);
  });

  it('of the scene that is on leave the last without a page, and those are known', () => {
    const { chosen, full } = choosePages(
      [...pages('due', DUE, 3), ...pages('on', ON, MOST_PAGES + 2)],
      MOST_PAGES,
    );
    expect(countOf(chosen, 'on')).toBe(MOST_PAGES);
    expect(full.map(({ name }) => name)).toEqual(['on16', 'on17']);
  });

  it('keep their page once they have it: who comes later finds no room', () => {
    const first = pages('on', ON, MOST_PAGES);
    expect(choosePages([...first, ...pages('late', ON, 1)], MOST_PAGES).chosen).toEqual(first);
  });
});

it('pages that all find room are all sent', () => {
  const { chosen, full } = choosePages([...pages('on', ON, 2), ...pages('before', BEFORE, 2)], MOST_PAGES);
  expect([chosen.length, full.length]).toEqual([4, 0]);
});
