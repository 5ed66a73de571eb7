// Rooms of the bench: real site and province files, so that the product starts on them as on any other.
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { demoSiteFile, readSite, writeSecrets, writeSite } from '../../../config/roomFiles.ts';
import { profileDir, writeForApp } from '../../../config/runtime.ts';
import type { Stage } from '../harness/stage.ts';
import { FULL, headsFor } from './heads.ts';

export const UNIT = '19';
export const PROBE = 'bench.probe';

type Panel = Readonly<Record<string, unknown>>;
type Cell = readonly [column: number, row: number, columns: number, rows: number];
export type Screen = {
  readonly grid: readonly [columns: number, rows: number];
  /** Where each panel lies; one cell each, row by row, unless told. */
  readonly places?: readonly Cell[];
  readonly panels: readonly Panel[];
};

export type RoomRequest = {
  /** One wall display for each screen. */
  readonly screens: readonly Screen[];
  /** A second scene `other`, laid out likewise. */
  readonly other?: readonly Screen[];
  readonly size: { readonly widthPx: number; readonly heightPx: number };
  /** Wall heads, where they are not as many as screens. */
  readonly heads?: number;
  /** The site file's displays; as connected unless told. */
  readonly displays?: unknown;
  readonly keys: readonly string[];
  readonly backendUrl: string;
  /** What the backend knows the room by; the bench's own feed asks for none. */
  readonly token?: string;
  readonly cameras?: Readonly<Record<string, string>>;
};

/** `env` says on which X server the room's displays are. */
export type Room = {
  readonly profile: string;
  readonly siteFile: string;
  readonly env: Readonly<Record<string, string>>;
};

/** `bench.0000` and on. */
export function benchKeys(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `bench.${String(index).padStart(4, '0')}`);
}

function both(text: string): { vi: string; en: string } {
  return { vi: text, en: text };
}

function indicator(id: string): unknown {
  return {
    id,
    unit: UNIT,
    name: both(id),
    shortName: both(id),
    measure: both('đv'),
    decimals: 0,
    direction: 'neutral',
    office: both('Bàn thử'),
    cadenceMs: 5_000,
    freshForMs: 600_000,
  };
}

function screenTemplate({ grid, panels, places }: Screen): unknown {
  const [columns] = grid;
  const cells = panels.map((panel, index) => ({
    at: places?.[index] ?? [index % columns, Math.floor(index / columns), 1, 1],
    panel,
  }));
  return { grid, cells };
}

function sceneOf(id: string, screens: readonly Screen[]): unknown {
  const layout = { over: 'screens', screens: screens.map(screenTemplate) };
  return { id, name: both(id), layout };
}

function provinceFile({ screens, other, keys, cameras = {} }: RoomRequest): unknown {
  return {
    id: 'bench',
    unit: UNIT,
    name: both('Tỉnh thử'),
    centre: both('Bàn thử'),
    units: [{ code: UNIT, tier: 'province', name: both('Tỉnh thử'), point: [105.8, 21.9] }],
    map: { centre: [105.8, 21.6], zoom: 9 },
    indicators: [PROBE, ...keys].map(indicator),
    cameras: Object.keys(cameras).map((id) => ({
      id,
      unit: UNIT,
      name: both(id),
      point: [105.8, 21.6],
      provenance: 'sample',
    })),
    scenes: [sceneOf('bench', screens), ...(other ? [sceneOf('other', other)] : [])],
    startScene: 'bench',
  };
}

/** A near seat makes type small enough for a hundred tiles. */
function benchSite(displays: unknown) {
  const panel = { widthMm: 1217, heightMm: 685, bezelMm: 3.5 };
  const connected = { arrangement: 'as-connected', panel };
  const room = { id: 'bench', province: 'bench', seatDistanceMm: 1_200, displays: displays ?? connected };
  return (site: Record<string, unknown>): void => void Object.assign(site, room);
}

/** A new profile with its room beside it; both go when the stage ends. */
export async function createRoom(stage: Stage, request: RoomRequest): Promise<Room> {
  const profile = profileDir('bench');
  stage.later(() => rm(profile, { recursive: true, force: true }));
  const folders = { sites: join(profile, 'room', 'sites'), provinces: join(profile, 'room', 'provinces') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  writeForApp(join(folders.provinces, 'bench.json'), JSON.stringify(provinceFile(request)));
  const written = writeSite({
    profile,
    backendUrl: request.backendUrl,
    cameras: request.cameras ?? {},
    change: benchSite(request.displays),
  });
  const siteFile = join(folders.sites, 'bench.json');
  writeForApp(siteFile, JSON.stringify(readSite(written)));
  writeSecrets(profile, { backendToken: request.token ?? 'bench' });
  return {
    profile,
    siteFile,
    env: await headsFor({ walls: request.heads ?? request.screens.length, ...request.size }),
  };
}

/** The demonstration room with this many wall displays. */
export async function createDemoRoom(
  stage: Stage,
  walls: number,
  { url, token }: { url: string; token: string },
): Promise<Room> {
  const profile = profileDir('bench');
  stage.later(() => rm(profile, { recursive: true, force: true }));
  const siteFile = writeSite({ siteFile: demoSiteFile, profile, backendUrl: url, cameras: {} });
  writeSecrets(profile, { backendToken: token });
  return { profile, siteFile, env: await headsFor({ walls, ...FULL }) };
}
