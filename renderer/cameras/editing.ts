import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TileEditing } from '../panels/editingDefinition.ts';
import { faceLayout } from '../ui/faceLayout.ts';
import { linePx } from '../ui/tileLayout.ts';

/** Camera tiles in the editor. */
export const cameraEditing: TileEditing<'camera'> = {
  ready: ({ world, language }) =>
    Object.values(world.cameras.byId).map(({ id, unit }) => {
      const place = world.province?.units.find(({ code }) => code === unit)?.name[language];
      return { spec: { kind: 'camera', cameraId: id }, ...(place !== undefined && { whose: place }) };
    }),
  sizeFloors: [16, 9],
  fields: (spec) => [
    {
      id: 'camera',
      label: (words) => words.editor.fields.camera,
      control: 'choice',
      options: ({ world, language }) =>
        Object.values(world.cameras.byId).map(({ id, name }) => ({
          value: id,
          label: name[language],
        })),
      value: spec.cameraId,
      put: (cameraId) => ({ ...spec, cameraId }),
    },
  ],
  type(spec, place, { world, words, language, measure }) {
    const name = world.cameras.byId[spec.cameraId]?.name[language] ?? words.cameras.nameless;
    const { head, layout, foot } = faceLayout(place, { titles: [name], bleed: true }, measure);
    const textPx = foot.lines > 0 ? Math.min(layout.titlePx, layout.footPx) : layout.titlePx;
    const whole = head.cut === undefined && place.heightPx >= leastFloors.camera.high * place.floorPx;
    return { textPx, numberPx: null, whole };
  },
};

export const cameraListEditing: TileEditing<'camera-list'> = {
  ready: () => [{ spec: { kind: 'camera-list' } }],
  sizeFloors: [24, 14],
  fields: () => [],
  type(_spec, place, { words, measure }) {
    const { floorPx } = place;
    const { head, body } = faceLayout(place, { titles: [words.panels.cameras] }, measure);
    const whole =
      head.cut === undefined &&
      body.widthPx >= leastFloors.list.wide * floorPx &&
      body.heightPx >= linePx(floorPx);
    return { textPx: floorPx, numberPx: null, whole };
  },
};
