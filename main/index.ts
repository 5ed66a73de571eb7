import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, Menu, powerSaveBlocker } from 'electron';
import type { SiteFile } from '../domain/contract/siteFile.ts';
import { createCoreProcess } from './edge/electron/coreProcess.ts';
import { onScreensChanged, planRoom } from './edge/electron/displays.ts';
import { readFlags } from './edge/electron/flags.ts';
import { mapRoom } from './edge/electron/mapRoom.ts';
import { mediaRoom } from './edge/electron/mediaRoom.ts';
import { createPictures } from './edge/electron/pictures.ts';
import { pictureSources } from './edge/electron/pictureSources.ts';
import { declareScheme, serveScheme } from './edge/electron/scheme.ts';
import { contentSecurityPolicy, harden } from './edge/electron/security.ts';
import { unwrapVaultKey } from './edge/electron/vaultKey.ts';
import { createWatchdog } from './edge/electron/watchdog.ts';
import { createWindows, preloadFile } from './edge/electron/windows.ts';
import { openLogFile } from './edge/files/logFile.ts';
import { readSiteFile } from './edge/files/siteConfig.ts';

/** Exit code of a start that no restart can help: the supervisor leaves it alone. */
const EXIT_WRONG_CONFIG = 2;

const flags = readFlags(process.argv.slice(app.isPackaged ? 1 : 2));
const outFolder = join(app.getAppPath(), 'out');
const configFolder = join(app.getAppPath(), 'config');
const sitePath = resolve(flags.site ?? join(configFolder, 'sites', 'demo.json'));

/** A province's file stands beside the site's own folder, or comes with the product. */
function provincePath(id: string): string {
  const own = resolve(sitePath, '..', '..', 'provinces', `${id}.json`);
  return existsSync(own) ? own : join(configFolder, 'provinces', `${id}.json`);
}

function refuseToStart(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  // On Linux the wall's supervisor reads these words; a box would wait for a hand in a room where nobody may be.
  if (process.platform !== 'linux') dialog.showErrorBox('Toàn Cảnh', sentence);
  app.exit(EXIT_WRONG_CONFIG);
}

function openRoom(site: SiteFile): void {
  let room = planRoom(site, flags.windowed);
  let mapboxToken: string | undefined;
  const media = mediaRoom();
  const profileDir = app.getPath('userData');
  const { log } = openLogFile({ file: join(profileDir, 'logs', 'shell.log') });
  const watchdog = createWatchdog((contents, facts) => {
    log.warn('window.hung', { url: contents.getURL(), ...facts });
    contents.forcefullyCrashRenderer();
  });
  const vaultKey = unwrapVaultKey(profileDir);
  const core = createCoreProcess(
    join(outFolder, 'main', 'core.js'),
    {
      profileDir,
      sitePath,
      provincePath: provincePath(flags.province ?? site.province),
      ...(flags.backend === undefined ? {} : { backendUrl: flags.backend }),
      ...(vaultKey === undefined ? {} : { vaultKey }),
    },
    {
      onStarted() {
        core.setCanvas(site.wallId, room.canvas);
        for (const { window, identity, running } of windows.all()) if (running) core.admit(window.webContents, identity);
      },
      onFatal: ({ reason, problems }) =>
        refuseToStart([reason, ...problems.map(({ file, path, expected }) => `${file}: ${path}: ${expected}`)].join('\n')),
      onMapToken: (token) => (mapboxToken = token),
      onMediaTicket: media.set,
      findWindow: (windowId) => windows.find(windowId)?.webContents,
    },
  );
  const windows = createWindows({
    preload: preloadFile(outFolder),
    wallId: site.wallId,
    watchdog,
    events: {
      onDocument: core.admit,
      onGone(identity, reason) {
        if (reason === 'closed') core.dismiss(identity.windowId);
        else core.notice('window-restarted', identity.windowId);
        log.info('window.gone', { windowId: identity.windowId, reason });
        if (identity.kind === 'console' && reason === 'closed') app.quit();
      },
    },
  });
  const pictures = createPictures(() => pictureSources(windows, room.canvas));
  const pack = flags.pack ?? site.map.pack;
  serveScheme({
    pagesFolder: join(outFolder, 'renderer'),
    policy: contentSecurityPolicy(site.map.mapbox),
    rooms: { map: mapRoom(pack, () => mapboxToken), pictures: pictures.serve },
    media: media.serve,
  });
  windows.arrangeWalls(room);
  windows.openConsole();
  core.start();
  onScreensChanged(() => {
    room = planRoom(site, flags.windowed);
    core.setCanvas(site.wallId, room.canvas);
    windows.arrangeWalls(room);
  });
  app.once('before-quit', (event) => {
    event.preventDefault();
    void core.stop().then(() => app.quit());
  });
}

function start(): void {
  const site = readSiteFile(sitePath);
  if (!site.ok) {
    refuseToStart(site.problems.map(({ file, path, expected }) => `${file}: ${path}: ${expected}`).join('\n'));
    return;
  }
  harden();
  Menu.setApplicationMenu(null);
  powerSaveBlocker.start('prevent-display-sleep');
  openRoom(site.value);
}

if (flags.profile !== undefined) {
  mkdirSync(flags.profile, { recursive: true });
  app.setPath('userData', resolve(flags.profile));
}
for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) {
  app.commandLine.appendSwitch(name);
}
// A wall PC whose graphics driver fails still draws its maps, slowly.
app.commandLine.appendSwitch('enable-unsafe-swiftshader');
app.enableSandbox();
// Request headers are bytes: a product name with diacritics in them makes every request fail.
app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]+\S*\s?/g, '');
declareScheme();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.exit(0);
