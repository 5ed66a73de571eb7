import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteFile } from '../domain/contract/siteFile.ts';
import { createApp, type App } from './app.ts';
import { openEvidenceFiles } from './edge/documents/evidenceFiles.ts';
import { openDocumentStore } from './edge/documents/store.ts';
import { openLogFile } from './edge/files/logFile.ts';
import { scryptPins } from './edge/files/pins.ts';
import { readProvinceFile } from './edge/files/provinceConfig.ts';
import { cameraLogin, openRoomVault } from './edge/files/roomVault.ts';
import { readSiteFile } from './edge/files/siteConfig.ts';
import type { Vault } from './edge/files/vault.ts';
import { createGateway } from './edge/media/gateway.ts';
import { openRecordings } from './edge/media/ring/recordings.ts';
import { createRefusals } from './edge/media/refusals.ts';
import { openOnvif } from './edge/onvif/onvif.ts';
import { machineBusy } from './edge/ports/machine.ts';
import { tilePort, windowPort } from './edge/ports/messagePort.ts';
import { electronParent, type Parent } from './edge/ports/parent.ts';
import { machineRunsMs, systemClock as clock } from './edge/ports/systemClock.ts';
import { trapFailures } from './edge/ports/trapFailures.ts';
import { openLink } from './edge/socket/link.ts';
import { openBooks } from './edge/sqlite/books.ts';
import type { CoreConfig, FileFault, ShellMessage } from './kernel/control.ts';
import { createTilePorts } from './tilePorts.ts';

/** A core that the shell hears nothing of for 5 s is taken to hang. */
const ALIVE_MS = 1_000;

/** At the end the disk gets so long to take the last pictures, ms. */
const LAST_PIECE_MS = 1_000;

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

type Told = Parameters<App['notice']>;
type Ports = { readonly window: ReturnType<typeof windowPort>; readonly tile: ReturnType<typeof tilePort> };

function obey({ app, tiles, send, stop }: Running, message: ShellMessage, port: Ports | undefined): void {
  switch (message.type) {
    case 'start':
      return;
    case 'canvas':
      return app.setCanvas(message.wallId, message.canvas, message.standing);
    case 'admit':
      return port && app.admit(message.window, port.window, message.personId);
    case 'seen':
      return app.seen(message.windowId, message.instead);
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
  // What is to be told before there is an app waits for it.
  const early: Told[] = [];
  let tell = (...told: Told): void => void early.push(told);
  const { profileDir } = config;
  const { vault, closedBecause, unread } = openRoomVault({ ...config, log, now: () => clock.now() });
  if (closedBecause) tell('vault-closed', closedBecause);
  if (unread) tell('secrets-unread', unread);
  const { keyFor } = vault;
  const books = openBooks({
    ...{ profileDir, now: startedAt, retention: site.retention, log, keyFor },
    tell: (...told) => tell(...told),
  });
  const documentsKey = keyFor('documents');
  const evidenceKey = keyFor('evidence');
  const tiles = createTilePorts(clock, (windowId, ticket) =>
    parent.send({ type: 'tile-port', windowId, ticket }),
  );
  const refusals = createRefusals(() => performance.now());
  const recordings = openRecordings({
    ...{ profileDir, recording: site.recording, key: keyFor('recordings'), clock, log },
    // The app that is to be told is made further down.
    onTrouble: (stopped) => queueMicrotask(() => app.recordingStopped(stopped)),
  });

  const app = createApp(
    {
      cache: books.cache,
      people: books.people,
      language: books.language,
      audit: books.audit,
      usage: books.usage,
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
          ...{ clock, log, recordings, refusals },
          ...(site.mostCameras !== undefined && { mostConnected: site.mostCameras }),
        }),
        recordings,
        tilePorts: tiles.ports,
        busy: machineBusy(),
        mediaTickets: { set: (ticket, to) => parent.send({ type: 'media-ticket', ticket, to }) },
        credentials: (cameraId) => cameraLogin(vault, cameraId),
      },
      cameraBook: books.cameras,
      cameraSecrets: vault,
      readProvincePart: (file) => readFile(join(config.provincePath.replace(/\.json$/, ''), file)),
      onvif: openOnvif(refusals),
      plates: books.plates,
      placeWeb: (windowId, views) => parent.send({ type: 'web-place', windowId, views }),
      documents: documentsKey && openDocumentStore(profileDir, documentsKey),
      evidence: books.evidence &&
        evidenceKey && {
          ...{ book: books.evidence, runsMs: machineRunsMs },
          files: openEvidenceFiles(profileDir, evidenceKey),
        },
    },
    { site, province },
  );
  tell = app.notice;
  for (const told of early) tell(...told);

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
      books.close();
      log.info('core.stopped');
      closeLog();
      // The last pictures are written, or nobody waits for the disk any more.
      void Promise.race([kept, new Promise((late) => setTimeout(late, LAST_PIECE_MS))]).then(() =>
        parent.exit(0),
      );
    },
  };
}

function mapboxToken(site: SiteFile, vault: Vault): { readonly mapboxToken?: string } {
  const token = site.map.mapbox ? vault.secret('mapbox.token') : undefined;
  return token === undefined ? {} : { mapboxToken: token };
}

const shell = electronParent();
if (shell) startCore(shell);
