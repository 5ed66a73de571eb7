import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Notice } from '../domain/contract/port.ts';
import type { SiteFile } from '../domain/contract/siteFile.ts';
import { createApp, type App } from './app.ts';
import { noRecordings } from './cameras/noRecordings.ts';
import type { Recordings } from './cameras/ports.ts';
import { readProvinceFile } from './edge/files/provinceConfig.ts';
import { readSiteFile } from './edge/files/siteConfig.ts';
import { openLogFile } from './edge/files/logFile.ts';
import { scryptPins } from './edge/files/pins.ts';
import { beginAnew, openVault, setVaultAside, type Vault } from './edge/files/vault.ts';
import { onvif } from './edge/onvif/onvif.ts';
import { openEvidenceFiles } from './edge/documents/evidenceFiles.ts';
import { openDocumentStore } from './edge/documents/store.ts';
import { createGateway } from './edge/media/gateway.ts';
import { machineBusy } from './edge/ports/machine.ts';
import { openRing } from './edge/media/ring/ring.ts';
import { tilePort, windowPort } from './edge/ports/messagePort.ts';
import { electronParent, type Parent } from './edge/ports/parent.ts';
import { systemClock as clock } from './edge/ports/systemClock.ts';
import { openLink } from './edge/socket/link.ts';
import { openAudit } from './edge/sqlite/auditTable.ts';
import { openCameraBook } from './edge/sqlite/camerasTable.ts';
import { openEvidence } from './edge/sqlite/evidenceTable.ts';
import { openPlates } from './edge/sqlite/platesTable.ts';
import { openCache } from './edge/sqlite/cacheTable.ts';
import { openUsage } from './edge/sqlite/usageTable.ts';
import type { CoreConfig, FileFault, ShellMessage } from './kernel/control.ts';
import type { Log } from './kernel/ports.ts';
import { createTilePorts } from './tilePorts.ts';

/** A core that the shell hears nothing of for 5 s is taken to hang. */
const ALIVE_MS = 1_000;

const MB = 1_048_576;
/** What is left of the disk for facts, whatever the cameras bring. */
const DISK_RESERVE_BYTES = 1_024 * MB;
/** At the end the disk gets so long to take the last pictures, ms. */
const LAST_PIECE_MS = 1_000;

/** Files of this machine alone: their content comes from nowhere else. */
const books = ['history', 'audit', 'usage', 'cameras', 'plates', 'evidence'] as const;
const isBook = (kind: string): kind is (typeof books)[number] => books.some((book) => book === kind);

const noVault: Vault = {
  secret: () => undefined,
  put: () => undefined,
  change: () => false,
  keyFor: () => undefined,
};

/** The composition root of the plain-Node side: reads the files, opens the cache, and does what the parent says. */
export function startCore(parent: Parent): void {
  let running: Running | undefined;

  function begin(config: CoreConfig): void {
    try {
      running = run(config, parent);
    } catch (error) {
      const problems = error instanceof WrongFiles ? error.faults : [fault(config.profileDir, String(error))];
      parent.send({
        type: 'fatal',
        reason: error instanceof WrongFiles ? 'config-wrong' : 'failed',
        problems,
      });
      // The word must be out before the process is gone.
      setTimeout(() => parent.exit(1), 100);
    }
  }

  parent.onMessage((message, port) => {
    if (message.type === 'start') return begin(message.config);
    if (running)
      obey(
        running,
        message,
        port && { window: windowPort(port, parent.unwrap), tile: tilePort(port, parent.unwrap) },
      );
  });
}

type Running = {
  readonly app: App;
  readonly tiles: ReturnType<typeof createTilePorts>;
  readonly send: Parent['send'];
  readonly stop: () => void;
};

type Ports = { readonly window: ReturnType<typeof windowPort>; readonly tile: ReturnType<typeof tilePort> };

function obey({ app, tiles, send, stop }: Running, message: ShellMessage, port: Ports | undefined): void {
  switch (message.type) {
    case 'start':
      return;
    case 'canvas':
      return app.setCanvas(message.wallId, message.canvas, message.standing);
    case 'admit':
      return port && app.admit(message.window, port.window, message.personId);
    case 'dismiss':
      return app.dismiss(message.windowId);
    case 'tile-port':
      return port && tiles.arrived(message.ticket, port.tile);
    case 'crashed':
      return app.crashed(message.window);
    case 'heavy':
      return app.heavy(message.windowId);
    case 'notice':
      return app.notice(message.kind, message.detail);
    case 'stats':
      return send({
        type: 'stats',
        id: message.id,
        stats: { ...app.stats(), rssBytes: process.memoryUsage.rss() },
      });
    case 'stop':
      return stop();
  }
}

