import type { Acquaintance } from '../../domain/cameras/importList.ts';
import type { ImportedCamera } from '../../domain/cameras/importing.ts';
import { MOST_CAMERAS } from '../../domain/cameras/limits.ts';
import type { Camera, CameraSource } from '../../domain/cameras/model.ts';
import type { ImportNote, KnownCamera } from '../../domain/cameras/state.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import type { Hub } from '../kernel/hub.ts';
import type { CameraBook, CameraSecrets, RegisteredCamera, RegistryStep } from './registryPorts.ts';

type Needs = {
  readonly hub: Pick<Hub, 'commit'>;
  readonly book: CameraBook;
  readonly secrets: CameraSecrets;
  /** The cameras of the province's own file. */
  readonly ofProvince: readonly Camera[];
  /** The site file's addresses, by camera id: they go before those of a list. */
  readonly ofSite: Readonly<Record<string, CameraSource>>;
  /** These cameras are reached otherwise than before: by another address or with another password, or no longer. */
  readonly onMoved: (cameraIds: readonly string[]) => void;
};

/** Changes that can be undone, the newest first. */
const MOST_STEPS = 20;

const now = (id: string): string => `camera.${id}`;
/** The password that a change replaced or removed, for as long as it can be undone; none: it left the password alone. */
const before = (importId: string, id: string): string => `camera-before.${importId}.${id}`;
/** Stands there for a camera that had no password. */
const NO_PASSWORD = '';

type Secrets = Readonly<Record<string, string | null>>;
type About = Omit<ImportNote, 'fresh' | 'changed'>;
type Changed = Parameters<CameraBook['change']>[0];
type ChangeRefusal = 'cameras-full' | 'vault-away';

/** What the room knows of one camera. `ofProvince`: its facts are the province's file's; `ofSite`: its addresses are the site's. */
export type RegistryEntry = {
  readonly camera: Camera;
  readonly source?: CameraSource;
  readonly ofProvince: boolean;
  readonly ofSite: boolean;
  readonly hasSecret: boolean;
};

