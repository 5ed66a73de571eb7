import { createElement, lazy, type ComponentType } from 'react';
import type { PanelKind, PanelSpec } from '../../domain/wall/model.ts';
import {
  cameraEventsPanel,
  cameraGridPanel,
  cameraHotspotPanel,
  cameraListPanel,
  cameraPanel,
} from '../cameras/panel.ts';
import { clockPanel } from '../clock/panel.ts';
import { pdfPanel, picturePanel, videoPanel } from '../documents/panel.ts';
import { incidentListPanel } from '../incidents/panel.ts';
import { indicatorChartPanel, indicatorPanel, indicatorTablePanel } from '../indicators/panel.ts';
import { mapPanel } from '../map/panel.ts';
import { bannerPanel, countdownPanel, textPanel } from '../notes/panel.ts';
import { webPanel } from '../web/panel.ts';
import type { PanelDefinition, PanelProps } from './definition.ts';

type SpecOf<Kind extends PanelKind> = Extract<PanelSpec, { kind: Kind }>;

/** Every kind of panel there is; a new kind does not compile without its entry. */
const definitions: { readonly [Kind in PanelKind]: PanelDefinition<Kind> } = {
  indicator: indicatorPanel,
  'indicator-chart': indicatorChartPanel,
  'indicator-table': indicatorTablePanel,
  'incident-list': incidentListPanel,
  map: mapPanel,
  camera: cameraPanel,
  'camera-grid': cameraGridPanel,
  'camera-hotspot': cameraHotspotPanel,
  'camera-list': cameraListPanel,
  'camera-events': cameraEventsPanel,
  clock: clockPanel,
  web: webPanel,
  picture: picturePanel,
  pdf: pdfPanel,
  video: videoPanel,
  text: textPanel,
  banner: bannerPanel,
  countdown: countdownPanel,
};

function isOf<Kind extends PanelKind>(kind: Kind, spec: PanelSpec): spec is SpecOf<Kind> {
  return spec.kind === kind;
}

function lazyPanel<Kind extends PanelKind>(kind: Kind): ComponentType<PanelProps> {
  const definition: PanelDefinition<Kind> = definitions[kind];
  const Panel: ComponentType<PanelProps<Kind>> = lazy(definition.load);
  return function PanelOfKind({ spec, ...rest }: PanelProps) {
    return isOf(kind, spec) ? createElement(Panel, { ...rest, spec }) : null;
  };
}

const loaded = new Map<string, ComponentType<PanelProps>>();

/** The panel of a kind, loaded when first drawn; a further `attempt` loads a chunk that failed again. */
export function panelFor(kind: PanelKind, attempt: number): ComponentType<PanelProps> {
  const name = `${kind} ${attempt}`;
  const panel = loaded.get(name) ?? lazyPanel(kind);
  loaded.set(name, panel);
  return panel;
}
