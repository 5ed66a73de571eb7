import { documentIdOf } from '../documents/rules.ts';
import { inBoth } from '../kernel/text.ts';
import type { ScreenTemplate } from '../wall/model.ts';
import { readablePath, type FileProblem } from './fileProblem.ts';
import type { ProvinceFile } from './provinceFile.ts';

type Path = readonly PropertyKey[];

function problem(path: Path, expected: string): FileProblem {
  return { path: readablePath(path), expected };
}

/** What must be there already to be named. */
const idOf = {
  camera: inBoth('mã của một camera ở trên', 'the id of a camera above'),
  indicator: inBoth('mã của một chỉ tiêu ở trên', 'the id of an indicator above'),
  document: inBoth('sha256 của một tài liệu ở trên', 'the sha256 of a document above'),
  scene: inBoth('mã của một kịch bản ở trên', 'the id of a scene above'),
  tour: inBoth('mã của một vòng luân phiên ở trên', 'the id of a tour above'),
  unit: inBoth('mã của một đơn vị ở dưới', 'the code of a unit below'),
};

function twice(items: readonly string[], path: Path, field: string): readonly FileProblem[] {
  const seen = new Set<string>();
  return items.flatMap((id, index) => {
    const again = seen.has(id);
    seen.add(id);
    const expected = inBoth(`${field} dùng một lần, ${id} đã có rồi`, `${field} used once, not ${id} again`);
    return again ? [problem([...path, index, field], expected)] : [];
  });
}

/** The pages of a scene on a small wall bear its id with their number: no other scene may. */
function likePages(ids: readonly string[]): readonly FileProblem[] {
  return ids.flatMap((id, index) => {
    const whole = id.replace(/-\d+$/, '');
    if (whole === id || !ids.includes(whole)) return [];
    const expected = inBoth(
      `mã khác, vì ${id} là trang của kịch bản ${whole} trên tường nhỏ`,
      `another id, for ${id} is a page of the scene ${whole} on a small wall`,
    );
    return [problem(['scenes', index, 'id'], expected)];
  });
}

function cellsOff(screen: ScreenTemplate, path: Path): readonly FileProblem[] {
  const [columns, rows] = screen.grid;
  const taken = new Set<string>();
  return screen.cells.flatMap(({ at: [column, row, wide, high] }, index) => {
    const place = [...path, 'cells', index, 'at'];
    if (column + wide > columns || row + high > rows)
      return [
        problem(place, inBoth(`chỗ trong lưới ${columns}×${rows}`, `a place on the ${columns}×${rows} grid`)),
      ];
    const spots = Array.from(
      { length: wide * high },
      (_, n) => `${column + (n % wide)},${row + Math.floor(n / wide)}`,
    );
    const overlap = spots.some((spot) => taken.has(spot));
    for (const spot of spots) taken.add(spot);
    return overlap
      ? [problem(place, inBoth('chỗ chưa có ô nào chiếm', 'a place that no other cell takes'))]
      : [];
  });
}

function unknownSubjects(screen: ScreenTemplate, path: Path, known: Known): readonly FileProblem[] {
  return screen.cells.flatMap(({ panel }, index) => {
    const place = [...path, 'cells', index, 'panel'];
    if (panel.kind === 'camera') {
      return known.cameras.has(panel.cameraId) ? [] : [problem([...place, 'cameraId'], idOf.camera)];
    }
    if (panel.kind === 'camera-grid') {
      const { from } = panel;
      return (from.by === 'list' ? from.cameraIds : []).flatMap((id, n) =>
        known.cameras.has(id) ? [] : [problem([...place, 'from', 'cameraIds', n], idOf.camera)],
      );
    }
    if (panel.kind === 'indicator') {
      return known.indicators.has(panel.indicatorId)
        ? []
        : [problem([...place, 'indicatorId'], idOf.indicator)];
    }
    const documentId = documentIdOf(panel);
    if (documentId !== undefined) {
      return known.documents.has(documentId) ? [] : [problem([...place, 'documentId'], idOf.document)];
    }
    if (panel.kind !== 'indicator-chart' && panel.kind !== 'indicator-table') return [];
    return panel.indicatorIds.flatMap((id, n) =>
      known.indicators.has(id) ? [] : [problem([...place, 'indicatorIds', n], idOf.indicator)],
    );
  });
}

type Known = Readonly<Record<'indicators' | 'cameras' | 'documents', ReadonlySet<string>>>;

function sceneProblems(file: ProvinceFile): readonly FileProblem[] {
  const known = {
    indicators: new Set(file.indicators.map(({ id }) => id)),
    cameras: new Set(file.cameras.map(({ id }) => id)),
    documents: new Set(file.documents.map(({ sha256 }) => sha256)),
  };
  return file.scenes.flatMap(({ layout }, index) => {
    const path = ['scenes', index, 'layout'];
    const screens =
      layout.over === 'whole'
        ? [{ screen: layout.screen, at: [...path, 'screen'] }]
        : layout.screens.map((screen, n) => ({ screen, at: [...path, 'screens', n] }));
    return screens.flatMap(({ screen, at }) => [
      ...cellsOff(screen, at),
      ...unknownSubjects(screen, at, known),
    ]);
  });
}

/** Plans show scenes and tours that exist. A scene that becomes pages on a small wall is named by its first. */
function planProblems({ plans, scenes }: ProvinceFile): readonly FileProblem[] {
  const sceneIds = new Set(scenes.map(({ id }) => id));
  const tourIds = new Set(plans.tours.map(({ id }) => id));
  const stops = plans.tours.flatMap((tour, index) =>
    tour.stops.flatMap(({ sceneId }, stop) =>
      sceneIds.has(sceneId) ? [] : [problem(['plans', 'tours', index, 'stops', stop, 'sceneId'], idOf.scene)],
    ),
  );
  const entries = plans.entries.flatMap(({ showing }, index) => {
    const path = ['plans', 'entries', index, 'showing'];
    if (showing.kind === 'scene')
      return sceneIds.has(showing.sceneId) ? [] : [problem([...path, 'sceneId'], idOf.scene)];
    return tourIds.has(showing.tourId) ? [] : [problem([...path, 'tourId'], idOf.tour)];
  });
  return [...stops, ...entries];
}

/** What the schema cannot see: ids used once, scenes that show what exists, cells on their grid without overlap. */
export function provinceProblems(file: ProvinceFile): readonly FileProblem[] {
  return [
    ...twice(
      file.units.map(({ code }) => code),
      ['units'],
      'code',
    ),
    ...twice(
      file.indicators.map(({ id }) => id),
      ['indicators'],
      'id',
    ),
    ...twice(
      file.cameras.map(({ id }) => id),
      ['cameras'],
      'id',
    ),
    ...twice(
      file.lights.map(({ id }) => id),
      ['lights'],
      'id',
    ),
    ...twice(
      file.documents.map(({ sha256 }) => sha256),
      ['documents'],
      'sha256',
    ),
    ...twice(
      file.scenes.map(({ id }) => id),
      ['scenes'],
      'id',
    ),
    ...twice(
      [...file.plans.tours, ...file.plans.entries].map(({ id }) => id),
      ['plans'],
      'id',
    ),
    ...likePages(file.scenes.map(({ id }) => id)),
    ...sceneProblems(file),
    ...planProblems(file),
    ...(file.scenes.some(({ id }) => id === file.startScene) ? [] : [problem(['startScene'], idOf.scene)]),
    ...(file.units.some(({ code }) => code === file.unit) ? [] : [problem(['unit'], idOf.unit)]),
  ];
}
