import type { PanelDefinition } from '../panels/definition.ts';

export const textPanel: PanelDefinition<'text'> = {
  kind: 'text',
  load: () => import('./TextPanel.tsx'),
};

export const bannerPanel: PanelDefinition<'banner'> = {
  kind: 'banner',
  load: () => import('./BannerPanel.tsx'),
};

export const countdownPanel: PanelDefinition<'countdown'> = {
  kind: 'countdown',
  load: () => import('./CountdownPanel.tsx'),
};
