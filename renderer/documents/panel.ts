import type { PanelDefinition } from '../panels/definition.ts';

export const picturePanel: PanelDefinition<'picture'> = {
  kind: 'picture',
  load: () => import('./PicturePanel.tsx'),
};

export const pdfPanel: PanelDefinition<'pdf'> = {
  kind: 'pdf',
  load: () => import('./PdfPanel.tsx'),
};

export const videoPanel: PanelDefinition<'video'> = {
  kind: 'video',
  load: () => import('./VideoPanel.tsx'),
};
