import { capHeight } from '../../domain/wall/legibility.ts';
import { camerasOf } from '../../domain/cameras/choice.ts';
import { gridShape } from '../../domain/cameras/grid.ts';
import { LEAST_DWELL_S, MOST_CELLS, MOST_DWELL_S, MOST_LISTED } from '../../domain/cameras/gridLimits.ts';
import type { CameraChoice, CameraGridSpec, CameraHotspotSpec } from '../../domain/cameras/tileSpec.ts';
import { UNCHOSEN } from '../../domain/wall/panelDefaults.ts';
import type { EditingRoom, ReadyTile, SpecField, TileEditing } from '../panels/editingDefinition.ts';
import { faceLayout } from '../ui/faceLayout.ts';
import { linePx } from '../ui/tileLayout.ts';
import { gridTitles } from './gridTitles.ts';

const fresh: CameraGridSpec = {
  kind: 'camera-grid',
  from: { by: 'all' },
  order: 'given',
  turn: 'page',
  dwellS: 12,
};

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];

/** Everything of the register that more than one camera could be asked for by. */
function queries({ world }: EditingRoom): readonly CameraChoice[] {
  const cameras = Object.values(world.cameras.byId).filter(({ restricted }) => !restricted);
  return [
    { by: 'all' },
    ...unique(cameras.flatMap(({ groups }) => groups)).map((group) => ({ by: 'group', group }) as const),
    ...unique(cameras.flatMap(({ tags }) => tags)).map((tag) => ({ by: 'tag', tag }) as const),
    ...unique(cameras.map(({ unit }) => unit)).map((unit) => ({ by: 'unit', unit }) as const),
  ];
}

function queryName(choice: CameraChoice, { words, world, language }: EditingRoom): string {
  const names = words.editor.fields.cameraFroms;
  switch (choice.by) {
    case 'all':
    case 'list':
      return names[choice.by];
    case 'group':
      return names.group(choice.group);
    case 'tag':
      return names.tag(choice.tag);
    case 'unit':
      return names.unit(
        world.province?.units.find(({ code }) => code === choice.unit)?.name[language] ?? choice.unit,
      );
  }
}

const LIST = 'list';

function fromField(spec: CameraGridSpec): SpecField {
  return {
    id: 'from',
    label: (words) => words.editor.fields.cameraFrom,
    control: 'choice',
    options: (room) => [
      ...queries(room).map((choice) => ({ value: JSON.stringify(choice), label: queryName(choice, room) })),
      { value: LIST, label: room.words.editor.fields.cameraFroms.list },
    ],
    value: spec.from.by === 'list' ? LIST : JSON.stringify(spec.from),
    put: (value) => ({ ...spec, from: value === LIST ? listOf(spec) : chosen(value) }),
  };
}

/** A list begins with what there is to begin with; the operator goes on from there. */
function listOf(spec: CameraGridSpec): CameraChoice {
  return spec.from.by === 'list' ? spec.from : { by: 'list', cameraIds: [UNCHOSEN] };
}

/** One of the choices above, as its text. */
function chosen(value: string): CameraChoice {
  const choice: CameraChoice = JSON.parse(value);
  return choice;
}

function cellFields(spec: CameraGridSpec): readonly SpecField[] {
  const { cells } = spec;
  const { cells: _cells, ...automatic } = spec;
  const side = (id: 'columns' | 'rows', at: 0 | 1): SpecField => ({
    id,
    label: (words) => words.editor.fields[id],
    control: 'number',
    min: 1,
    max: MOST_CELLS,
    step: 1,
    shares: true,
    value: cells?.[at],
    put: (value) => {
      const other = Math.min(cells?.[at === 0 ? 1 : 0] ?? 1, Math.floor(MOST_CELLS / value));
      return { ...spec, cells: at === 0 ? [value, other] : [other, value] };
    },
  });
  return [
    {
      id: 'cells',
      label: (words) => words.editor.fields.cells,
      control: 'choice',
      options: ({ words }) =>
        (['auto', 'own'] as const).map((value) => ({ value, label: words.editor.fields.cellChoices[value] })),
      value: cells === undefined ? 'auto' : 'own',
      put: (value) => (value === 'own' ? { ...spec, cells: cells ?? [3, 3] } : automatic),
    },
    ...(cells === undefined ? [] : [side('columns', 0), side('rows', 1)]),
  ];
}

