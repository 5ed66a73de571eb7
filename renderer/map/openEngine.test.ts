import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import type { EngineRequest, MapEngine, MapTrouble, OpenEngine } from './engine.ts';
import { openEngine, type EngineEvents } from './openEngine.ts';

type Opened = { readonly engine: MapEngine; readonly request: EngineRequest; removed: number };

/** An engine room without a screen: keeps what was opened, and lets the test speak for the library. */
function engineRoom() {
  const opened: Opened[] = [];
  const said: string[] = [];
  const drawing = (name: MapEngine['name']): OpenEngine => {
    return (request) => {
      const one: Opened = {
        request,
        removed: 0,
        engine: {
          name,
          setData: () => undefined,
          addImages: () => undefined,
          flyTo: () => undefined,
          paintedFeatures: () => [],
          sourceFeatures: () => [],
          resize: () => undefined,
          onIdle: () => () => undefined,
          remove: () => {
            one.removed += 1;
          },
        },
      };
      opened.push(one);
      return Promise.resolve(accept(one.engine));
    };
  };
  const events: EngineEvents = {
    onEngine: (engine) => said.push(engine?.name ?? 'none'),
    onTrouble: (name, trouble: MapTrouble) => said.push(`${name}: ${trouble}`),
  };
  return { opened, said, drawing, events };
}

/** Lets promises that are already settled run their followers. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const request: Omit<EngineRequest, 'onTrouble' | 'patienceMs'> = {
  // No engine of this test touches it.
  container: Object.create(null),
  style: { version: 8, sources: {}, layers: [] },
  camera: { centre: [105.84, 21.98], zoom: 8.8 },
  images: {},
};

describe('a room without a Mapbox account', () => {
  it('draws with MapLibre and asks nobody else', async () => {
    const room = engineRoom();

    openEngine({ maplibre: async () => room.drawing('maplibre') }, request, room.events);
    await settled();

    expect(room.said).toEqual(['maplibre']);
  });
});

describe('a room with a Mapbox account', () => {
  it('draws with Mapbox', async () => {
    const room = engineRoom();
    const engines = {
      maplibre: async () => room.drawing('maplibre'),
      mapbox: async () => room.drawing('mapbox'),
    };

    openEngine(engines, request, room.events);
    await settled();

    expect(room.said).toEqual(['mapbox']);
  });

  it.each(['token', 'network', 'blank', 'slow', 'graphics'] as const)(
    'draws with MapLibre when Mapbox fails at the start (%s), and says why',
    async (reason) => {
      const room = engineRoom();
      const mapbox: OpenEngine = () => Promise.resolve(refuse(reason));

      openEngine(
        { maplibre: async () => room.drawing('maplibre'), mapbox: async () => mapbox },
        request,
        room.events,
      );
      await settled();

      expect(room.said).toEqual([`mapbox: ${reason}`, 'maplibre']);
    },
  );

  it('draws with MapLibre when Mapbox cannot even be loaded', async () => {
    const room = engineRoom();
    const mapbox = () => Promise.reject(new Error('chunk gone'));

    openEngine({ maplibre: async () => room.drawing('maplibre'), mapbox }, request, room.events);
    await settled();

    expect(room.said).toEqual(['mapbox: graphics', 'maplibre']);
  });

  it('changes over when the account is refused later, and once only', async () => {
    const room = engineRoom();
    const engines = {
      maplibre: async () => room.drawing('maplibre'),
      mapbox: async () => room.drawing('mapbox'),
    };
    openEngine(engines, request, room.events);
    await settled();

    room.opened[0]?.request.onTrouble('token');
    room.opened[0]?.request.onTrouble('token');
    await settled();

    expect(room.said).toEqual(['mapbox', 'mapbox: token', 'none', 'maplibre']);
    expect(room.opened.map(({ removed }) => removed)).toEqual([1, 0]);
  });
});

describe('a map', () => {
  it('goes on when one tile cannot be read, and says so', async () => {
    const room = engineRoom();
    openEngine({ maplibre: async () => room.drawing('maplibre') }, request, room.events);
    await settled();

    room.opened[0]?.request.onTrouble('tile');

    expect(room.said).toEqual(['maplibre', 'maplibre: tile']);
    expect(room.opened[0]?.removed).toBe(0);
  });

  it('says that this machine cannot draw, when no engine can', async () => {
    const room = engineRoom();

    openEngine({ maplibre: async () => () => Promise.resolve(refuse('graphics')) }, request, room.events);
    await settled();

    expect(room.said).toEqual(['maplibre: graphics']);
  });

  it('leaves nothing behind when it is closed before it is open', async () => {
    const room = engineRoom();

    const close = openEngine({ maplibre: async () => room.drawing('maplibre') }, request, room.events);
    close();
    await settled();

    expect(room.said).toEqual([]);
    expect(room.opened[0]?.removed).toBe(1);
  });
});

describe('a machine that cannot draw for a while', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is tried again after 2, 5 and 15 seconds, then every minute, each time with more patience', async () => {
    const room = engineRoom();
    const tries: { readonly atS: number; readonly patienceS: number }[] = [];
    const start = Date.now();
    const maplibre: OpenEngine = ({ patienceMs }) => {
      tries.push({ atS: (Date.now() - start) / 1000, patienceS: patienceMs / 1000 });
      return Promise.resolve(refuse('graphics'));
    };

    const close = openEngine({ maplibre: async () => maplibre }, request, room.events);
    await vi.advanceTimersByTimeAsync(142_000);
    close();
    await vi.advanceTimersByTimeAsync(120_000);

    expect(tries).toEqual([
      { atS: 0, patienceS: 20 },
      { atS: 2, patienceS: 40 },
      { atS: 7, patienceS: 60 },
      { atS: 22, patienceS: 60 },
      { atS: 82, patienceS: 60 },
      { atS: 142, patienceS: 60 },
    ]);
  });

  it('draws again by itself after its graphics were reset', async () => {
    const room = engineRoom();
    openEngine({ maplibre: async () => room.drawing('maplibre') }, request, room.events);
    await vi.advanceTimersByTimeAsync(90_000);

    room.opened[0]?.request.onTrouble('graphics');
    await vi.advanceTimersByTimeAsync(2_000);

    expect(room.said).toEqual(['maplibre', 'maplibre: graphics', 'none', 'maplibre']);
    expect(room.opened.map(({ removed }) => removed)).toEqual([1, 0]);
  });
});
