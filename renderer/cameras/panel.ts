import type { PanelDefinition } from '../panels/definition.ts';

export const cameraPanel: PanelDefinition<'camera'> = {
  kind: 'camera',
  load: () => import('./CameraPanel.tsx'),
};

export const cameraListPanel: PanelDefinition<'camera-list'> = {
  kind: 'camera-list',
  load: () => import('./CameraListPanel.tsx'),
};

export const cameraEventsPanel: PanelDefinition<'camera-events'> = {
  kind: 'camera-events',
  load: () => import('./events/CameraEventsPanel.tsx'),
};

export const cameraGridPanel: PanelDefinition<'camera-grid'> = {
  kind: 'camera-grid',
  load: () => import('./CameraGridPanel.tsx'),
};

export const cameraHotspotPanel: PanelDefinition<'camera-hotspot'> = {
  kind: 'camera-hotspot',
  load: () => import('./CameraHotspotPanel.tsx'),
};
