import type { PanelDefinition } from '../panels/definition.ts';

export const indicatorPanel: PanelDefinition<'indicator'> = {
  kind: 'indicator',
  load: () => import('./IndicatorPanel.tsx'),
};

export const indicatorChartPanel: PanelDefinition<'indicator-chart'> = {
  kind: 'indicator-chart',
  load: () => import('./IndicatorChartPanel.tsx'),
};

export const indicatorTablePanel: PanelDefinition<'indicator-table'> = {
  kind: 'indicator-table',
  load: () => import('./IndicatorTablePanel.tsx'),
};
