// The test cameras of tests/support, lent to `npm start` when the room has none of its own.
// Loaded by name at run time: config does not depend on the tests, the tests depend on config.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repoDir } from './places.ts';

type Fleet = { readonly urls: readonly string[]; stop(): Promise<void> };
type FleetModule = {
  gstreamerPresent(): boolean;
  startFleet(request: { count: number }): Promise<Fleet>;
};

const file = join(repoDir, 'tests', 'support', 'cameras', 'fleet.ts');

/** `undefined` where GStreamer is not installed. */
export async function startDemoCameras(count: number): Promise<Fleet | undefined> {
  if (!existsSync(file)) return undefined;
  const loaded: unknown = await import(pathToFileURL(file).href);
  if (!isFleetModule(loaded) || !loaded.gstreamerPresent()) return undefined;
  return loaded.startFleet({ count });
}

function isFleetModule(loaded: unknown): loaded is FleetModule {
  return (
    typeof loaded === 'object' && loaded !== null && 'startFleet' in loaded && 'gstreamerPresent' in loaded
  );
}
