import type { Indicator, PublishedFigure } from './model.ts';

/** The facts of the room: what the indicators are, and the published figures. Readings travel beside the World. */
export type IndicatorsState = {
  readonly catalogue: Readonly<Record<string, Indicator>>;
  readonly published: Readonly<Record<string, PublishedFigure>>;
};

export const emptyIndicators: IndicatorsState = { catalogue: {}, published: {} };

export type IndicatorsChange =
  | { readonly type: 'indicators.catalogueSet'; readonly indicators: readonly Indicator[] }
  | { readonly type: 'indicators.published'; readonly figure: PublishedFigure }
  | { readonly type: 'indicators.publishedReset'; readonly figures: readonly PublishedFigure[] };

export function applyIndicatorsChange(state: IndicatorsState, change: IndicatorsChange): IndicatorsState {
  switch (change.type) {
    case 'indicators.catalogueSet':
      return { ...state, catalogue: Object.fromEntries(change.indicators.map((item) => [item.id, item])) };
    case 'indicators.published':
      return { ...state, published: { ...state.published, [change.figure.key]: change.figure } };
    case 'indicators.publishedReset':
      return {
        ...state,
        published: Object.fromEntries(change.figures.map((figure) => [figure.key, figure])),
      };
  }
}
