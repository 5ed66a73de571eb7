import { hostIn } from '../../domain/cameras/addresses.ts';
import { askedIn, numbered, wayTo } from '../../domain/cameras/found.ts';
import { type Cells } from '../../domain/cameras/rowReader.ts';
import { MOST_FOUND } from '../../domain/cameras/limits.ts';
import { cellsOf } from '../../domain/cameras/row.ts';
import {
  type FoundCamera,
  type FoundState,
  type SearchCalls,
  type TakeFound,
} from '../../domain/cameras/searchCalls.ts';
import { StartInput, TakeInput } from '../../domain/cameras/searchInputs.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { NothingInput } from '../../domain/kernel/schema.ts';
import type { Unit } from '../../domain/units/model.ts';
import { type Handlers } from '../kernel/handlers.ts';
import { type DeviceAccount, type Onvif } from './ptzPorts.ts';
import { type Registry } from './registry.ts';

/** Devices that are asked at once. */
const ASKED_AT_ONCE = 8;

type Search = {
  readonly windowId: string;
  readonly found: Map<string, FoundCamera>;
  stage: 'searching' | 'reading' | 'done';
  chosen: readonly string[];
  importId?: string;
  readonly calledOff: AbortController;
};

type Needs = {
  readonly onvif: Pick<Onvif, 'probe' | 'account'>;
  readonly registry: Pick<Registry, 'sources' | 'entry' | 'catalogue'>;
  readonly newId: () => string;
  readonly units: () => readonly Unit[];
  /** Takes what was read for a list of this window; undefined: too many are under way. */
  readonly bring: (rows: readonly Cells[], windowId: string) => string | undefined;
};

const editor = { allowed: ['console'], right: 'camera.edit' } as const;

