import { leastFloors } from '../../../domain/wall/leastRoom.ts';
import type { TileEditing } from '../../panels/editingDefinition.ts';
import { faceLayout } from '../../ui/faceLayout.ts';
import { cardHeightPx } from './cardLayout.ts';

/** The cards of camera events in the editor. */
export const cameraEventsEditing: TileEditing<'camera-events'> = {
  ready: () => [{ spec: { kind: 'camera-events' } }],
  sizeFloors: [24, 16],
  fields: () => [],
  type(_spec, place, { words, measure }) {
    const { floorPx } = place;
    const { head, body } = faceLayout(place, { titles: [words.cameraEvents.title] }, measure);
    const whole =
      head.cut === undefined &&
      body.widthPx >= leastFloors.list.wide * floorPx &&
      body.heightPx >= cardHeightPx(floorPx);
    return { textPx: floorPx, numberPx: null, whole };
  },
};
