import type { PanelDefinition } from '../panels/definition.ts';

export const incidentListPanel: PanelDefinition<'incident-list'> = {
  kind: 'incident-list',
  load: () => import('./IncidentListPanel.tsx'),
};
