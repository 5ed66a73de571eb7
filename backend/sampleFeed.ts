import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ProvinceFile } from '../domain/contract/provinceFile.ts';
import { PublishedFigureSchema } from '../domain/indicators/model.ts';
import { createCameraFeed, runCameraFeed } from './cameras/feed.ts';
import { createIncidentFeed, runIncidentFeed, SampleIncidentsSchema } from './incidents/feed.ts';
import { createIndicatorFeed, runIndicatorFeed } from './indicators/feed.ts';
import { SampleReadingsSchema } from './indicators/shapes.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

export type SampleParts = {
  readonly store: Store;
  readonly province: ProvinceFile;
  readonly pace: number;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
};

function sampleFile(province: string, what: string): URL {
  return new URL(`sample/${province}.${what}.json`, import.meta.url);
}

function read<Schema extends z.ZodType>(file: URL, schema: Schema): z.infer<Schema> | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/**
 * Feeds a province that has no systems connected yet: published figures as printed in their sources, and invented readings,
 * incidents and events of cameras that say of themselves that they are sample data. Returns what stops it.
 */
export function startSampleFeed({ store, province, pace, log, now, random }: SampleParts): () => void {
  const { id, unit } = province;
  const figures = read(sampleFile(id, 'published'), z.array(PublishedFigureSchema)) ?? [];
  store.append(
    figures.map((figure) => ({
      topic: `indicators/${unit}`,
      asOf: now(),
      body: { type: 'indicators.published', figure },
    })),
  );
  const readings = read(sampleFile(id, 'indicators'), SampleReadingsSchema);
  const incidents = read(sampleFile(id, 'incidents'), SampleIncidentsSchema);
  if (readings === null || incidents === null) log.warn('sample.missing', { province: id });
  const stops = [
    ...(readings
      ? [
          runIndicatorFeed(createIndicatorFeed(readings, province.indicators, { now, random }), {
            store,
            unit,
            pace,
            log,
          }),
        ]
      : []),
    ...(incidents
      ? [runIncidentFeed(createIncidentFeed({ store, unit, sample: incidents, now, random }), { pace, log })]
      : []),
  ];
  stops.push(runCameraFeed(createCameraFeed({ province, now, random }), { store, unit, pace, log }));
  return () => stops.forEach((stop) => stop());
}
