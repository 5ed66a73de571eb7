import type { PersonRole } from '../../domain/access/model.ts';
import { activeCameras } from '../../domain/cameras/events.ts';
import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { ActName } from '../../domain/contract/calls.ts';
import type { ProvinceFile } from '../../domain/contract/provinceFile.ts';
import type { SiteFile } from '../../domain/contract/siteFile.ts';
import { MINUTE_MS } from '../../domain/kernel/time.ts';
import { BY_ITSELF } from '../kernel/author.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { createChecking } from './checking.ts';
import { createEditing } from './editing.ts';
import { createCameraReceivers } from './events.ts';
import { createEvidence } from './evidence.ts';
import type { EvidenceKeeping } from './evidencePorts.ts';
import { footageOf } from './neighbour.ts';
import type { PlateBook } from './platePorts.ts';
import { createPlatesService } from './plates.ts';
import type { CamerasPorts } from './ports.ts';
import { createPtzService } from './ptz.ts';
import type { Onvif } from './ptzPorts.ts';
import { createRegistry } from './registry.ts';
import type { CameraBook, CameraSecrets } from './registryPorts.ts';
import { createRegistryService } from './registryService.ts';
import { createReplays } from './replays.ts';
import { createSearching } from './searching.ts';
import { createCamerasService } from './service.ts';
import { createVmsStretches } from './vmsStretches.ts';

/** What the cameras of a room need of the outside. */
export type CameraRoomPorts = {
  readonly cameras: CamerasPorts;
  readonly cameraBook: CameraBook;
  readonly cameraSecrets: CameraSecrets;
  readonly onvif: Onvif;
  /** None while the vault is closed. */
  readonly plates: PlateBook | undefined;
  readonly evidence: EvidenceKeeping | undefined;
};

type Needs = {
  readonly ports: CameraRoomPorts;
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly site: Pick<SiteFile, 'cameras' | 'recording' | 'retention' | 'evidence'>;
  readonly province: Pick<ProvinceFile, 'cameras' | 'units'>;
  /** Told at every change of a camera's state. */
  readonly onHealth: (health: CameraHealth) => void;
  /** What happened and is no call of somebody's is written down. */
  readonly note: (
    action: ActName,
    about: object,
    whose: { readonly by: string; readonly role: PersonRole | null; readonly from: string },
  ) => void;
};

/** All that this room does with cameras: which there are, what they show, what is kept of them, and how they are turned. */
export function createCameraRoom({ ports, site, province, note, onHealth, ...kernel }: Needs) {
  const { hub, clock, newId } = kernel;
  const { onvif } = ports;
  const { recordings } = ports.cameras;
  const itself = { by: BY_ITSELF, role: null, from: 'core' } as const;
  const units = () => province.units;
  const active = (now: number): readonly string[] => activeCameras(hub.world().cameraEvents, now);

  const registry = createRegistry({
    hub,
    book: ports.cameraBook,
    secrets: ports.cameraSecrets,
    ofProvince: province.cameras,
    ofSite: site.cameras,
    onMoved: (cameraIds) => cameras.moved(cameraIds),
  });
  const { sourceOf } = registry;
  const lists = createRegistryService({ registry, clock, newId, units });
  const editing = createEditing({ registry, clock, newId, units });
  const search = createSearching({ onvif, registry, newId, units, bring: lists.bring });
  const vms = createVmsStretches({ ...ports.cameras, clock, sourceOf });
  const cameras = createCamerasService({
    ...kernel,
    ...ports.cameras,
    sourceOf,
    newTicket: newId,
    active,
    onHealth,
  });
  const replays = createReplays({
    ...ports.cameras,
    hub,
    clock,
    vms,
    keepsMs: site.recording.minutes * MINUTE_MS,
    newTicket: newId,
  });
  const checking = createChecking({
    ...kernel,
    ...ports.cameras,
    book: ports.cameraBook,
    sourceOf,
    streamOf: cameras.streamOf,
    onChecked: ({ cameraId, state, at }) => cameras.checked(cameraId, { state, at }),
  });
  const plates = createPlatesService({
    ...kernel,
    book: ports.plates,
    days: site.retention.cameraEventDays,
    onPurged: (counts) => note('cameras.purgeEvents', counts, itself),
  });
  const ptz = createPtzService({
    ...kernel,
    onvif,
    addressOf(cameraId) {
      const url = sourceOf(cameraId)?.onvif;
      const credentials = ports.cameras.credentials(cameraId);
      return url === undefined ? undefined : { url, ...(credentials && { credentials }) };
    },
    onTaken: (cameraId, { name, role }, from) => note('cameras.turn', { cameraId }, { by: name, role, from }),
  });
  const evidence = createEvidence({
    ...kernel,
    recordings,
    keeping: ports.evidence,
    bounds: { days: site.evidence.days, budgetBytes: site.evidence.budgetMb * 1_048_576 },
    onKept: ({ id: evidenceId, camera, by }, from) =>
      note('cameras.clipKept', { evidenceId, camera }, { by, role: null, from }),
    onPurged: (count) => note('cameras.purgeEvidence', { count }, itself),
  });

  return {
    calls: {
      ...cameras.calls,
      ...lists.calls,
      ...editing.calls,
      ...search.calls,
      ...replays.calls,
      ...evidence.calls,
      ...checking.calls,
      ...plates.calls,
      ...ptz.calls,
    },
    registry,
    receivers: createCameraReceivers({ hub, clock, keep: plates.keep }),
    footage: footageOf(recordings, vms),
    /** Cameras with something going on now, the most pressing first. */
    active,
    healths: cameras.healths,
    /** Closes what a window may not see any more. */
    recheck(maySee: (windowId: string, cameraId: string) => boolean): void {
      cameras.recheck(maySee);
      replays.recheck(maySee);
    },
    /** What the World must be told before anybody looks. `drives`: this machine drives the wall, and turns its cameras. */
    begin({ drives }: { readonly drives: boolean }): void {
      plates.begin();
      checking.begin();
      if (drives) ptz.begin();
    },
    /** A new page begins in a window: what the old one held open is closed. */
    admitted(windowId: string): void {
      cameras.dismiss(windowId);
      replays.dismiss(windowId);
    },
    /** The window is gone for good. */
    dismiss(windowId: string): void {
      cameras.dismiss(windowId);
      lists.dismiss(windowId);
      search.dismiss(windowId);
      replays.dismiss(windowId);
      evidence.dismiss(windowId);
    },
    stop(): void {
      ptz.stop();
      plates.stop();
      cameras.stop();
      checking.close();
      search.close();
      ports.cameras.gateway.close();
    },
  };
}
