import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TileEditing } from '../panels/editingDefinition.ts';
import type { Dictionary } from '../text/vi.ts';
import { faceLayout } from '../ui/faceLayout.ts';

/** The map in the editor. */
export const mapEditing: TileEditing<'map'> = {
  ready: () => [{ spec: { kind: 'map' } }],
  sizeFloors: [34, 20],
  fields: (spec) => [
    {
      id: 'zoom',
      label: (words) => words.editor.fields.zoom,
      control: 'number',
      min: 0,
      max: 20,
      step: 0.5,
      value: spec.zoom,
      put: (value) => ({ ...spec, zoom: value }),
    },
    ...(['cameras', 'lights'] as const).map((layer) => ({
      id: layer,
      label: (words: Dictionary) => words.editor.fields.mapLayers[layer],
      control: 'check' as const,
      value: spec[layer] === true,
      put: (on: boolean) => ({ ...spec, [layer]: on }),
    })),
  ],
  type(_spec, place, { words, measure }) {
    const { floorPx, widthPx, heightPx } = place;
    const { head } = faceLayout(place, { titles: [words.panels.map], bleed: true }, measure);
    const whole =
      widthPx >= leastFloors.map.wide * floorPx &&
      heightPx >= leastFloors.map.high * floorPx &&
      head.cut === undefined;
    return { textPx: floorPx, numberPx: null, whole };
  },
};
