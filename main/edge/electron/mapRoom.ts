import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openMapPack, type MapPack } from '../files/mapPack.ts';
import type { Room } from './scheme.ts';

const TILE = /^tiles\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})\.pbf$/;

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

async function tileOf(pack: MapPack, path: string): Promise<Response | undefined> {
  const [, z, x, y] = TILE.exec(path) ?? [];
  const bytes = await pack.tile(Number(z), Number(x), Number(y));
  const headers = { 'content-type': 'application/x-protobuf', 'cache-control': 'max-age=3600' };
  // Nothing at a place of the pack is an empty tile, not a fault.
  return new Response(bytes ? new Uint8Array(bytes) : null, { status: bytes ? 200 : 204, headers });
}

/** A pack is one PMTiles file; a folder stands for the first one in it by name. */
function packFileAt(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path;
  const first = readdirSync(path)
    .filter((name) => name.endsWith('.pmtiles'))
    .sort()[0];
  return first === undefined ? path : join(path, first);
}

/**
 * The site's map pack under `ioc://app/map/`: `pack.json` says what it is or why there is none, `tiles/{z}/{x}/{y}.pbf`
 * are its tiles, so that both map engines read the same archive. The pack is opened when a map first asks.
 */
export function mapRoom(packPath: string | undefined, mapboxToken: () => string | undefined): Room {
  let opening: ReturnType<typeof openMapPack> | undefined;
  return async (path) => {
    const token = mapboxToken();
    const engine = token === undefined ? {} : { mapboxToken: token };
    if (packPath === undefined)
      return path === 'pack.json' ? json({ pack: null, reason: 'none', ...engine }) : undefined;
    const opened = await (opening ??= openMapPack(packFileAt(packPath)));
    // A disk that was not there yet may be there when a map asks again.
    if (!opened.ok) opening = undefined;
    if (path === 'pack.json') {
      return json(
        opened.ok
          ? { pack: opened.value.metadata, ...engine }
          : { pack: null, reason: opened.reason, ...engine },
      );
    }
    return opened.ok && TILE.test(path) ? tileOf(opened.value, path) : undefined;
  };
}