class WrongFiles extends Error {
  readonly faults: readonly FileFault[];
  constructor(faults: readonly FileFault[]) {
    super('wrong files');
    this.faults = faults;
  }
}

/** What a damaged file leaves behind: only the World comes again from the province. */
function setAsideNotice(file: string): Notice['kind'] {
  const kind = basename(file).split('.')[0] ?? '';
  return isBook(kind) ? `${kind}-set-aside` : 'cache-set-aside';
}

function fault(file: string, expected: string): FileFault {
  return { file, path: '(file)', expected };
}

function readFiles({ sitePath, provincePath }: CoreConfig) {
  const site = readSiteFile(sitePath);
  const province = readProvinceFile(provincePath);
  if (site.ok && province.ok) return { site: site.value, province: province.value };
  throw new WrongFiles([...(site.ok ? [] : site.problems), ...(province.ok ? [] : province.problems)]);
}

function run(config: CoreConfig, parent: Parent): Running {
  const startedAt = clock.now();
  const { site, province } = readFiles(config);
  mkdirSync(config.profileDir, { recursive: true, mode: 0o700 });
  const { log, close: closeLog } = openLogFile({ file: join(config.profileDir, 'logs', 'core.log') });
  trapFailures(log, () => {
    closeLog();
    parent.exit(1);
  });
  // Told at once, also of a file that is first opened in use; what is found before there is an app waits for it.
  const early: string[] = [];
  let tellSetAside = (file: string): void => void early.push(file);
  const onSetAside = (file: string): void => {
    log.error('cache.setAside', { file });
    tellSetAside(file);
  };
  const halted: string[] = [];
  const place = { profileDir: config.profileDir, now: startedAt, onSetAside };
  const onHalted = (names: readonly string[]): void => void halted.push(...names);
  const opened = openCache({ ...place, onHalted, retention: site.retention });
  const audit = openAudit({
    ...place,
    days: site.retention.auditDays,
    onUnpurged: (error) => log.error('audit.unpurged', { reason: String(error) }),
  });
  const usage = openUsage(place);
  const cameraBook = openCameraBook(place);
  const { vault, closedBecause } = vaultOf(config, log);
  const documentsKey = vault.keyFor('documents');
  const platesKey = vault.keyFor('plates');
  const plates = platesKey && openPlates({ ...place, key: platesKey });
  const evidenceKey = vault.keyFor('evidence');
  const evidenceBook = evidenceKey && openEvidence({ ...place, key: evidenceKey });
  const tiles = createTilePorts(clock, (windowId, ticket) =>
    parent.send({ type: 'tile-port', windowId, ticket }),
  );
  const recordings = recordingsOf(config, site, {
    key: vault.keyFor('recordings'),
    log,
    // The app that is to be told is made further down.
    onTrouble: (stopped) => queueMicrotask(() => app.recordingStopped(stopped)),
  });

  const app = createApp(
    {
      cache: opened.cache,
      people: opened.people,
      audit,
      usage,
      pins: scryptPins,
      clock,
      log,
      newId: () => crypto.randomUUID(),
      onSession: (windowId, personId) => parent.send({ type: 'session', windowId, personId }),
      onRoom: (wallId, room) => parent.send({ type: 'room', wallId, room }),
      renewals: {
        onRenew: (windowId) => parent.send({ type: 'renew', windowId }),
        onSettled: (windowId) => parent.send({ type: 'settled', windowId }),
      },
      onSound: (windowId) => parent.send({ type: 'sound', windowId }),
      openLink: (events) =>
        openLink(
          {
            url: config.backendUrl ?? site.backend.url,
            token: vault.secret('backend.token'),
            caFile: site.backend.caFile,
            clock,
            log,
            random: Math.random,
          },
          events,
        ),
      cameras: {
        gateway: createGateway({
          ...{ clock, log, recordings },
          ...(site.mostCameras !== undefined && { mostConnected: site.mostCameras }),
        }),
        recordings,
        tilePorts: tiles.ports,
        busy: machineBusy(),
        mediaTickets: { set: (ticket, to) => parent.send({ type: 'media-ticket', ticket, to }) },
        credentials: (cameraId) => credentials(vault.secret(`camera.${cameraId}`)),
      },
      cameraBook,
      cameraSecrets: vault,
      readProvincePart: (file) => readFile(join(config.provincePath.replace(/\.json$/, ''), file)),
      onvif,
      plates,
      placeWeb: (windowId, views) => parent.send({ type: 'web-place', windowId, views }),
      documents: documentsKey && openDocumentStore(config.profileDir, documentsKey),
      evidence: evidenceBook &&
        evidenceKey && {
          book: evidenceBook,
          files: openEvidenceFiles(config.profileDir, evidenceKey),
        },
    },
    { site, province },
  );
  tellSetAside = (file) => app.notice(setAsideNotice(file), file);
  early.forEach(tellSetAside);
  if (halted.length > 0) app.notice('plans-halted', halted.join(', '));
  if (opened.elsewhere) app.notice('disk-full');
  if (closedBecause) app.notice('vault-closed', closedBecause);

  const startMs = clock.now() - (config.spawnedAt ?? startedAt);
  log.info('core.started', { startMs, site: site.id, province: province.id });
  const key = documentsKey === undefined ? {} : { documentsKey: documentsKey.toString('base64') };
  parent.send({ type: 'ready', startMs, ...mapboxToken(site, vault), ...key });
  app.connect();
  const alive = setInterval(() => parent.send({ type: 'alive' }), ALIVE_MS);

  return {
    app,
    tiles,
    send: parent.send,
    stop() {
      clearInterval(alive);
      app.close();
      const kept = recordings.close();
      audit.close();
      usage.close();
      plates?.close();
      evidenceBook?.close();
      cameraBook.close();
      log.info('core.stopped');
      closeLog();
      // The last pictures are written, or nobody waits for the disk any more.
      void Promise.race([kept, new Promise((late) => setTimeout(late, LAST_PIECE_MS))]).then(() =>
        parent.exit(0),
      );
    },
  };
}

