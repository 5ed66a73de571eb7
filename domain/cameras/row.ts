import type { Camera, CameraSource } from './model.ts';
import type { Cells } from './rowReader.ts';

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

/** A registered camera as a row of a list: what `readRow` would read it from. Name and password are in no row that leaves the vault. */
export function cellsOf(camera: Camera, source: CameraSource | undefined): Cells {
  const { id, name, unit, point, view, groups, tags, owner, ptz, restricted } = camera;
  return {
    id,
    name: name.vi,
    english: name.en === name.vi ? '' : name.en,
    unit,
    longitude: decimal(point[0]),
    latitude: decimal(point[1]),
    ...(view && {
      bearing: decimal(view.bearingDeg),
      field: decimal(view.fieldDeg),
      range: decimal(view.rangeM),
    }),
    groups: groups.join('; '),
    tags: tags.join('; '),
    owner: owner ?? '',
    ptz: ptz ? 'x' : '',
    restricted: restricted ? 'x' : '',
    ...(source && {
      kind: source.kind,
      main: source.main,
      sub: source.sub ?? '',
      onvif: source.onvif ?? '',
      suspect: source.suspectAfterSeconds === undefined ? '' : String(source.suspectAfterSeconds),
      certificate: source.certificate ?? '',
      recordings: source.recordings?.url ?? '',
      days: source.recordings === undefined ? '' : String(source.recordings.days),
    }),
  };
}
