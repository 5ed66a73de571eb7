import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Connector } from './identify.ts';
import { parseXrandr } from './xrandr.ts';

const run = promisify(execFile);
const WITHIN_MS = 1_000;
const MOST_BYTES = 4_000_000;
const DRM = '/sys/class/drm';

/** `--current`: what the server knows now. To ask the screens anew can take a second and make some of them blink. */
async function fromServer(): Promise<readonly Connector[]> {
  const { stdout } = await run('xrandr', ['--current', '--prop'], {
    timeout: WITHIN_MS,
    maxBuffer: MOST_BYTES,
  });
  return parseXrandr(stdout);
}

async function fromKernel(): Promise<readonly Connector[]> {
  const names = (await readdir(DRM)).filter((name) => /^card\d+-./.test(name));
  const found = await Promise.all(
    names.map(async (name): Promise<readonly Connector[]> => {
      const edid = await readFile(join(DRM, name, 'edid')).catch(() => Buffer.alloc(0));
      return edid.length === 0 ? [] : [{ connector: name.replace(/^card\d+-/, ''), edid }];
    }),
  );
  return found.flat();
}

/** The connectors of this machine and what their screens say of themselves; none where the system does not tell. */
export async function readConnectors(): Promise<readonly Connector[]> {
  if (process.platform !== 'linux') return [];
  const served = process.env['DISPLAY'] === undefined ? [] : await fromServer().catch(() => []);
  return served.length > 0 ? served : fromKernel().catch(() => []);
}