/** Host and port. */
const placeOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Cameras that the network answers with: found, asked for their streams, and handed on as a list. */
export function createSearching({ onvif, registry, newId, units, bring }: Needs) {
  let last: Search | undefined;

  /** The camera that this device is: by its ONVIF address, or as the only one of its machine. */
  function knownAt(url: string): string | undefined {
    const sources = registry.sources();
    const exact = sources.find(([, { onvif: own }]) => own !== undefined && placeOf(own) === placeOf(url));
    if (exact) return exact[0];
    const there = sources.filter(
      ([, { onvif: own, main }]) => own === undefined && hostIn(main) === hostIn(url),
    );
    return there.length === 1 ? there[0]?.[0] : undefined;
  }

  function note(search: Search, camera: Omit<FoundCamera, 'cameraId'>): void {
    const cameraId = knownAt(camera.url);
    search.found.set(camera.url, { ...camera, ...(cameraId !== undefined && { cameraId }) });
  }

  function heard(search: Search, url: string, words: { name?: string; model?: string }): void {
    if (search.found.size >= MOST_FOUND || search.found.has(url)) return;
    note(search, { url, name: words.name ?? '', model: words.model ?? '', maker: '', state: 'heard' });
  }

  function mark(search: Search, url: string, change: Partial<FoundCamera>): void {
    const camera = search.found.get(url);
    if (camera) search.found.set(url, { ...camera, ...change });
  }

  function rowOf(search: Search, url: string, account: DeviceAccount, batch: TakeFound): Cells | FoundState {
    const way = wayTo(account, url);
    if (!way.ok) return way.reason;
    const { user, password } = batch;
    const login = user === '' ? {} : { user, password };
    const said = { sub: '', ...way.value, onvif: url, ...(account.ptz && { ptz: 'x' }), ...login };
    const entry = registry.entry(search.found.get(url)?.cameraId ?? '');
    if (entry) return { ...cellsOf(entry.camera, entry.source), ...said };
    const { name = '' } = search.found.get(url) ?? {};
    const place = units().find(({ code }) => code === batch.unit)?.point ?? [0, 0];
    return {
      ...said,
      id: newId(),
      name: name || `${account.maker} ${account.model}`.trim() || 'Camera',
      unit: batch.unit,
      longitude: String(place[0]),
      latitude: String(place[1]),
      groups: batch.group,
    };
  }

  async function readOne(search: Search, url: string, batch: TakeFound): Promise<Cells | undefined> {
    const { user, password } = batch;
    const credentials = user === '' ? {} : { credentials: { user, password } };
    const answer = await onvif.account({ url, ...credentials });
    if (!answer.ok) return void mark(search, url, { state: answer.reason });
    const { maker, model } = answer.value;
    const row = rowOf(search, url, answer.value, batch);
    mark(search, url, { maker, model, state: typeof row === 'string' ? row : 'read' });
    return typeof row === 'string' ? undefined : row;
  }

  /** Each new camera under a name of its own, in this list and in the registry. */
  function named(rows: readonly Cells[]): readonly Cells[] {
    const taken = new Set(registry.catalogue().map(({ name }) => name.vi));
    return rows.map((row) => {
      if (registry.entry(row.id ?? '')) return row;
      const name = numbered(row.name ?? '', taken);
      taken.add(name);
      return { ...row, name };
    });
  }

  async function readAll(search: Search, batch: TakeFound): Promise<void> {
    const waiting = [...search.chosen];
    const rows: Cells[] = [];
    async function goOn(): Promise<void> {
      for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
        if (search.calledOff.signal.aborted) return;
        const row = await readOne(search, url, batch);
        if (row) rows.push(row);
      }
    }
    await Promise.all(Array.from({ length: ASKED_AT_ONCE }, goOn));
    if (search !== last || search.stage !== 'reading') return;
    search.stage = 'done';
    if (rows.length === 0) return;
    const importId = bring(named(rows), search.windowId);
    if (importId !== undefined) search.importId = importId;
  }

  async function begin(search: Search, asked: NonNullable<ReturnType<typeof askedIn>>): Promise<void> {
    for (const url of asked.urls) heard(search, url, {});
    await onvif.probe((device) => heard(search, device.url, device), search.calledOff.signal, asked.hosts);
    if (search.stage === 'searching') search.stage = 'done';
  }

  function stop(windowId: string): void {
    if (last?.windowId !== windowId) return;
    last.calledOff.abort();
    for (const [url, { state }] of last.found) if (state === 'waits') mark(last, url, { state: 'heard' });
    last.stage = 'done';
  }

  const calls: Handlers<keyof SearchCalls> = {
    'cameras.startSearch': {
      ...editor,
      parse: (raw) => StartInput.parse(raw),
      run({ addresses }, { windowId }) {
        if (last !== undefined && last.stage !== 'done') return refuse('search-running');
        const asked = askedIn(addresses);
        if (asked === undefined) return refuse('addresses-wrong');
        last = {
          windowId,
          found: new Map(),
          stage: 'searching',
          chosen: [],
          calledOff: new AbortController(),
        };
        void begin(last, asked);
        return accept(null);
      },
    },
    'cameras.readSearch': {
      ...editor,
      quiet: true,
      parse: (raw) => NothingInput.parse(raw),
      run(_input, { windowId }) {
        if (last?.windowId !== windowId) return accept(null);
        const { stage, chosen, importId } = last;
        const found = [...last.found.values()];
        const done = found.filter(({ url, state }) => chosen.includes(url) && state !== 'waits').length;
        return accept({
          stage,
          found,
          done,
          total: chosen.length,
          ...(importId !== undefined && { importId }),
        });
      },
    },
    'cameras.stopSearch': {
      ...editor,
      quiet: true,
      parse: (raw) => NothingInput.parse(raw),
      run(_input, { windowId }) {
        stop(windowId);
        return accept(null);
      },
    },
    'cameras.takeFound': {
      ...editor,
      parse: (raw) => TakeInput.parse(raw),
      run(batch, { windowId }) {
        if (last?.windowId !== windowId || batch.urls.some((url) => !last?.found.has(url)))
          return refuse('search-unknown');
        if (last.stage === 'reading') return refuse('search-running');
        last.calledOff.abort();
        last = {
          windowId,
          found: last.found,
          stage: 'reading',
          chosen: batch.urls,
          calledOff: new AbortController(),
        };
        for (const url of batch.urls) mark(last, url, { state: 'waits' });
        void readAll(last, batch);
        return accept(null);
      },
    },
  };

  return { calls, dismiss: stop, close: (): void => last?.calledOff.abort() };
}
