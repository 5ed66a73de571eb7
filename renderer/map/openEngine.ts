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

/** Pauses before MapLibre is opened again, ms; then the last one, again and again. */
const PAUSES_MS = [2_000, 5_000, 15_000] as const;
const LAST_PAUSE_MS = 60_000;
/** An engine that drew for so long has earned a quick return, ms. */
const STEADY_MS = 60_000;
/** Software graphics included; a machine that needs more is given more each time, ms. */
const PATIENCE_MS = 20_000;

/** How often MapLibre has failed in a row, and what follows from it. */
function createPatience() {
  let failures = 0;
  let openedAt: number | null = null;
  return {
    patienceMs: () => PATIENCE_MS * Math.min(failures + 1, 3),
    opened(): void {
      openedAt = Date.now();
    },
    /** How long to pause after this failure, ms. */
    failed(): number {
      if (openedAt !== null && Date.now() - openedAt >= STEADY_MS) failures = 0;
      openedAt = null;
      failures += 1;
      return PAUSES_MS[failures - 1] ?? LAST_PAUSE_MS;
    },
  };
}

/**
 * Opens the map: Mapbox where the site has an account, MapLibre otherwise and whenever Mapbox fails, at the start or
 * later. MapLibre is opened again and again, for nobody stands behind it. Returns the function that closes whatever is
 * open.
 */
export function openEngine(
  engines: Engines,
  request: Omit<EngineRequest, 'onTrouble' | 'patienceMs'>,
  events: EngineEvents,
): () => void {
  let closed = false;
  let current: MapEngine | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const patience = createPatience();

  function goOnAfter(failed: MapEngine['name']): void {
    const goOn = (): void => void start('maplibre', engines.maplibre);
    if (failed === 'mapbox') goOn();
    else again = setTimeout(goOn, patience.failed());
  }

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
      goOnAfter(name);
    };
    const outcome = await opened(load, {
      ...request,
      patienceMs: patience.patienceMs(),
      onTrouble: giveUp,
    });
    if (!outcome.ok) return giveUp(outcome.reason);
    if (closed || given) return outcome.value.remove();
    current = outcome.value;
    if (name === 'maplibre') patience.opened();
    events.onEngine(current);
  }

  void (engines.mapbox ? start('mapbox', engines.mapbox) : start('maplibre', engines.maplibre));
  return () => {
    closed = true;
    clearTimeout(again);
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
