import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TileEditing } from '../panels/editingDefinition.ts';
import { faceLayout } from '../ui/faceLayout.ts';
import { linePx } from '../ui/tileLayout.ts';
import { listLayout } from './listLayout.ts';

/** The list of incidents in the editor. */
export const incidentListEditing: TileEditing<'incident-list'> = {
  ready: () => [{ spec: { kind: 'incident-list', max: 8 } }],
  sizeFloors: [24, 16],
  fields: (spec) => [
    {
      id: 'max',
      label: (words) => words.editor.fields.most,
      control: 'number',
      min: 1,
      max: 12,
      step: 1,
      value: spec.max,
      put: (value) => ({ ...spec, max: Math.round(value) }),
    },
  ],
  type(spec, place, { words, measure }) {
    const { floorPx } = place;
    const { body, head } = faceLayout(place, { titles: [words.panels.incidents] }, measure);
    const layout = listLayout({ ...body, floorPx }, { open: spec.max, max: spec.max, mayGrow: false });
    const rowPx = (layout.narrow ? 3 : 1) * linePx(layout.fontPx) + 2 * layout.padPx;
    const whole =
      rowPx <= body.heightPx &&
      body.widthPx >= leastFloors.incidents.wide * floorPx &&
      head.cut === undefined;
    return { textPx: layout.fontPx, numberPx: null, whole };
  },
};
