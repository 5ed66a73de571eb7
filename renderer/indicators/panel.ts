import type { PanelDefinition } from '../panels/definition.ts';

export const indicatorPanel: PanelDefinition<'indicator'> = {
  kind: 'indicator',
  load: () => import('./IndicatorPanel.tsx'),
  keys: (spec) => [spec.indicatorId],
};

export const indicatorChartPanel: PanelDefinition<'indicator-chart'> = {
  kind: 'indicator-chart',
  load: () => import('./IndicatorChartPanel.tsx'),
  keys: (spec) => spec.indicatorIds,
};

export const indicatorTablePanel: PanelDefinition<'indicator-table'> = {
  kind: 'indicator-table',
  load: () => import('./IndicatorTablePanel.tsx'),
  keys: (spec) => spec.indicatorIds,
};
