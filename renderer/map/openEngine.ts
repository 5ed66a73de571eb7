import type { EngineRequest, MapEngine, MapFailure, MapTrouble, OpenEngine } from './engine.ts';

/** The engines that this room may use; without an account there is only MapLibre. */
export type Engines = {
  readonly maplibre: () => Promise<OpenEngine>;
  readonly mapbox?: () => Promise<OpenEngine>;
};

export type EngineEvents = {
  /** The engine that draws from now on; `null` when the one before was given up. */
  readonly onEngine: (engine: MapEngine | null) => void;
  readonly onTrouble: (name: MapEngine['name'], trouble: MapTrouble) => void;
};

/**
 * Opens the map: Mapbox where the site has an account, MapLibre otherwise and whenever Mapbox fails, at the start or
 * later. Returns the function that closes whatever is open.
 */
export function openEngine(
  engines: Engines,
  request: Omit<EngineRequest, 'onTrouble'>,
  events: EngineEvents,
): () => void {
  let closed = false;
  let current: MapEngine | null = null;

  async function start(name: MapEngine['name'], load: () => Promise<OpenEngine>): Promise<void> {
    let given = false;
    const giveUp = (failure: MapTrouble): void => {
      if (given || closed) return;
      events.onTrouble(name, failure);
      if (failure === 'tile') return;
      given = true;
      current?.remove();
      if (current) events.onEngine(null);
      current = null;
      if (name === 'mapbox') void start('maplibre', engines.maplibre);
    };
    const outcome = await opened(load, { ...request, onTrouble: giveUp });
    if (!outcome.ok) return giveUp(outcome.reason);
    if (closed || given) return outcome.value.remove();
    current = outcome.value;
    events.onEngine(current);
  }

  void (engines.mapbox ? start('mapbox', engines.mapbox) : start('maplibre', engines.maplibre));
  return () => {
    closed = true;
    current?.remove();
    current = null;
  };
}

/** A library that cannot even be loaded counts as an engine without graphics. */
async function opened(load: () => Promise<OpenEngine>, request: EngineRequest): ReturnType<OpenEngine> {
  try {
    return await (
      await load()
    )(request);
  } catch {
    const reason: MapFailure = 'graphics';
    return { ok: false, reason };
  }
}