function turnFields(spec: CameraGridSpec): readonly SpecField[] {
  return [
    {
      id: 'order',
      label: (words) => words.editor.fields.order,
      control: 'choice',
      options: ({ words }) =>
        (['given', 'activity'] as const).map((value) => ({
          value,
          label: words.editor.fields.orders[value],
        })),
      value: spec.order,
      put: (value) => ({ ...spec, order: value === 'activity' ? 'activity' : 'given' }),
    },
    {
      id: 'turn',
      label: (words) => words.editor.fields.turn,
      control: 'choice',
      options: ({ words }) =>
        (['page', 'cell'] as const).map((value) => ({ value, label: words.editor.fields.turns[value] })),
      value: spec.turn,
      put: (value) => ({ ...spec, turn: value === 'cell' ? 'cell' : 'page' }),
    },
    {
      id: 'dwell',
      label: (words) => words.editor.fields.dwell,
      control: 'number',
      min: LEAST_DWELL_S,
      max: MOST_DWELL_S,
      step: 1,
      value: spec.dwellS,
      put: (dwellS) => ({ ...spec, dwellS }),
    },
  ];
}

function gridFields(spec: CameraGridSpec): readonly SpecField[] {
  const { from } = spec;
  return [
    {
      id: 'title',
      label: (words) => words.editor.fields.gridTitle,
      control: 'text',
      lines: 1,
      maxLength: 120,
      value: spec.title ?? '',
      put: (title) => ({ ...spec, title }),
    },
    fromField(spec),
    ...(from.by === 'list'
      ? [
          {
            id: 'cameras',
            label: (words) => words.editor.fields.cameras,
            control: 'cameras',
            most: MOST_LISTED,
            value: from.cameraIds,
            put: (ids) => ({ ...spec, from: { by: 'list', cameraIds: [...ids] } }),
          } satisfies SpecField,
        ]
      : []),
    ...cellFields(spec),
    ...turnFields(spec),
  ];
}

/** Grids and tours in the editor. */
export const cameraGridEditing: TileEditing<'camera-grid'> = {
  ready(room): readonly ReadyTile<CameraGridSpec>[] {
    const { all } = room.words.editor.fields.cameraFroms;
    return [
      ...queries(room).map((from) => ({ spec: { ...fresh, from }, whose: queryName(from, room) })),
      { spec: { ...fresh, cells: [1, 1], dwellS: 8 }, whose: all },
      { spec: { ...fresh, order: 'activity' }, whose: room.words.editor.fields.orders.activity },
    ];
  },
  sizeFloors: [30, 18],
  fields: gridFields,
  type(spec, place, room) {
    const { floorPx } = place;
    const { world, measure } = room;
    const titles = gridTitles(spec, world.province, room);
    const ages = [room.words.cameras.liveOf(MOST_CELLS, MOST_CELLS)];
    const { head, body } = faceLayout(place, { titles, ages }, measure);
    const cameras = camerasOf(spec.from, world.cameras.byId).length;
    const size = { widthMm: body.widthPx, heightMm: body.heightPx };
    const { rows } = gridShape(spec.cells, size, { cameras, capitalMm: floorPx * capHeight.text });
    // A name that has no room is shortened; a cell that has no room for one at all says nothing.
    const whole = head.cut === undefined && body.heightPx / rows >= linePx(floorPx);
    return { textPx: floorPx, numberPx: null, whole };
  },
};

const followings = ['both', 'chosen', 'alarm'] as const;

/** Hotspots in the editor. */
export const cameraHotspotEditing: TileEditing<'camera-hotspot'> = {
  ready: () => [{ spec: { kind: 'camera-hotspot', follows: 'both' } }],
  sizeFloors: [24, 14],
  fields: (spec) => [
    {
      id: 'follows',
      label: (words) => words.editor.fields.follows,
      control: 'choice',
      options: ({ words }) =>
        followings.map((value) => ({ value, label: words.editor.fields.followings[value] })),
      value: spec.follows,
      put: (value): CameraHotspotSpec => ({
        ...spec,
        follows: followings.find((each) => each === value) ?? spec.follows,
      }),
    },
  ],
  type(_spec, place, { words, measure }) {
    const { head } = faceLayout(place, { titles: [words.cameras.hotspotTitle], bleed: true }, measure);
    return { textPx: place.floorPx, numberPx: null, whole: head.cut === undefined };
  },
};
