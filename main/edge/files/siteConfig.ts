import { dirname, resolve } from 'node:path';
import { SiteFileSchema, type SiteFile } from '../../../domain/contract/siteFile.ts';
import { readJsonFile, type FileRead } from './jsonFile.ts';

/** Reads the room's file; the paths in it are relative to it and come out absolute. */
export function readSiteFile(file: string): FileRead<SiteFile> {
  const read = readJsonFile(file, SiteFileSchema);
  return read.ok ? { ok: true, value: withAbsolutePaths(read.value, dirname(resolve(file))) } : read;
}

function withAbsolutePaths(site: SiteFile, folder: string): SiteFile {
  const { caFile } = site.backend;
  const { pack } = site.map;
  return {
    ...site,
    backend: { ...site.backend, ...(caFile !== undefined && { caFile: resolve(folder, caFile) }) },
    ...(site.emblem !== undefined && { emblem: resolve(folder, site.emblem) }),
    map: { ...site.map, ...(pack !== undefined && { pack: resolve(folder, pack) }) },
  };
}
