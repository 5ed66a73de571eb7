import { describe, expect, it } from 'vitest';
import type { Measure } from './measure.ts';
import { fitFoot, fitHead, tileLayout, type TileSize } from './tileLayout.ts';

/** Half the font size for each letter: near enough to the real face. */
const measure: Measure = (text) => text.length * 0.5;
const none = { whoseExtraEm: 0, ageExtraEm: 0, maxLines: 1 } as const;

function aTile(over: Partial<TileSize> = {}): TileSize {
  return { widthPx: 623, heightPx: 343, floorPx: 50, ...over };
}

describe('a tile', () => {
  it.each([
    ['a ninth of a display', aTile()],
    ['a tall third', aTile({ heightPx: 1055 })],
    ['a whole display', aTile({ widthPx: 1895, heightPx: 1055 })],
    ['four displays', aTile({ widthPx: 3790, heightPx: 2110 })],
    ['a room 12 m deep', aTile({ floorPx: 119 })],
    ['a sliver', aTile({ widthPx: 120, heightPx: 60 })],
  ])('as %s has no type below the floor', (_name, size) => {
    const { titlePx, footPx } = tileLayout(size);
    expect(Math.min(titlePx, footPx)).toBeGreaterThanOrEqual(size.floorPx);
  });

  it('looks the same on a wall drawn at half the size', () => {
    const half = tileLayout(aTile({ widthPx: 312, heightPx: 172, floorPx: 25 }));
    const whole = tileLayout(aTile());
    expect([half.titlePx / 25, half.hasFoot, half.titleLines]).toEqual([
      whole.titlePx / 50,
      whole.hasFoot,
      whole.titleLines,
    ]);
  });
});

describe('tiles beside each other', () => {
  it('have their titles on one line, low ones and a tall one of the same width', () => {
    const tall = tileLayout(aTile({ heightPx: 1055 }));
    const low = tileLayout(aTile());

    expect([tall.padYPx, tall.padXPx, tall.titlePx]).toEqual([low.padYPx, low.padXPx, low.titlePx]);
  });
});

describe('the head of a tile', () => {
  const layout = tileLayout(aTile());

  it('leaves the word of the mark out before the title is cut', () => {
    const head = fitHead(
      layout,
      { titles: ['Hồ sơ quá hạn lâu'], word: 'Nghiêm trọng', quiet: false },
      measure,
    );
    expect(head).toEqual({ title: 'Hồ sơ quá hạn lâu', mark: 'icon', lines: 1 });
  });

  it('takes the short title before an ellipsis', () => {
    const titles = ['Tỷ lệ giải quyết hồ sơ đúng hạn', 'Giải quyết đúng hạn'];
    expect(fitHead(layout, { titles, word: undefined, quiet: true }, measure).title).toBe(
      'Giải quyết đúng hạn',
    );
  });

  it('gives the place of a quiet mark to a title that needs it', () => {
    const titles = ['Sông Cầu tại Gia Bảy A'];
    expect(fitHead(layout, { titles, word: 'Công bố', quiet: true }, measure).mark).toBe('none');
  });

  it('breaks the full title over two lines on a tall tile', () => {
    const tall = tileLayout(aTile({ heightPx: 1055 }));
    const titles = ['Mực nước sông Cầu tại Gia Bảy', 'Sông Cầu'];
    expect(fitHead(tall, { titles, word: undefined, quiet: true }, measure)).toMatchObject({
      title: titles[0],
      lines: 2,
    });
  });
});

describe('the foot of a tile', () => {
  const layout = tileLayout(aTile());

  it('keeps the words of the source and shortens the age', () => {
    const foot = fitFoot(
      layout,
      { whose: ['Số liệu mẫu', 'Mẫu'], ages: ['cập nhật 14:05', '14:05'], ...none },
      measure,
    );
    expect(foot).toEqual({ whose: 'Số liệu mẫu', age: '14:05', lines: 1 });
  });

  it('leaves out whose before how fresh', () => {
    const foot = fitFoot(
      layout,
      { whose: ['Sở Nông nghiệp và Môi trường'], ages: ['14:05'], ...none },
      measure,
    );
    expect(foot).toEqual({ whose: '', age: '14:05', lines: 1 });
  });

  it('puts both on two lines where there is room below each other', () => {
    const foot = fitFoot(
      layout,
      { whose: ['Sở Khoa học và CN'], ages: ['cập nhật 14:05'], ...none, maxLines: 2 },
      measure,
    );
    expect(foot.lines).toBe(2);
  });

  it('is left out on a tile that has room for what and how much alone', () => {
    const low = tileLayout(aTile({ heightPx: 200 }));
    expect(fitFoot(low, { whose: ['Sở Y tế'], ages: ['14:05'], ...none }, measure).lines).toBe(0);
  });
});
