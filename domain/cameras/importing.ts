import { fold } from '../kernel/text.ts';
import type { Unit } from '../units/model.ts';
import type { Secret } from './addresses.ts';
import { bearingIn, flagIn, listIn, numberIn } from './cells.ts';
import { neededColumns } from './columns.ts';
import { CameraSchema, CameraViewSchema, type Camera, type CameraSource } from './model.ts';
import { reader, within, type Cells, type Fault, type Reader } from './rowReader.ts';
import { sourceOf } from './sourceRow.ts';

/** A camera as a list brings it; the secret goes to the vault alone. */
export type ImportedCamera = {
  readonly camera: Camera;
  readonly source?: CameraSource;
  readonly secret?: Secret;
};

/** Finds a unit by its code or its name; `several` when more than one bears the name. */
export type UnitFinder = (words: string) => Unit | 'several' | undefined;

const TIER = /^(xa|phuong|tinh|thi tran|dac khu|thanh pho|commune|ward) /;

/** A finder over these units: code, whole name, or name without its tier, marks and capitals aside. */
export function unitFinder(units: readonly Unit[]): UnitFinder {
  const byName = new Map<string, Unit | 'several'>();
  const put = (name: string, unit: Unit): void => {
    const before = byName.get(name);
    byName.set(name, before === undefined || before === unit ? unit : 'several');
  };
  for (const unit of units) {
    const names = [fold(unit.name.vi), fold(unit.name.en)];
    for (const name of new Set([...names, ...names.map((each) => each.replace(TIER, ''))])) put(name, unit);
  }
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return (words) => {
    const name = fold(words).replace(/\s+/g, ' ').trim();
    const code = /^\d{1,5}$/.test(name) ? name : '';
    // A spreadsheet that takes a code for a number drops its leading zeros.
    return (
      byCode.get(code) ??
      byCode.get(code.padStart(5, '0')) ??
      byName.get(name) ??
      byName.get(name.replace(TIER, ''))
    );
  };
}

function unitOf({ text, wrong }: Reader, find: UnitFinder): string | undefined {
  if (text('unit') === '') return undefined;
  const unit = find(text('unit'));
  if (unit !== undefined && unit !== 'several') return unit.code;
  wrong('unit', unit === undefined ? 'unit' : 'one-unit');
  return undefined;
}

/** A camera has a view when its list says where it looks; what it leaves out is what such cameras usually have. */
function viewOf({ text, read }: Reader): Camera['view'] {
  const bearingDeg = read('bearing', 'bearing', bearingIn(text('bearing')));
  const fieldDeg = read('field', 'field', within(numberIn(text('field')), 1, 360));
  const rangeM = read('range', 'range', within(numberIn(text('range')), 1, 20_000));
  if (bearingDeg === undefined) return undefined;
  return CameraViewSchema.parse({ bearingDeg, fieldDeg: fieldDeg ?? 90, rangeM: rangeM ?? 100 });
}

function listsOf({ text, wrong }: Reader): Pick<Camera, 'groups' | 'tags'> {
  const groups = [...listIn(text('groups'))];
  const tags = [...listIn(text('tags'))];
  if (!CameraSchema.shape.groups.safeParse(groups).success) wrong('groups', 'list');
  if (!CameraSchema.shape.tags.safeParse(tags).success) wrong('tags', 'list');
  return { groups, tags };
}

/** Reads one row: a camera, or everything that is wrong with it. */
export function readRow(
  cells: Cells,
  find: UnitFinder,
): { readonly camera: ImportedCamera } | { readonly faults: readonly Fault[] } {
  const row = reader(cells);
  const { text, read, wrong } = row;
  for (const column of neededColumns) if (text(column) === '') wrong(column, 'needed');
  const latitude = read('latitude', 'latitude', within(numberIn(text('latitude')), -90, 90));
  const longitude = read('longitude', 'longitude', within(numberIn(text('longitude')), -180, 180));
  if (text('id') !== '' && !CameraSchema.shape.id.safeParse(text('id')).success) wrong('id', 'id');
  if (text('name').length > 300) wrong('name', 'short');
  if (text('english').length > 300) wrong('english', 'short');
  if (text('owner').length > 200) wrong('owner', 'short');
  const unit = unitOf(row, find);
  const view = viewOf(row);
  const ptz = read('ptz', 'flag', flagIn(text('ptz'))) ?? false;
  const restricted = read('restricted', 'flag', flagIn(text('restricted'))) ?? false;
  const lists = listsOf(row);
  const source = sourceOf(row);
  if (row.faults.length > 0) return { faults: row.faults };
  const camera = CameraSchema.parse({
    id: text('id'),
    unit,
    name: { vi: text('name'), en: text('english') === '' ? text('name') : text('english') },
    point: [longitude, latitude],
    provenance: 'live',
    ...lists,
    ...(text('owner') !== '' && { owner: text('owner') }),
    ...(view && { view }),
    ptz,
    restricted,
  });
  return { camera: { camera, ...source } };
}
