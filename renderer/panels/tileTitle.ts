import type { World } from '../../domain/contract/world.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { gridTitles } from '../cameras/gridTitles.ts';
import { chartTitles } from '../indicators/chartTitles.ts';
import type { PanelSpec } from '../../domain/wall/model.ts';
import type { Dictionary } from '../text/vi.ts';

type TitleSpeech = { readonly words: Dictionary; readonly language: Language };

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** What a tile is called, longest first, before and without its panel. */
export function tileTitles(
  spec: PanelSpec,
  world: World,
  { words, language }: TitleSpeech,
): readonly string[] {
  switch (spec.kind) {
    case 'indicator': {
      const indicator = world.indicators.catalogue[spec.indicatorId];
      return indicator ? [indicator.name[language], indicator.shortName[language]] : [spec.indicatorId];
    }
    case 'indicator-chart': {
      const known = spec.indicatorIds.map((id) => world.indicators.catalogue[id]);
      return chartTitles(
        known.filter((indicator) => indicator !== undefined),
        { words, language },
      );
    }
    case 'indicator-table':
      return [words.panels.table];
    case 'incident-list':
      return [words.panels.incidents];
    case 'map':
      return [words.panels.map];
    case 'camera':
      return [world.cameras.byId[spec.cameraId]?.name[language] ?? words.cameras.nameless];
    case 'camera-grid':
      return gridTitles(spec, world.province, { words, language });
    case 'camera-hotspot':
      return [words.cameras.hotspotTitle];
    case 'camera-events':
      return [words.cameraEvents.title];
    case 'camera-list':
      return [words.panels.cameras];
    case 'clock':
      return [
        world.province?.centre[language] ?? words.panels.clock,
        world.province?.name[language] ?? words.panels.clock,
      ];
    case 'web':
      return [spec.title || hostOf(spec.url) || words.panels.web];
    case 'picture':
    case 'pdf':
    case 'video':
      return [world.documents.byId[spec.documentId]?.name ?? words.panels[spec.kind]];
    case 'text':
      return [spec.title || firstLine(spec.text) || words.panels.text];
    case 'banner':
      return [firstLine(spec.text) || words.panels.banner];
    case 'countdown':
      return [spec.label || words.panels.countdown];
  }
}
