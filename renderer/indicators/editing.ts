import type { Indicator } from '../../domain/indicators/model.ts';
import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TilePlace } from '../panels/definition.ts';
import type { EditingRoom, SpecOf, TileEditing, TileType } from '../panels/editingDefinition.ts';
import { currentTime } from '../replica/clock.ts';
import { faceLayout, type FaceLayout, type TileBody } from '../ui/faceLayout.ts';
import { numberFloorPx } from '../ui/typeScale.ts';
import { chartFace } from './chartFace.ts';
import { chartGapPx, chartHeadPx, isWideChart, legendPx, mayStack } from './chartLayout.ts';
import { columnNeeds } from './columnNeeds.ts';
import { allSample } from './figure.ts';
import { figureLayout, rowLayout } from './figureLayout.ts';
import { legendEntries, legendLayout } from './legend.ts';
import { nameEm, tableLayout } from './tableLayout.ts';
import { typicalFigure } from './typicalFigure.ts';
import { valueWords, whoseWords } from './words.ts';

function known({ world }: EditingRoom, ids: readonly string[]): readonly Indicator[] {
  return ids.flatMap((id) => world.indicators.catalogue[id] ?? []);
}

function all({ world }: EditingRoom): readonly Indicator[] {
  return Object.values(world.indicators.catalogue);
}

/** Type of the tile's face; a foot that has no room is left out by design. */
function faceText({ layout, foot }: FaceLayout): number {
  return foot.lines > 0 ? Math.min(layout.titlePx, layout.footPx) : layout.titlePx;
}

function faceOf(indicator: Indicator, place: TilePlace, room: EditingRoom): FaceLayout {
  const { figure } = typicalFigure(room.world, indicator, currentTime());
  const titles = [indicator.name[room.language], indicator.shortName[room.language]];
  const words = { titles, whose: whoseWords(indicator, figure, room), whoseIsLabel: figure.sample };
  return faceLayout(place, words, room.measure);
}

/** The number of one indicator in this body, as FigureBody lays it out. */
function numberIn(
  body: TileBody,
  at: { readonly indicator: Indicator; readonly floorPx: number; readonly inRow: boolean },
  room: EditingRoom,
): { readonly numberPx: number; readonly fits: boolean } {
  const { indicator, floorPx, inRow } = at;
  const { figure } = typicalFigure(room.world, indicator, currentTime());
  const value = valueWords(indicator, figure, room.language);
  const said = { value, measure: indicator.measure[room.language], rows: [] };
  const space = { ...body, floorPx, rowPx: body.layout.titlePx };
  const layout = inRow ? rowLayout(space, said, room.measure) : figureLayout(space, said, room.measure);
  const widthPx = room.measure(value, 'numbers') * layout.valuePx;
  const fits = widthPx <= body.widthPx && layout.valuePx * leastFloors.number.high <= body.heightPx;
  return { numberPx: layout.valuePx, fits };
}

function indicatorType(spec: SpecOf<'indicator'>, place: TilePlace, room: EditingRoom): TileType {
  const [indicator] = known(room, [spec.indicatorId]);
  if (indicator === undefined) return { textPx: place.floorPx, numberPx: null, whole: true };
  const face = faceOf(indicator, place, room);
  const { numberPx, fits } = numberIn(face.body, { indicator, floorPx: place.floorPx, inRow: false }, room);
  return { textPx: faceText(face), numberPx, whole: fits && face.head.cut === undefined };
}

/** Several lines over each other, with their legend, as IndicatorChartPanel lays them out. */
function linesType(indicators: readonly Indicator[], place: TilePlace, room: EditingRoom): TileType {
  const { floorPx } = place;
  const now = currentTime();
  const lines = indicators.map((indicator) => ({
    indicator,
    figure: typicalFigure(room.world, indicator, now).figure,
  }));
  const when = { now, away: false };
  const names = indicators.map(({ shortName }) => shortName[room.language]).join(' – ');
  const words = { titles: [names, room.words.panels.chart], ...chartFace(lines, when, room) };
  const { body, head } = faceLayout(place, words, room.measure);
  const labelled = words.whoseIsLabel && body.label === undefined;
  const entries = legendEntries(lines, { ...when, labelled }, room);
  const space = { widthEm: body.widthPx / floorPx, mayStack: mayStack(body, floorPx, lines.length) };
  const legend = legendLayout(space, lines, { entries, speech: room, measure: room.measure });
  const drawnPx = body.heightPx - legendPx(lines.length * legend.rows.length, floorPx) - chartGapPx(floorPx);
  const whole = drawnPx >= leastFloors.chart.high * floorPx && head.cut === undefined && !legend.cut;
  return { textPx: floorPx, numberPx: null, whole };
}