/** The cameras of this room: those of the province's file beside those that came in lists. */
export function createRegistry({ hub, book, secrets, ofProvince, ofSite, onMoved }: Needs) {
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

  /** Only what is other than it stands; false: the vault is closed. */
  function keep(wanted: Secrets): boolean {
    const changes = Object.entries(wanted).filter(
      ([name, value]) => (secrets.secret(name) ?? null) !== value,
    );
    return changes.length === 0 || secrets.change(Object.fromEntries(changes));
  }

  /** The passwords of new and changed cameras, with those that they replace beside them. */
  function secretsOf(taken: readonly ImportedCamera[], importId: string): Secrets {
    const changes = taken.flatMap(({ camera: { id }, secret }) => {
      if (!registered.has(id)) return [[now(id), secret ?? null] as const];
      if (secret === undefined) return [];
      const kept = secrets.secret(now(id)) ?? NO_PASSWORD;
      return [[before(importId, id), kept] as const, [now(id), secret] as const];
    });
    return Object.fromEntries(changes);
  }

  /** The passwords of steps that can be undone no longer. */
  function forgetSteps(): void {
    const names = book
      .forget(MOST_STEPS)
      .flatMap((step) => step.before.map(({ camera }) => before(step.note.importId, camera.id)));
    keep(Object.fromEntries(names.map((name) => [name, null])));
  }

  /** `moved`: reached with another password; those with another address are seen here. */
  function tell(
    { put, gone, moved }: Changed & { readonly moved: readonly string[] },
    lastImport: ImportNote | null,
  ): void {
    const elsewhere = put.filter(({ camera: { id }, source }) => !same(registered.get(id)?.source, source));
    for (const id of gone) registered.delete(id);
    for (const each of put) registered.set(each.camera.id, each);
    const cameras = put.map(({ camera }) => known(camera));
    hub.commit({ type: 'cameras.registered', cameras, gone, lastImport });
    onMoved([...new Set([...gone, ...moved, ...elsewhere.map(({ camera }) => camera.id)])]);
  }

  function change(changed: Changed & { readonly moved: readonly string[] }, step: RegistryStep): void {
    book.change(changed, step);
    forgetSteps();
    tell(changed, step.note);
  }

  function takeIn(imported: readonly ImportedCamera[], about: About): Outcome<ImportNote, ChangeRefusal> {
    const sorts = imported.map((each) => ({ each, sort: acquaintance(each) }));
    const taken = sorts.flatMap(({ each, sort }) => (sort === 'fresh' || sort === 'changed' ? [each] : []));
    const added = sorts.flatMap(({ each, sort }) => (sort === 'fresh' ? [each.camera.id] : []));
    if (provinceIds.size + registered.size + added.length > MOST_CAMERAS) return refuse('cameras-full');
    if (!keep(secretsOf(taken, about.importId))) return refuse('vault-away');
    const cameras = taken.map(({ camera, source }): RegisteredCamera =>
      source ? { camera, source } : { camera },
    );
    const note = { ...about, fresh: added.length, changed: cameras.length - added.length };
    const old = cameras.flatMap(({ camera }) => registered.get(camera.id) ?? []);
    const moved = taken.flatMap(({ camera, secret }) => (secret === undefined ? [] : [camera.id]));
    change({ put: cameras, gone: [], moved }, { note, added, before: old });
    return accept(note);
  }

  function remove(
    cameraId: string,
    about: About,
  ): Outcome<ImportNote, 'camera-unknown' | 'of-province' | 'vault-away'> {
    if (provinceIds.has(cameraId)) return refuse('of-province');
    const camera = registered.get(cameraId);
    if (camera === undefined) return refuse('camera-unknown');
    const password = secrets.secret(now(cameraId)) ?? null;
    if (!keep({ [before(about.importId, cameraId)]: password, [now(cameraId)]: null }))
      return refuse('vault-away');
    const note = { ...about, fresh: 0, changed: 1 };
    change({ put: [], gone: [cameraId], moved: [] }, { note, added: [], before: [camera] });
    return accept(note);
  }

  function undo(importId: string): Outcome<null, 'import-unknown' | 'vault-away'> {
    const last = book.lastStep();
    if (last?.note.importId !== importId) return refuse('import-unknown');
    const replaced = last.before.flatMap(({ camera: { id } }) => {
      const kept = secrets.secret(before(importId, id));
      return kept === undefined ? [] : [{ id, secret: kept === NO_PASSWORD ? null : kept }];
    });
    const back = replaced.flatMap(({ id, secret }) => [
      [now(id), secret] as const,
      [before(importId, id), null] as const,
    ]);
    const gone = last.added.map((id) => [now(id), null] as const);
    if (!keep(Object.fromEntries([...gone, ...back]))) return refuse('vault-away');
    book.undo(last);
    const moved = replaced.map(({ id }) => id);
    tell({ put: last.before, gone: last.added, moved }, book.lastStep()?.note ?? null);
    return accept(null);
  }

  return {
    acquaintance,
    sourceOf,
    takeIn,
    remove,
    undo,
    /** The camera as it stands here, wherever it came from; its name and password stay in the vault. */
    entry(cameraId: string): RegistryEntry | undefined {
      const camera = ofProvince.find(({ id }) => id === cameraId) ?? registered.get(cameraId)?.camera;
      const source = sourceOf(cameraId);
      return (
        camera && {
          camera,
          ...(source && { source }),
          ofProvince: provinceIds.has(cameraId),
          ofSite: Object.hasOwn(ofSite, cameraId),
          hasSecret: secrets.secret(now(cameraId)) !== undefined,
        }
      );
    },
    /** Name and password of a camera, `user:password`; null forgets them. */
    keepSecret(cameraId: string, secret: string | null): boolean {
      if (!keep({ [now(cameraId)]: secret })) return false;
      onMoved([cameraId]);
      return true;
    },
    catalogue: (): readonly KnownCamera[] =>
      [...ofProvince, ...[...registered.values()].map(({ camera }) => camera)].map(known),
    lastImport: (): ImportNote | null => book.lastStep()?.note ?? null,
    sources: (): readonly (readonly [cameraId: string, source: CameraSource])[] => [
      ...Object.entries(ofSite),
      ...[...registered.values()].flatMap(({ camera: { id }, source }) =>
        source ? [[id, source] as const] : [],
      ),
    ],
  };
}
export type Registry = ReturnType<typeof createRegistry>;
