// npm packages from the lock file, and the Node that comes with them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeBinary, repoDir } from './places.mjs';
import { runLong, Stop } from './say.mjs';

export async function ensurePackages() {
  if (!installedAsLocked()) {
    const [command, ...first] = npmCommand();
    await runLong(
      'Đang cài các gói npm (npm ci)',
      command,
      [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: repoDir,
        shell: process.platform === 'win32' && first.length === 0,
      },
    );
  }
  ensureNode();
}

/** npm leaves beside the packages a copy of the lock file it installed; optional ones of other systems are absent in it. */
function installedAsLocked() {
  const installedFile = join(repoDir, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(repoDir, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/** The package `node` fetches its binary in an install script, which a strict npm skips: then run it here. */
function ensureNode() {
  if (existsSync(nodeBinary)) return;
  const folder = dirname(dirname(nodeBinary));
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: ['ignore', 2, 2] });
  if (!existsSync(nodeBinary)) {
    throw new Stop('Không tải được Node 24 từ kho npm (package `node`): chạy lại `npm ci` rồi thử lại.');
  }
}

export function npmCommand() {
  const script = process.env.npm_execpath;
  return script !== undefined && script.endsWith('.js') ? [process.execPath, script] : ['npm'];
}
