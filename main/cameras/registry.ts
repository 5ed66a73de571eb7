import type { Acquaintance } from '../../domain/cameras/importList.ts';
import type { ImportedCamera } from '../../domain/cameras/importing.ts';
import { MOST_CAMERAS } from '../../domain/cameras/limits.ts';
import type { Camera, CameraSource } from '../../domain/cameras/model.ts';
import type { ImportNote, KnownCamera } from '../../domain/cameras/state.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import type { Hub } from '../kernel/hub.ts';
import type { CameraBook, CameraSecrets, LastImport, RegisteredCamera } from './registryPorts.ts';

type Needs = {
  readonly hub: Pick<Hub, 'commit'>;
  readonly book: CameraBook;
  readonly secrets: CameraSecrets;
  /** The cameras of the province's own file. */
  readonly ofProvince: readonly Camera[];
  /** The site file's addresses, by camera id: they go before those of a list. */
  readonly ofSite: Readonly<Record<string, CameraSource>>;
};

const now = (id: string): string => `camera.${id}`;
/** The password that an import replaced, for as long as it can be undone. */
const before = (id: string): string => `camera-before.${id}`;

/** The cameras of this room: those of the province's file beside those that came in lists. */
export function createRegistry({ hub, book, secrets, ofProvince, ofSite }: Needs) {
  const provinceIds = new Set(ofProvince.map(({ id }) => id));
  const registered = new Map(
    book.all().flatMap((each) => (provinceIds.has(each.camera.id) ? [] : [[each.camera.id, each] as const])),
  );

  function sourceOf(cameraId: string): CameraSource | undefined {
    return own(ofSite, cameraId) ?? registered.get(cameraId)?.source;
  }

  function known(camera: Camera): KnownCamera {
    const source = sourceOf(camera.id);
    const ptz = camera.ptz || source?.onvif !== undefined;
    return { ...camera, ptz, kind: source?.kind ?? 'none' };
  }

  function acquaintance({ camera, source, secret }: ImportedCamera): Acquaintance {
    if (provinceIds.has(camera.id)) return 'of-province';
    const here = registered.get(camera.id);
    if (here === undefined) return 'fresh';
    const samePassword = secret === undefined || secrets.secret(now(camera.id)) === secret;
    return samePassword && same(here, source ? { camera, source } : { camera }) ? 'same' : 'changed';
  }

  /** The passwords of a list, with those that they replace beside them; the ones that an older import replaced go. */
  function keepSecrets(cameras: readonly ImportedCamera[]): boolean {
    const forgotten = (book.lastImport()?.before ?? []).map(
      ({ camera }) => [before(camera.id), null] as const,
    );
    const kept = cameras.flatMap(({ camera: { id }, secret }) =>
      registered.has(id)
        ? [
            [before(id), secrets.secret(now(id)) ?? null] as const,
            ...(secret === undefined ? [] : [[now(id), secret] as const]),
          ]
        : [[now(id), secret ?? null] as const],
    );
    const changes = [...forgotten, ...kept].filter(
      ([name, value]) => (secrets.secret(name) ?? null) !== value,
    );
    return changes.length === 0 || secrets.change(Object.fromEntries(changes));
  }

  function takeIn(
    imported: readonly ImportedCamera[],
    about: Omit<ImportNote, 'fresh' | 'changed'>,
  ): Outcome<ImportNote, 'cameras-full' | 'vault-away'> {
    const sorts = imported.map((each) => ({ each, sort: acquaintance(each) }));
    const taken = sorts.filter(({ sort }) => sort === 'fresh' || sort === 'changed');
    const fresh = taken.filter(({ sort }) => sort === 'fresh').map(({ each }) => each.camera.id);
    if (provinceIds.size + registered.size + fresh.length > MOST_CAMERAS) return refuse('cameras-full');
    if (!keepSecrets(taken.map(({ each }) => each))) return refuse('vault-away');
    const cameras = taken.map(({ each: { camera, source } }): RegisteredCamera =>
      source ? { camera, source } : { camera },
    );
    const note = { ...about, fresh: fresh.length, changed: cameras.length - fresh.length };
    const last: LastImport = {
      note,
      added: fresh,
      before: cameras.flatMap(({ camera }) => registered.get(camera.id) ?? []),
    };
    book.takeIn(cameras, last);
    for (const each of cameras) registered.set(each.camera.id, each);
    hub.commit({
      type: 'cameras.registered',
      cameras: cameras.map(({ camera }) => known(camera)),
      gone: [],
      lastImport: note,
    });
    return accept(note);
  }

  function undo(importId: string): Outcome<null, 'import-unknown' | 'vault-away'> {
    const last = book.lastImport();
    if (last?.note.importId !== importId) return refuse('import-unknown');
    const back = last.before.map(({ camera: { id } }) => [
      [now(id), secrets.secret(before(id)) ?? null] as const,
      [before(id), null] as const,
    ]);
    const changes = [...last.added.map((id) => [now(id), null] as const), ...back.flat()].filter(
      ([name, value]) => (secrets.secret(name) ?? null) !== value,
    );
    if (changes.length > 0 && !secrets.change(Object.fromEntries(changes))) return refuse('vault-away');
    book.undo(last);
    for (const id of last.added) registered.delete(id);
    for (const each of last.before) registered.set(each.camera.id, each);
    hub.commit({
      type: 'cameras.registered',
      cameras: last.before.map(({ camera }) => known(camera)),
      gone: last.added,
      lastImport: null,
    });
    return accept(null);
  }

  return {
    acquaintance,
    sourceOf,
    takeIn,
    undo,
    catalogue: (): readonly KnownCamera[] =>
      [...ofProvince, ...[...registered.values()].map(({ camera }) => camera)].map(known),
    lastImport: (): ImportNote | null => book.lastImport()?.note ?? null,
  };
}
export type Registry = ReturnType<typeof createRegistry>;
