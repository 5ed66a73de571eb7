import { fold } from '../kernel/text.ts';

/** What a column of a camera list can say, in the order in which the product writes one. */
export const importColumns = [
  'id',
  'name',
  'unit',
  'latitude',
  'longitude',
  'kind',
  'main',
  'sub',
  'user',
  'password',
  'bearing',
  'field',
  'range',
  'groups',
  'tags',
  'owner',
  'ptz',
  'restricted',
  'onvif',
  'suspect',
  'certificate',
  'recordings',
  'days',
  'english',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Without these there is no camera. */
export const neededColumns: readonly ImportColumn[] = ['id', 'name', 'unit', 'latitude', 'longitude'];

/** What people write over a column, folded; Vietnamese first, then English and what exports of VMSs say. */
const headers: Readonly<Record<ImportColumn, readonly string[]>> = {
  id: ['ma camera', 'ma', 'ma thiet bi', 'id', 'code', 'camera id', 'camera code'],
  name: ['ten camera', 'ten', 'ten thiet bi', 'vi tri lap dat', 'name', 'camera name', 'name vi'],
  unit: [
    'don vi',
    'xa phuong',
    'phuong xa',
    'dia ban',
    'ma don vi',
    'don vi hanh chinh',
    'unit',
    'unit code',
    'commune',
    'ward',
  ],
  latitude: ['vi do', 'lat', 'latitude', 'y', 'point 1'],
  longitude: ['kinh do', 'long', 'lon', 'lng', 'longitude', 'x', 'point 0'],
  kind: ['loai nguon', 'giao thuc', 'kieu luong', 'kind', 'protocol', 'source kind', 'source type'],
  main: [
    'luong chinh',
    'dia chi luong',
    'dia chi luong chinh',
    'rtsp',
    'url',
    'link',
    'main',
    'main stream',
    'stream url',
    'rtsp url',
    'address',
  ],
  sub: ['luong phu', 'dia chi luong phu', 'sub', 'sub stream', 'substream', 'sub url'],
  user: ['tai khoan', 'ten dang nhap', 'user', 'username', 'user name', 'login'],
  password: ['mat khau', 'password', 'pass', 'pwd'],
  bearing: [
    'huong',
    'huong nhin',
    'phuong vi',
    'bearing',
    'direction',
    'azimuth',
    'heading',
    'view bearingdeg',
  ],
  field: ['goc nhin', 'goc mo', 'field of view', 'fov', 'view angle', 'view fielddeg'],
  range: ['tam nhin', 'tam xa', 'tam nhin m', 'range', 'range m', 'view range', 'view rangem'],
  groups: ['nhom', 'nhom camera', 'group', 'groups'],
  tags: ['nhan', 'the', 'tu khoa', 'tag', 'tags', 'labels'],
  owner: ['chu quan', 'don vi quan ly', 'don vi chu quan', 'chu so huu', 'owner', 'operator', 'managed by'],
  ptz: ['quay quet', 'ptz', 'dieu khien duoc'],
  onvif: ['onvif', 'dia chi onvif', 'onvif url', 'onvif address', 'device service'],
  suspect: ['nghi dung hinh sau', 'nghi dung hinh', 'suspect after', 'suspect after seconds'],
  certificate: [
    'chung thu',
    'van tay chung thu',
    'dau van tay chung thu',
    'fingerprint',
    'certificate fingerprint',
    'source certificate',
  ],
  recordings: [
    'ban ghi vms',
    'dia chi ban ghi',
    'dia chi ban ghi vms',
    'vms',
    'recording url',
    'recordings url',
    'source recordings url',
    'playback url',
  ],
  days: [
    'so ngay luu',
    'ngay luu',
    'so ngay vms luu',
    'recording days',
    'recordings days',
    'source recordings days',
  ],
  english: ['ten tieng anh', 'name en', 'english name'],
  restricted: ['han che', 'han che xem', 'rieng', 'restricted', 'private'],
};

const known = new Map(
  importColumns.flatMap((column) => [column, ...headers[column]].map((words) => [words, column] as const)),
);

function bare(header: string): string {
  return fold(header)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Which column each header means; null: none of ours. The first of two that mean the same counts. */
export function columnsOf(header: readonly string[]): readonly (ImportColumn | null)[] {
  const taken = new Set<ImportColumn>();
  return header.map((words) => {
    const column = known.get(bare(words)) ?? null;
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

/** Needed columns that a header does not name; a list without them cannot be read. */
export function missingColumns(header: readonly string[]): readonly ImportColumn[] {
  const named = columnsOf(header);
  return neededColumns.filter((column) => !named.includes(column));
}
