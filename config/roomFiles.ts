// The files that the app is given: its room, its province, its secrets.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { describeProblems } from '../domain/contract/fileProblem.ts';
import { repoDir } from './places.ts';
import { lentToApp, ownFolder, writeForApp } from './runtime.ts';

const SiteFace = z.looseObject({
  id: z.string(),
  province: z.string(),
  wallId: z.string(),
  backend: z.looseObject({ url: z.string(), caFile: z.string().optional() }),
  emblem: z.string().optional(),
  map: z.looseObject({ pack: z.string().optional() }).optional(),
  cameras: z.record(z.string(), z.unknown()).optional(),
});
const ProvinceFace = z.looseObject({
  unit: z.string(),
  cameras: z.array(z.looseObject({ id: z.string() })),
});

export const remoteSiteFile = join(repoDir, 'config', 'sites', 'remote.json');
export const demoSiteFile = join(repoDir, 'config', 'sites', 'demo.json');

export function readSite(file: string): z.infer<typeof SiteFace> {
  return readJson(file, SiteFace);
}

/** A province's own file beside the site's folder comes before the one in the repository. */
export function provinceFileOf(id: string, siteFile: string = demoSiteFile): string {
  const own = resolve(dirname(siteFile), '..', 'provinces', `${id}.json`);
  return existsSync(own) ? own : join(repoDir, 'config', 'provinces', `${id}.json`);
}

export function readProvince(id: string, siteFile: string = demoSiteFile): z.infer<typeof ProvinceFace> {
  return readJson(provinceFileOf(id, siteFile), ProvinceFace);
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parsed(file));
  if (read.success) return read.data;
  const problems = describeProblems(read.error);
  throw new Error(problems.map(({ path, expected }) => `${file}: ${path}: ${expected}`).join('\n'));
}

/** A text editor's mark at the beginning is no mistake; the app itself forgives it too. */
function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const slip = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}:\n${slip}`, { cause: error });
  }
}

export type SiteRequest = {
  /** A site file; without one, the demonstration room. */
  readonly siteFile?: string;
  readonly profile: string;
  /** In place of the site's own province. */
  readonly province?: string;
  readonly backendUrl?: string;
  /** Addresses by camera id; they replace those of the file. */
  readonly cameras?: Readonly<Record<string, string>>;
  /** Further changes to the file's own text, such as other displays. */
  readonly change?: (site: Record<string, unknown>) => void;
};

/** Writes a copy of the site file and its province into the profile, with this run's addresses, readable by the app's user. */
export function writeSite(request: SiteRequest): string {
  const source = resolve(request.siteFile ?? demoSiteFile);
  const site = readSite(source);
  const besideSource = (path: string): string => lentToApp(resolve(dirname(source), path));
  if (request.backendUrl !== undefined) site.backend.url = request.backendUrl;
  if (site.backend.caFile !== undefined) site.backend.caFile = besideSource(site.backend.caFile);
  if (site.emblem !== undefined) site.emblem = besideSource(site.emblem);
  if (site.map?.pack !== undefined) site.map.pack = besideSource(site.map.pack);
  if (request.cameras !== undefined) {
    site.cameras = Object.fromEntries(
      Object.entries(request.cameras).map(([id, url]) => [id, { kind: 'rtsp', main: url }]),
    );
  }
  request.change?.(site);
  // The province's own file goes along: the app looks for it beside the folder of its site file.
  const room = ownFolder(join(request.profile, 'room'));
  const file = join(ownFolder(join(room, 'sites')), 'site.json');
  const provinces = ownFolder(join(room, 'provinces'));
  writeForApp(file, JSON.stringify(site, undefined, 2));
  const province = request.province ?? site.province;
  const content = provinceFileOf(province, source);
  if (existsSync(content)) writeForApp(join(provinces, `${province}.json`), readFileSync(content, 'utf8'));
  bringDocuments(content.replace(/\.json$/, ''), join(provinces, province));
  return file;
}

/** The files that a province brings with its content lie in a folder beside its own file. */
function bringDocuments(from: string, to: string): void {
  if (!existsSync(from)) return;
  ownFolder(to);
  for (const name of readdirSync(from)) writeForApp(join(to, name), readFileSync(join(from, name)));
}

export type Secrets = {
  readonly backendToken?: string;
  readonly cameras?: Readonly<Record<string, { readonly user: string; readonly password: string }>>;
};

/** The app takes these into its vault at the next start and deletes the file. */
export function writeSecrets(profile: string, secrets: Secrets): void {
  const { backendToken, cameras = {} } = secrets;
  const named = Object.entries(cameras).map(([id, { user, password }]) => [
    `camera.${id}`,
    `${user}:${password}`,
  ]);
  const token = backendToken === undefined ? [] : [['backend.token', backendToken]];
  writeForApp(join(profile, 'secrets.json'), JSON.stringify(Object.fromEntries([...token, ...named])));
}
