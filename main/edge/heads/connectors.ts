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

export type Found = {
  readonly connectors: readonly Connector[];
  /** False: the window system did not answer in time. What it said last stands for now, and is worth another look. */
  readonly sure: boolean;
};

type Sources = {
  readonly served: boolean;
  readonly fromServer: () => Promise<readonly Connector[]>;
  readonly fromKernel: () => Promise<readonly Connector[]>;
};

const sources: Sources = { served: process.env['DISPLAY'] !== undefined, fromServer, fromKernel };

/** A program that is not there never answers; one that was cut off may answer the next time. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Asks which connectors this machine has and what their screens say of themselves; none where the system does not tell. */
export function createConnectorReader(from: Sources = sources): () => Promise<Found> {
  let last: readonly Connector[] | undefined;

  async function ask(): Promise<Found | undefined> {
    if (!from.served) return undefined;
    try {
      const connectors = await from.fromServer();
      if (connectors.length > 0) last = connectors;
      return connectors.length > 0 ? { connectors, sure: true } : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      return { connectors: last ?? (await from.fromKernel().catch(() => [])), sure: false };
    }
  }

  return async () => {
    if (process.platform !== 'linux') return { connectors: [], sure: true };
    return (await ask()) ?? { connectors: await from.fromKernel().catch(() => []), sure: true };
  };
}