function chartType(spec: SpecOf<'indicator-chart'>, place: TilePlace, room: EditingRoom): TileType {
  const lines = known(room, spec.indicatorIds);
  const [indicator] = lines;
  const { floorPx } = place;
  if (indicator === undefined) return { textPx: floorPx, numberPx: null, whole: true };
  if (lines.length > 1) return linesType(lines, place, room);
  const face = faceOf(indicator, place, room);
  const headPx = chartHeadPx(face.body, floorPx);
  const drawn = face.body.heightPx - headPx - chartGapPx(floorPx) >= leastFloors.chart.high * floorPx;
  const inRow = isWideChart(face.body, floorPx);
  const number = numberIn({ ...face.body, heightPx: headPx }, { indicator, floorPx, inRow }, room);
  const whole = drawn && face.head.cut === undefined && number.fits;
  // Scales of a chart are drawn at the floor of type.
  return { textPx: floorPx, numberPx: number.numberPx, whole };
}

function tableType(spec: SpecOf<'indicator-table'>, place: TilePlace, room: EditingRoom): TileType {
  const { floorPx } = place;
  const indicators = known(room, spec.indicatorIds);
  const face = faceLayout(
    place,
    { titles: [room.words.panels.table], noteRoom: room.words.indicators.page(10, 10) },
    room.measure,
  );
  const typical = indicators.map((indicator) => typicalFigure(room.world, indicator, currentTime()));
  const labelled = allSample(typical.map(({ figure }) => figure));
  const sources = typical.map(({ source }) => source);
  const needs = columnNeeds(sources, { ...room, labelled }, room.measure);
  const layout = tableLayout({ ...face.body, floorPx }, needs, indicators.length);
  const names = layout.columns.find(({ id }) => id === 'name')?.widthPx ?? 0;
  const rowsPx = layout.rowPx * (layout.hasHead ? 2 : 1);
  const neededEm = nameEm(
    needs,
    layout.columns.map(({ id }) => id),
  );
  const whole = rowsPx <= face.body.heightPx && neededEm * floorPx <= names + 1;
  return { textPx: floorPx, numberPx: numberFloorPx(floorPx), whole: whole && face.head.cut === undefined };
}

/** Indicator tiles in the editor. */
export const indicatorEditing: TileEditing<'indicator'> = {
  ready: (room) =>
    all(room).map(({ id, office }) => ({
      spec: { kind: 'indicator', indicatorId: id },
      whose: office[room.language],
    })),
  sizeFloors: [14, 8],
  fields: (spec) => [
    {
      id: 'indicator',
      label: (words) => words.editor.fields.indicator,
      control: 'indicators',
      most: 1,
      value: [spec.indicatorId],
      put: (ids) => ({ ...spec, indicatorId: ids[0] ?? spec.indicatorId }),
    },
  ],
  type: indicatorType,
};

const MINUTE_MS = 60_000;
const spansMs = [5, 10, 15, 60, 360, 1_440].map((minutes) => minutes * MINUTE_MS);

export const indicatorChartEditing: TileEditing<'indicator-chart'> = {
  ready: (room) =>
    all(room).map(({ id, office }) => ({
      spec: { kind: 'indicator-chart', indicatorIds: [id], engine: 'rich', spanMs: 60 * MINUTE_MS },
      whose: office[room.language],
    })),
  sizeFloors: [20, 14],
  fields: (spec) => [
    {
      id: 'indicators',
      label: (words) => words.editor.fields.indicators,
      control: 'indicators',
      most: 6,
      value: spec.indicatorIds,
      put: (ids) => ({ ...spec, indicatorIds: [...ids] }),
    },
    {
      id: 'engine',
      label: (words) => words.editor.fields.engine,
      control: 'choice',
      options: ({ words }) => [
        { value: 'rich', label: words.editor.fields.engines.rich },
        { value: 'fast', label: words.editor.fields.engines.fast },
      ],
      value: spec.engine,
      put: (value) => ({ ...spec, engine: value === 'fast' ? 'fast' : 'rich' }),
    },
    {
      id: 'span',
      label: (words) => words.editor.fields.span,
      control: 'choice',
      options: ({ words }) =>
        spansMs.map((ms) => ({
          value: String(ms),
          label:
            ms < 60 * MINUTE_MS
              ? words.span.minutes(String(ms / MINUTE_MS))
              : words.span.hours(String(ms / (60 * MINUTE_MS))),
        })),
      value: String(spec.spanMs),
      put: (value) => ({ ...spec, spanMs: Number(value) }),
    },
  ],
  type: chartType,
};

export const indicatorTableEditing: TileEditing<'indicator-table'> = {
  ready: (room) => {
    const ids = all(room).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ spec: { kind: 'indicator-table', indicatorIds: ids.slice(0, 500) } }];
  },
  sizeFloors: [26, 18],
  fields: (spec) => [
    {
      id: 'indicators',
      label: (words) => words.editor.fields.indicators,
      control: 'indicators',
      most: 500,
      value: spec.indicatorIds,
      put: (ids) => ({ ...spec, indicatorIds: [...ids] }),
    },
  ],
  type: tableType,
};