/** The ring on the disk; nothing is recorded without a key, nor where the site wants none. */
function recordingsOf(
  { profileDir }: CoreConfig,
  { recording }: SiteFile,
  needs: {
    readonly key: Buffer | undefined;
    readonly log: Log;
    readonly onTrouble: (stopped: boolean) => void;
  },
): Recordings {
  const { key, log, onTrouble } = needs;
  if (key === undefined || recording.minutes === 0) return noRecordings;
  const limits = {
    keepMs: recording.minutes * 60_000,
    bytesPerCamera: recording.perCameraMb * MB,
    bytesInAll: recording.totalMb * MB,
  };
  const folder = join(profileDir, 'recordings');
  return openRing({ folder, key, clock, log, limits, reserveBytes: DISK_RESERVE_BYTES, onTrouble });
}

/** Nobody caught it: the log gets its kind and place, the shell starts a new core. */
function trapFailures(log: Log, exit: () => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (failure: unknown) => {
      const place = failure instanceof Error ? failure.stack?.split('\n')[1]?.trim() : undefined;
      log.error('core.failed', { kind: failure instanceof Error ? failure.name : typeof failure, place });
      exit();
    });
  }
}

/** A vault that cannot be opened is no reason for a dark wall: it starts without secrets, and says so. */
function vaultOf(
  { profileDir, vaultKey }: CoreConfig,
  log: Log,
): { readonly vault: Vault; readonly closedBecause?: string } {
  try {
    const found = openVault(profileDir, vaultKey);
    const anew = !found.ok && found.reason === 'key-missing' && beginAnew(profileDir, clock.now());
    const opened = anew ? openVault(profileDir) : found;
    if (opened.ok) {
      if (opened.imported > 0) log.info('vault.imported', { secrets: opened.imported });
      return { vault: opened.vault };
    }
    log.error('vault.closed', { reason: opened.reason });
    if (opened.reason === 'key-wrong') setVaultAside(profileDir, clock.now());
    return { vault: noVault, closedBecause: opened.reason };
  } catch (error) {
    log.error('vault.closed', { reason: String(error) });
    return { vault: noVault, closedBecause: 'disk-refused' };
  }
}

function mapboxToken(site: SiteFile, vault: Vault): { readonly mapboxToken?: string } {
  const token = site.map.mapbox ? vault.secret('mapbox.token') : undefined;
  return token === undefined ? {} : { mapboxToken: token };
}

function credentials(
  secret: string | undefined,
): { readonly user: string; readonly password: string } | undefined {
  const colon = secret?.indexOf(':') ?? -1;
  return secret === undefined || colon < 0
    ? undefined
    : { user: secret.slice(0, colon), password: secret.slice(colon + 1) };
}

const shell = electronParent();
if (shell) startCore(shell);
