import type { PanelDefinition } from '../panels/definition.ts';

export const clockPanel: PanelDefinition<'clock'> = {
  kind: 'clock',
  load: () => import('./ClockPanel.tsx'),
};
