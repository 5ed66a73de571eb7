// Builds out/ when the sources changed, and never leaves it half built: apps may be running from it.
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { nextDir, repoDir } from './places.ts';

const sources = [
  '{domain,main,preload,renderer,resources}/**/*',
  'config/{provinces,sites}/**/*',
  'config/{build*,places}.ts',
  'package-lock.json',
];
const outDir = join(repoDir, 'out');
const hashFile = join(outDir, 'build.json');
const lockDir = join(repoDir, 'node_modules', '.cache', 'toan-canh', 'build.lock');
const Built = z.object({ hash: z.string() });

/** Returns the hash that names this build. */
export async function ensureBuilt(): Promise<string> {
  const hash = sourcesHash();
  if (builtHash() === hash) return hash;
  const unlock = await lock();
  try {
    if (builtHash() !== hash) await build(hash);
  } finally {
    unlock();
  }
  return hash;
}

async function build(hash: string): Promise<void> {
  const startedAt = Date.now();
  process.stderr.write('• Đang dựng ứng dụng (building the app)\n');
  const vite = await import('vite');
  const configs = await Promise.all([
    import('./build.main.ts'),
    import('./build.preload.ts'),
    import('./build.renderer.ts'),
  ]);
  try {
    // All are let finish: one that still wrote after the others failed would leave its folder behind.
    const builds = configs.map((config) => vite.build({ ...config.default, configFile: false }));
    const failures = (await Promise.allSettled(builds)).filter((result) => result.status === 'rejected');
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => String(reason)).join('\n'));
    await copyMigrations();
    await copyPdfParts();
    writeFileSync(join(nextDir, 'build.json'), JSON.stringify({ hash }));
    rmSync(outDir, { recursive: true, force: true });
    renameSync(nextDir, outDir);
  } finally {
    rmSync(nextDir, { recursive: true, force: true });
  }
  process.stderr.write(`• Đã dựng xong sau ${((Date.now() - startedAt) / 1000).toFixed(1)} s (built)\n`);
}

/** SQL migrations are read at run time, from beside the code. */
async function copyMigrations(): Promise<void> {
  for (const file of globSync('main/**/migrations/*.sql', { cwd: repoDir })) {
    await cp(join(repoDir, file), join(nextDir, 'main', 'migrations', basename(file)));
  }
}

/** What the reader of PDFs asks for by name: fonts that a PDF may leave out, decoders of scanned pages. */
async function copyPdfParts(): Promise<void> {
  const from = join(repoDir, 'node_modules', 'pdfjs-dist');
  for (const part of ['standard_fonts', 'wasm']) {
    await cp(join(from, part), join(nextDir, 'renderer', 'pdfjs', part), {
      recursive: true,
      filter: (file) => !basename(file).startsWith('quickjs'),
    });
  }
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const pattern of sources) {
    for (const file of globSync(pattern, { cwd: repoDir }).sort()) {
      const path = join(repoDir, file);
      if (/\.test\.tsx?$/.test(file) || !statSync(path).isFile()) continue;
      hash.update(file).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
}

function builtHash(): string | undefined {
  return existsSync(hashFile) ? Built.parse(JSON.parse(readFileSync(hashFile, 'utf8'))).hash : undefined;
}

/** Several starts may come at once (tests, demo): one builds, the others wait for it. */
async function lock(): Promise<() => void> {
  mkdirSync(dirname(lockDir), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lockDir);
      writeFileSync(join(lockDir, 'pid'), String(process.pid));
      return () => rmSync(lockDir, { recursive: true, force: true });
    } catch {
      if (abandoned()) rmSync(lockDir, { recursive: true, force: true });
      else await wait(100);
    }
  }
}

function abandoned(): boolean {
  const pidFile = join(lockDir, 'pid');
  if (!existsSync(pidFile)) return existsSync(lockDir) && Date.now() - statSync(lockDir).mtimeMs > 5000;
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
    return false;
  } catch {
    return true;
  }
}

if (import.meta.main) {
  try {
    await ensureBuilt();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  }
}
