import { describe, expect, it } from 'vitest';
import type { PublishedFigure } from './model.ts';
import { applyIndicatorsChange, emptyIndicators } from './state.ts';

const both = (text: string) => ({ vi: text, en: text });
const figure = (key: string, text: string): PublishedFigure => ({
  key,
  text,
  place: both('tỉnh Thái Nguyên'),
  source: both('Báo Thái Nguyên'),
  publishedOn: both('01/10/2025'),
  series: [],
});

describe('published figures', () => {
  it('stand beside each other; the same one printed again replaces the older print', () => {
    const state = [figure('growth', '7,1'), figure('poverty', '2,4'), figure('growth', '8,2')].reduce(
      (before, each) => applyIndicatorsChange(before, { type: 'indicators.published', figure: each }),
      emptyIndicators,
    );

    expect(Object.values(state.published).map(({ text }) => text)).toEqual(['8,2', '2,4']);
  });

  it('start over when the topic does, and leave the catalogue alone', () => {
    const before = applyIndicatorsChange(emptyIndicators, {
      type: 'indicators.published',
      figure: figure('growth', '7,1'),
    });

    const after = applyIndicatorsChange(before, {
      type: 'indicators.publishedReset',
      figures: [figure('poverty', '2,4')],
    });

    expect(Object.keys(after.published)).toEqual(['poverty']);
    expect(after.catalogue).toBe(before.catalogue);
  });
});
