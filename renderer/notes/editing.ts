import { leftWords } from '../../domain/notes/rules.ts';
import { FLOOR_ARC_MINUTES } from '../../domain/wall/legibility.ts';
import { leastFloors } from '../../domain/wall/leastRoom.ts';
import { panelDefaults } from '../../domain/wall/panelDefaults.ts';
import type { TileEditing } from '../panels/editingDefinition.ts';
import { currentTime } from '../replica/clock.ts';
import { localOf, momentOf } from '../text/written.ts';
import { faceLayout } from '../ui/faceLayout.ts';
import { largestNumberPx } from '../ui/typeScale.ts';
import { bannerLayout, textLayout } from './noteLayout.ts';

const LARGEST_ARC_MINUTES = 200;
const tones = ['info', 'attention', 'serious', 'emergency'] as const;

/** Words of the operator's own, in the editor. */
export const textEditing: TileEditing<'text'> = {
  ready: () => [{ spec: panelDefaults.text }],
  sizeFloors: [20, 8],
  fields: (spec) => [
    {
      id: 'title',
      label: (words) => words.editor.fields.title,
      control: 'text',
      lines: 1,
      maxLength: 120,
      value: spec.title,
      put: (title) => ({ ...spec, title }),
    },
    {
      id: 'text',
      label: (words) => words.editor.fields.text,
      control: 'text',
      lines: 5,
      maxLength: 2_000,
      value: spec.text,
      put: (text) => ({ ...spec, text }),
    },
    {
      id: 'arcMinutes',
      label: (words) => words.editor.fields.arcMinutes,
      control: 'number',
      min: FLOOR_ARC_MINUTES,
      max: LARGEST_ARC_MINUTES,
      step: 1,
      value: spec.arcMinutes,
      put: (arcMinutes) => ({ ...spec, arcMinutes }),
    },
  ],
  type(spec, place, { words, measure }) {
    const text = spec.text.trim() === '' ? words.notes.empty : spec.text;
    const { fontPx, titlePx, cut } = textLayout({ ...spec, text }, place, measure);
    return { textPx: Math.min(fontPx, titlePx), numberPx: null, whole: !cut };
  },
};

/** One sentence for the whole room, in the editor. */
export const bannerEditing: TileEditing<'banner'> = {
  ready: () => [{ spec: panelDefaults.banner }],
  sizeFloors: [36, 4],
  fields: (spec) => [
    {
      id: 'text',
      label: (words) => words.editor.fields.text,
      control: 'text',
      lines: 2,
      maxLength: 300,
      value: spec.text,
      put: (text) => ({ ...spec, text }),
    },
    {
      id: 'tone',
      label: (words) => words.editor.fields.tone,
      control: 'choice',
      options: ({ words }) => tones.map((value) => ({ value, label: words.notes.tones[value] })),
      value: spec.tone,
      put: (value) => ({ ...spec, tone: tones.find((tone) => tone === value) ?? spec.tone }),
    },
  ],
  type(spec, place, { words, measure }) {
    const text = spec.text.trim() === '' ? words.notes.empty : spec.text.trim();
    const { fontPx, cut } = bannerLayout(text, place, measure);
    return { textPx: fontPx, numberPx: null, whole: !cut };
  },
};

/** When a countdown ends, of what a person wrote: nothing, and the minutes count; undefined where there is no such moment. */
function untilOf(text: string): string | undefined {
  return text.trim() === '' ? '' : localOf(text, currentTime());
}

/** A countdown, in the editor. */
export const countdownEditing: TileEditing<'countdown'> = {
  ready: () => [{ spec: panelDefaults.countdown }],
  sizeFloors: [16, 8],
  fields: (spec) => [
    {
      id: 'label',
      label: (words) => words.editor.fields.label,
      control: 'text',
      lines: 1,
      maxLength: 120,
      value: spec.label,
      put: (label) => ({ ...spec, label }),
    },
    {
      id: 'minutes',
      label: (words) => words.editor.fields.minutes,
      control: 'number',
      min: 1,
      max: 1_440,
      step: 1,
      value: spec.minutes,
      put: (minutes) => ({ ...spec, minutes: Math.round(minutes) }),
    },
    {
      id: 'until',
      label: (words) => words.editor.fields.until,
      control: 'text',
      lines: 1,
      maxLength: 20,
      value: momentOf(spec.until),
      problem: (text, words) => (untilOf(text) === undefined ? words.editor.fields.wrongUntil : undefined),
      put: (text) => ({ ...spec, until: untilOf(text) ?? spec.until }),
    },
  ],
  type(spec, place, { words, measure }) {
    const title = spec.label === '' ? words.panels.countdown : spec.label;
    const { body, head, layout } = faceLayout(place, { titles: [title] }, measure);
    const shown = leftWords(spec.minutes * 60_000);
    const ems = measure(shown, 'numbers');
    const numberPx = largestNumberPx(place.floorPx, Math.min(body.heightPx, body.widthPx / ems));
    const fits = ems * numberPx <= body.widthPx && numberPx * leastFloors.number.high <= body.heightPx;
    return { textPx: layout.titlePx, numberPx, whole: fits && head.cut === undefined };
  },
};
