import { fold } from '../kernel/text.ts';
import type { Unit } from '../units/model.ts';
import { kindIn, kindOf, withoutSecret, type Secret } from './addresses.ts';
import { bearingIn, flagIn, listIn, numberIn } from './cells.ts';
import { neededColumns, type ImportColumn } from './columns.ts';
import {
  CameraSchema,
  CameraSourceSchema,
  CameraViewSchema,
  type Camera,
  type CameraSource,
} from './model.ts';

/** What belongs in a cell, as a word that every dictionary turns into a sentence. */
export type Expected =
  | 'needed'
  | 'id'
  | 'short'
  | 'latitude'
  | 'longitude'
  | 'unit'
  | 'one-unit'
  | 'kind'
  | 'address'
  | 'address-without-at'
  | 'address-without-password'
  | 'bearing'
  | 'field'
  | 'range'
  | 'list'
  | 'flag'
  | 'suspect'
  | 'onvif'
  | 'user'
  | 'twice'
  | 'province-id';

/** One wrong cell; `row` as the spreadsheet counts, the header being row 1. Never the content of a secret cell. */
export type RowProblem = {
  readonly row: number;
  readonly column: ImportColumn;
  readonly expected: Expected;
  /** What stands there, shortened; absent where it might be a password. */
  readonly found?: string;
  /** For `twice`: the row that has it already. */
  readonly other?: number;
};

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

/** One row by its columns, as somebody wrote it. */
export type Cells = Readonly<Partial<Record<ImportColumn, string>>>;
export type Fault = Pick<RowProblem, 'column' | 'expected' | 'found'>;

const FOUND_LENGTH = 60;

function fault(cells: Cells, column: ImportColumn, expected: Expected): Fault {
  const found = (cells[column] ?? '').slice(0, FOUND_LENGTH);
  return found === '' ? { column, expected } : { column, expected, found };
}

/** The values of a row, and what is wrong with it; a value that is missing has its fault. */
function reader(cells: Cells) {
  const faults: Fault[] = [];
  const text = (column: ImportColumn): string => cells[column] ?? '';
  return {
    faults,
    text,
    wrong: (column: ImportColumn, expected: Expected): void =>
      void faults.push(fault(cells, column, expected)),
    secretWrong: (column: ImportColumn, expected: Expected): void => void faults.push({ column, expected }),
    read<Value>(column: ImportColumn, expected: Expected, value: Value | undefined): Value | undefined {
      if (value === undefined && text(column) !== '') faults.push(fault(cells, column, expected));
      return value;
    },
  };
}
type Reader = ReturnType<typeof reader>;

function wholeNumber(words: string, most: number): number | undefined {
  const value = within(numberIn(words), 0, most);
  return Number.isInteger(value) ? value : undefined;
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined;
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

/** After a `?`, or in the path itself, as some makers have it: `/user=admin_password=…_channel=1_stream=0.sdp`. */
const PASSWORD_WITHIN = /[?&;/_](pass|passwd|password|pswd|psw|pwd|pw|token|key|auth)(=|%3d)/i;

type AddressColumn = 'main' | 'sub' | 'onvif';

function addressIn(row: Reader, column: AddressColumn): { address: string; secret?: Secret } | undefined {
  const words = row.text(column);
  if (words === '') return undefined;
  const found = withoutSecret(words);
  const other = column === 'onvif' ? 'onvif' : 'address';
  if (found === undefined) row.secretWrong(column, words.includes('@') ? 'address-without-at' : other);
  else if (PASSWORD_WITHIN.test(found.address)) row.secretWrong(column, 'address-without-password');
  else return found;
  return undefined;
}

const columnOf: Readonly<Record<string, AddressColumn>> = { sub: 'sub', onvif: 'onvif' };

/** Name and password beside the addresses go before those within; empty: nothing is said of them. */
function secretOf(
  { text, wrong }: Reader,
  addresses: readonly { readonly secret?: Secret }[],
): Secret | undefined {
  if (text('user') !== '') return `${text('user')}:${text('password')}`;
  if (text('password') !== '') wrong('user', 'user');
  return addresses.find(({ secret }) => secret !== undefined)?.secret;
}

function sourceOf(row: Reader): Pick<ImportedCamera, 'source' | 'secret'> {
  const { text, read, wrong, secretWrong } = row;
  const said = read('kind', 'kind', kindIn(text('kind')));
  const suspect = read('suspect', 'suspect', wholeNumber(text('suspect'), 86_400));
  const main = addressIn(row, 'main');
  const sub = addressIn(row, 'sub');
  const onvif = addressIn(row, 'onvif');
  const secret = secretOf(
    row,
    [main, sub, onvif].flatMap((each) => each ?? []),
  );
  const kept = secret === undefined ? {} : { secret };
  if (main === undefined) {
    if (text('main') === '' && (sub ?? onvif)) wrong('main', 'needed');
    return kept;
  }
  const source = CameraSourceSchema.safeParse({
    kind: said ?? kindOf(main.address),
    main: main.address,
    ...(sub && { sub: sub.address }),
    ...(onvif && { onvif: onvif.address }),
    ...(suspect !== undefined && { suspectAfterSeconds: suspect }),
  });
  if (source.success) return { source: source.data, ...kept };
  for (const column of new Set(source.error.issues.map(({ path }) => columnOf[String(path[0])] ?? 'main')))
    secretWrong(column, column === 'onvif' ? 'onvif' : 'address');
  return kept;
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
    name: { vi: text('name'), en: text('name') },
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
