// A wall's core and consoles elsewhere, each with a real line to a real backend on this machine.
import type { PersonRole } from '../../domain/access/model.ts';
import type { PortEvent } from '../../domain/contract/port.ts';
import type { ProvinceFile } from '../../domain/contract/provinceFile.ts';
import type { SiteFile } from '../../domain/contract/siteFile.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { createApp, type App } from '../../main/app.ts';
import type { PlateBook } from '../../main/cameras/platePorts.ts';
import type { Onvif } from '../../main/cameras/ptzPorts.ts';
import { systemClock as clock } from '../../main/edge/ports/systemClock.ts';
import { openLink } from '../../main/edge/socket/link.ts';
import type { WindowPort } from '../../main/kernel/ports.ts';
import { aCanvas, aProvince, aSite } from './builders.ts';
import {
  fakeAudit,
  fakeCache,
  fakeCameraBook,
  fakeSecrets,
  fakeDocuments,
  fakeUsage,
  fakeLog,
  fakeLanguage,
  fakePeople,
  fakePins,
  noCameras,
  noOnvif,
  type FakeCache,
} from './fakes.ts';
import { fakeWindow, type FakeWindow } from './fakeWindow.ts';

export type Desk = FakeWindow & {
  /** The wall as this console sees it. */
  wall(): Wall | undefined;
  link(): Extract<PortEvent, { type: 'link' }>['link'] | undefined;
};

export type FarCore = {
  readonly app: App;
  readonly cache: FakeCache;
  /** A console with somebody signed in. */
  desk(windowId?: string, name?: string, role?: PersonRole): Promise<Desk>;
  /** A wall window that makes ready and paints at once. */
  display(id: string): FakeWindow;
  close(): void;
};

type Request = {
  readonly url: string;
  readonly token: string;
  readonly device: string;
  readonly site?: Partial<SiteFile>;
  readonly province?: ProvinceFile;
  readonly cache?: FakeCache;
  readonly onvif?: Onvif;
  readonly plates?: PlateBook;
  readonly audit?: ReturnType<typeof fakeAudit>;
};

/** What a wall window does: it says `ready` when asked to make ready, and `shown` when the command is committed. */
function obliging(window: FakeWindow): WindowPort {
  function oblige(event: PortEvent): void {
    const { wallId } = window.identity;
    if (event.type === 'prepare') {
      const { takeId } = event;
      setImmediate(() => void window.call('wall.ready', { wallId, takeId }));
    }
    if (event.type !== 'commits') return;
    for (const { change } of event.commits) {
      if (change.type !== 'wall.taken') continue;
      const { id: commandId } = change.command;
      setImmediate(() => void window.call('wall.shown', { wallId, commandId, paintedAt: Date.now() }));
    }
  }
  return {
    ...window.port,
    post(message) {
      window.port.post(message);
      if (typeof message === 'string') oblige(JSON.parse(message));
    },
  };
}

function openCore(request: Request): FarCore {
  const { url, token, device, site, province = aProvince(), cache = fakeCache() } = request;
  const log = fakeLog();
  const app = createApp(
    {
      cache: { ...cache, load: () => ({ ...cache.load(), device }) },
      clock,
      log,
      people: fakePeople(),
      language: fakeLanguage(),
      audit: request.audit ?? fakeAudit(),
      pins: fakePins,
      newId: () => crypto.randomUUID(),
      onSession: () => undefined,
      onRoom: () => undefined,
      renewals: { onRenew: () => undefined, onSettled: () => undefined },
      onSound: () => undefined,
      documents: fakeDocuments(),
      placeWeb: () => undefined,
      readProvincePart: () => Promise.reject(new Error('no such file')),
      usage: fakeUsage(),
      openLink: (events) =>
        openLink({ url, token, caFile: undefined, clock, log, random: () => 0.1 }, events),
      cameras: noCameras,
      cameraBook: fakeCameraBook(),
      cameraSecrets: fakeSecrets(),
      onvif: request.onvif ?? noOnvif,
      plates: request.plates,
      evidence: undefined,
    },
    { site: aSite(site), province },
  );
  app.setCanvas('main', aCanvas());
  app.connect();

  function admit(windowId: string, kind: 'wall' | 'console'): FakeWindow {
    const displayIds = kind === 'wall' ? [windowId] : [];
    const window = fakeWindow({ windowId, kind, wallId: 'main', displayIds });
    app.admit(window.identity, kind === 'wall' ? obliging(window) : window.port);
    return window;
  }

  return {
    app,
    cache,
    display: (id) => admit(id, 'wall'),
    async desk(windowId = 'console', name = 'Nguyễn Thị Hạnh', role = 'operator') {
      const window = admit(windowId, 'console');
      const added = await window.call('access.addPerson', { name, role, pin: '2468' });
      const people = await window.call('access.people', {});
      const known = people.ok ? people.value.people.find((person) => person.name === name) : undefined;
      const person = added.ok ? added.value : known;
      await window.call('access.enter', { personId: person?.id ?? 'nobody', pin: '2468' });
      return {
        ...window,
        wall: () => window.world().walls['main'],
        link: () => window.last('link')?.link,
      };
    },
    close: () => app.close(),
  };
}

/** The machine that drives wall `main`: two displays. */
export function openWallCore(request: Omit<Request, 'device'>): FarCore {
  return openCore({ ...request, device: 'wall-pc' });
}

/** A console elsewhere: it has no displays. */
export function openRemoteCore(request: Omit<Request, 'site'>): FarCore {
  return openCore({ ...request, site: { displays: { arrangement: 'remote' } } });
}
