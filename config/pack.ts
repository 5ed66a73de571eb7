// `npm run pack`: the app as a folder in dist/, fuses set; on Linux also as a tar.gz.
import { build, Platform } from 'electron-builder';
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nextDir, packedDir, repoDir } from './places.ts';
import { packedContent, packedNote } from './packed.ts';
import { manifest, runtime, sqliteFiles } from './runtime.ts';

/** Makes the folder; `packedDir` on Linux. */
export async function pack(): Promise<void> {
  const content = await packedContent();
  rmSync(packedNote, { force: true });
  const standIn = runtime().kind === 'registry' ? standInRuntime() : undefined;
  try {
    await build({
      projectDir: repoDir,
      targets: Platform.current().createTarget(['dir']),
      publish: 'never',
      config: { extends: join(repoDir, 'electron-builder.yml'), ...standIn },
    });
  } finally {
    if (standIn !== undefined) rmSync(standIn.electronDist, { recursive: true, force: true });
  }
  writeFileSync(packedNote, content);
}

/** The stand-in is old and unsupported: what is packed with it proves the packaging and must not leave this machine. */
function standInRuntime() {
  process.stderr.write(
    '• CHỈ ĐỂ THỬ: bản đóng gói này dùng Electron thay thế, không được giao cho ai.\n' +
      '  For tests only: packed with the stand-in Electron, never to be shipped.\n',
  );
  const { version, binary } = runtime();
  // A copy: the packager sets fuses in place.
  const electronDist = `${nextDir}-electron`;
  cpSync(dirname(binary), electronDist, { recursive: true });
  rmSync(join(electronDist, 'resources', 'default_app.asar'), { recursive: true, force: true });
  return {
    electronDist,
    electronVersion: version,
    // It cannot load the product's own SQLite driver.
    files: sqliteFiles().map((path) => ({ from: path, to: path })),
  };
}

/** Makes the tar.gz and returns its path (Linux). By the system's tar: the packager would fetch a tool of its own for it. */
export function archive(): string {
  const { version } = manifest();
  const name = `toan-canh-${version}-linux-${process.arch}${runtime().kind === 'registry' ? '-CHI-DE-THU' : ''}`;
  const file = join(dirname(packedDir), `${name}.tar.gz`);
  const rename = `s,^${basename(packedDir)},${name},`;
  execFileSync('tar', [
    '--owner=0',
    '--group=0',
    '--transform',
    rename,
    '-czf',
    file,
    '-C',
    dirname(packedDir),
    basename(packedDir),
  ]);
  return file;
}

if (import.meta.main) {
  await pack();
  const wantsArchive = !process.argv.includes('--only-folder');
  if (process.platform === 'linux' && wantsArchive) process.stderr.write(`• ${archive()}\n`);
  process.stderr.write('• Đã đóng gói vào dist/ (packed)\n');
}
