import { describe, expect, it } from 'vitest';
import type { Tile, TilePatch } from '../../../domain/wall/model.ts';
import { createLiveLine } from './liveLine.ts';

const tile = (xMm: number): Tile => ({
  id: 'a',
  layer: 'base',
  area: { xMm, yMm: 0, widthMm: 100, heightMm: 100 },
  panel: { kind: 'clock' },
  priority: 2,
});

/** A wall that answers each take when the test says so. */
function slowWall() {
  const sent: TilePatch[] = [];
  const answers: ((taken: boolean) => void)[] = [];
  const line = createLiveLine((patch) => {
    sent.push(patch);
    return new Promise((answer) => answers.push(answer));
  });
  const answer = async (taken: boolean): Promise<void> => {
    answers.shift()?.(taken);
    await new Promise((settled) => setTimeout(settled));
  };
  return { line, sent, answer };
}

describe('editing live', () => {
  it('loses no edit that is made while a take is under way: they go together with the next', async () => {
    const { line, sent, answer } = slowWall();
    const all = [
      line.add({ patch: { a: tile(1) }, back: { a: tile(0) } }),
      line.add({ patch: { a: tile(2) }, back: { a: tile(1) } }),
      line.add({ patch: { b: tile(9) }, back: { b: null } }),
    ];

    await answer(true);
    await answer(true);

    expect(sent).toEqual([{ a: tile(1) }, { a: tile(2), b: tile(9) }]);
    expect(await Promise.all(all)).toEqual([true, true, true]);
  });

  it('sends nothing of a tile that came and went while a take was under way', async () => {
    const { line, sent, answer } = slowWall();
    const first = line.add({ patch: { a: tile(1) }, back: { a: tile(0) } });
    void line.add({ patch: { b: tile(9) }, back: { b: null } });
    void line.add({ patch: { b: null }, back: { b: tile(9) } });

    await answer(true);

    expect(await first).toBe(true);
    expect(sent).toEqual([{ a: tile(1) }]);
  });

  it('takes a tile away that the wall has, though it was moved meanwhile', async () => {
    const { line, sent, answer } = slowWall();
    void line.add({ patch: { b: tile(1) }, back: { b: tile(0) } });
    void line.add({ patch: { a: tile(2) }, back: { a: tile(1) } });
    void line.add({ patch: { a: null }, back: { a: tile(2) } });

    await answer(true);

    expect(sent[1]).toEqual({ a: null });
  });

  it('ends with the first edit that is refused, and begins anew after it', async () => {
    const { line, sent, answer } = slowWall();
    const first = line.add({ patch: { a: tile(1) }, back: { a: tile(0) } });
    const second = line.add({ patch: { a: tile(2) }, back: { a: tile(1) } });

    await answer(false);

    expect(await Promise.all([first, second])).toEqual([false, false]);
    expect(sent).toHaveLength(1);
    void line.add({ patch: { a: tile(3) }, back: { a: tile(0) } });
    expect(sent[1]).toEqual({ a: tile(3) });
  });
});
