import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { readFlags } from './edge/electron/flags.ts';
import { openRoom } from './edge/electron/room.ts';
import { declareScheme } from './edge/electron/scheme.ts';
import { harden } from './edge/electron/security.ts';
import { words } from './edge/electron/words.ts';
import { openLogFile } from './edge/files/logFile.ts';
import { readSiteFile } from './edge/files/siteConfig.ts';
import type { FileFault } from './kernel/control.ts';

/** Exit code of a start that no restart can help: the supervisor leaves it alone. */
const EXIT_WRONG_CONFIG = 2;
/** Exit code of a shell that no longer knows its own state: the supervisor starts it anew. */
const EXIT_FAILED = 1;
/** A shipped build opens no debugging port, whatever its command line says, unless its owner allows it here. */
const ALLOW_DEBUGGING = 'TOAN_CANH_ALLOW_DEBUGGING';

const flags = readFlags(process.argv.slice(app.isPackaged ? 1 : 2));
const configFolder = join(app.getAppPath(), 'config');
const sitePath = resolve(flags.site ?? join(configFolder, 'sites', 'demo.json'));

/** A province's file stands beside the site's own folder, or comes with the product. */
function provincePath(id: string): string {
  const own = resolve(sitePath, '..', '..', 'provinces', `${id}.json`);
  return existsSync(own) ? own : join(configFolder, 'provinces', `${id}.json`);
}

function refuse(problems: readonly FileFault[]): void {
  const faults = problems.map(({ file, path, expected }) => `${file}: ${path}: ${expected}`);
  const sentence = [words.startRefused, ...faults].join('\n');
  process.stderr.write(`${sentence}\n`);
  // On Linux the wall's supervisor reads these words; a box would wait for a hand in a room where nobody may be.
  if (process.platform !== 'linux') dialog.showErrorBox('Toàn Cảnh', sentence);
  app.exit(EXIT_WRONG_CONFIG);
}

function start(): void {
  const site = readSiteFile(sitePath);
  if (!site.ok) return refuse(site.problems);
  const { log } = openLogFile({ file: join(app.getPath('userData'), 'logs', 'shell.log') });
  const fail = (error: unknown): void => {
    log.error('shell.failed', { reason: String(error) });
    process.stderr.write(`${String(error)}\n`);
    app.exit(EXIT_FAILED);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  app.on('child-process-gone', (_event, { type, reason }) => log.warn('process.gone', { type, reason }));
  harden(site.value.map.mapbox);
  Menu.setApplicationMenu(null);
  void openRoom({
    site: site.value,
    sitePath,
    provincePath: provincePath(flags.province ?? site.value.province),
    outFolder: join(app.getAppPath(), 'out'),
    backend: flags.backend,
    pack: flags.pack,
    windowed: flags.windowed,
    log,
    refuse,
  });
}

if (flags.profile !== undefined) {
  mkdirSync(flags.profile, { recursive: true });
  app.setPath('userData', resolve(flags.profile));
}
for (const name of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
]) {
  app.commandLine.appendSwitch(name);
}
if (app.isPackaged && process.env[ALLOW_DEBUGGING] !== '1') {
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.removeSwitch(name);
}
// GTK draws the shell's few dialogs and needs no OpenGL; to ask for it alone loads Mesa and LLVM, 35 MB.
process.env['GDK_GL'] = 'disable';
// A wall PC whose graphics driver fails still draws its maps, slowly.
app.commandLine.appendSwitch('enable-unsafe-swiftshader');
// Such a PC rasters in squares of 256 px, each with a task and a quad of its own. In few large ones a picture in which many
// numbers change costs a quarter less. With a graphics card Chromium chooses for itself.
for (const side of ['width', 'height']) app.commandLine.appendSwitch(`default-tile-${side}`, '1024');
// All windows are one origin: after a driver that failed twice none of them would ever get a map again.
app.disableDomainBlockingFor3DAPIs();
app.enableSandbox();
// Request headers are bytes: a product name with diacritics in them makes every request fail.
app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]+\S*\s?/g, '');
declareScheme();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.exit(0);
