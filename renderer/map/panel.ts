import type { PanelDefinition } from '../panels/definition.ts';

/** The incident map: needs no readings, its incidents are facts of the World. */
export const mapPanel: PanelDefinition<'map'> = {
  kind: 'map',
  load: () => import('./MapPanel.tsx'),
};
