import type { PanelDefinition } from '../panels/definition.ts';

export const cameraPanel: PanelDefinition<'camera'> = {
  kind: 'camera',
  load: () => import('./CameraPanel.tsx'),
};

export const cameraListPanel: PanelDefinition<'camera-list'> = {
  kind: 'camera-list',
  load: () => import('./CameraListPanel.tsx'),
};
