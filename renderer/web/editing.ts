import { leastFloors } from '../../domain/wall/leastRoom.ts';
import { panelDefaults } from '../../domain/wall/panelDefaults.ts';
import type { TileEditing } from '../panels/editingDefinition.ts';
import { faceLayout } from '../ui/faceLayout.ts';
import { addressOf } from './address.ts';

/** Pages of the province's dashboards, in the editor. */
export const webEditing: TileEditing<'web'> = {
  ready: () => [{ spec: panelDefaults.web }],
  sizeFloors: [28, 18],
  fields: (spec) => [
    {
      id: 'url',
      label: (words) => words.web.fields.url,
      control: 'text',
      lines: 1,
      maxLength: 2_000,
      value: spec.url,
      problem: (text, words) => (addressOf(text) === undefined ? words.web.wrongAddress : undefined),
      put: (text) => ({ ...spec, url: addressOf(text) ?? spec.url }),
    },
    {
      id: 'title',
      label: (words) => words.web.fields.title,
      control: 'text',
      lines: 1,
      maxLength: 120,
      value: spec.title,
      put: (title) => ({ ...spec, title }),
    },
    {
      id: 'zoom',
      label: (words) => words.web.fields.zoom,
      control: 'number',
      min: 0.25,
      max: 4,
      step: 0.25,
      value: spec.zoom,
      put: (zoom) => ({ ...spec, zoom }),
    },
    {
      id: 'reload',
      label: (words) => words.web.fields.reload,
      control: 'number',
      min: 0,
      max: 1_440,
      step: 1,
      value: spec.reloadMinutes,
      put: (reloadMinutes) => ({ ...spec, reloadMinutes: Math.round(reloadMinutes) }),
    },
  ],
  type(spec, place, { words, measure }) {
    const title = spec.title === '' ? words.panels.web : spec.title;
    const { head, body, layout } = faceLayout(place, { titles: [title] }, measure);
    const whole = head.cut === undefined && body.heightPx >= leastFloors.page.high * place.floorPx;
    return { textPx: layout.titlePx, numberPx: null, whole };
  },
};
