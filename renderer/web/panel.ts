import type { PanelDefinition } from '../panels/definition.ts';

export const webPanel: PanelDefinition<'web'> = {
  kind: 'web',
  load: () => import('./WebPanel.tsx'),
};
