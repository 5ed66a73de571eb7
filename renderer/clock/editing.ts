import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TileEditing } from '../panels/editingDefinition.ts';
import { faceLayout } from '../ui/faceLayout.ts';
import { clockLayout, isStrip, stripParts } from './clockLayout.ts';

/** The clock in the editor. */
export const clockEditing: TileEditing<'clock'> = {
  ready: () => [{ spec: { kind: 'clock' } }],
  sizeFloors: [18, 9],
  fields: (spec) => [
    {
      id: 'seconds',
      label: (words) => words.editor.fields.seconds,
      control: 'check',
      value: spec.seconds ?? false,
      put: (seconds) => ({ ...spec, seconds }),
    },
  ],
  type(spec, place, { words, measure }) {
    const { floorPx } = place;
    const clock = spec.seconds ? '00:00:00' : '00:00';
    const said = { clock, lines: [] };
    const ems = measure(clock, 'numbers');
    if (isStrip(place)) {
      const { clockPx } = stripParts(place, { ...said, link: [] }, measure);
      const whole = clockPx * leastFloors.number.high <= place.heightPx && ems * clockPx <= place.widthPx;
      return { textPx: floorPx, numberPx: clockPx, whole };
    }
    const { body, layout, head } = faceLayout(place, { titles: [words.panels.clock] }, measure);
    const { clockPx } = clockLayout({ ...body, floorPx }, { ...said, linesPx: layout.titlePx }, measure);
    const whole = clockPx * leastFloors.number.high <= body.heightPx && ems * clockPx <= body.widthPx;
    return {
      textPx: Math.min(layout.titlePx, layout.footPx),
      numberPx: clockPx,
      whole: whole && head.cut === undefined,
    };
  },
};
