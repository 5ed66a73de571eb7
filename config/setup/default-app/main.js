// Stands in for Electron's own default app: starts the app whose folder is named on the command line.
// Top-level await keeps Electron from becoming ready before the app's main module has run.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

process.defaultApp = true;
const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let named;
for (let i = 0; i < args.length && named === undefined; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') require(resolve(args[(i += 1)]));
  else if (!args[i].startsWith('-')) named = resolve(args[i]);
}
if (named === undefined) {
  process.stderr.write('electron: no app folder given\n');
  app.exit(1);
} else {
  const isFolder = statSync(named).isDirectory();
  const manifest = isFolder ? JSON.parse(readFileSync(join(named, 'package.json'), 'utf8')) : {};
  app.setName(manifest.productName ?? manifest.name ?? 'Electron');
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  if (isFolder) app.setAppPath(named);
  await import(pathToFileURL(isFolder ? join(named, manifest.main ?? 'index.js') : named).href);
}
