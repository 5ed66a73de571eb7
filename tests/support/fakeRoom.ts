// The whole core on fake ports: what a province says goes in, what windows show comes out.
import type { Room } from '../../domain/wall/roomModel.ts';
import { createApp, type App, type AppConfig } from '../../main/app.ts';
import type { KeptLanguage, People } from '../../main/access/ports.ts';
import type { CamerasPorts, Recordings } from '../../main/cameras/ports.ts';
import type { EvidenceKeeping } from '../../main/cameras/evidencePorts.ts';
import type { PlateBook } from '../../main/cameras/platePorts.ts';
import type { Onvif } from '../../main/cameras/ptzPorts.ts';
import type { UsageBook } from '../../main/usage/service.ts';
import type { LinkEvents } from '../../main/kernel/ports.ts';
import type { ClientFrame, ServerFrame } from '../../domain/contract/wire.ts';
import type { Person } from '../../domain/access/model.ts';
import type { CameraBook } from '../../main/cameras/registryPorts.ts';
import type { WebPlace } from '../../domain/web/model.ts';
import { aCanvas, aProvince, aSite } from './builders.ts';
import {
  fakeAudit,
  fakeUsage,
  fakeCache,
  fakeCameraBook,
  fakeSecrets,
  fakeClock,
  fakeDocuments,
  fakeIds,
  fakeLanguage,
  fakeLog,
  fakePeople,
  fakePins,
  noCameras,
  noOnvif,
  type FakeCache,
  type FakeClock,
} from './fakes.ts';
import { fakeWindow, type FakeWindow } from './fakeWindow.ts';

export type FakeRoom = {
  readonly app: App;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly cache: FakeCache;
  readonly audit: ReturnType<typeof fakeAudit>;
  readonly documents: ReturnType<typeof fakeDocuments>;
  readonly cameraSecrets: ReturnType<typeof fakeSecrets>;
  /** Where each window last said its web pages stand. */
  readonly web: Map<string, readonly WebPlace[]>;
  readonly log: ReturnType<typeof fakeLog>;
  /** What went up to the province. */
  readonly sent: ClientFrame[];
  /** What the shell was told: window and person, or that nobody stands there. */
  /** What the core told the shell of the room. */
  readonly rooms: readonly Room[];
  readonly sessions: (readonly [windowId: string, personId: string | null])[];
  /** Which window may be heard, as the shell was told. */
  readonly heard: (string | null)[];
  /** The line's side of the conversation. */
  line(): LinkEvents;
  /** The province says something. */
  say(...frames: readonly ServerFrame[]): void;
  /** A wall window of one display, or the console; `personId`: who stood there under the last core. */
  window(name: string, personId?: string): FakeWindow;
  /** Somebody stands at this console. */
  signIn(window: FakeWindow, role?: Person['role']): Promise<Person>;
};

/** `cache`, `people` and `language`: what an earlier core left behind. */
type RoomRequest = Partial<AppConfig> & {
  readonly cache?: FakeCache;
  readonly people?: People;
  readonly language?: KeptLanguage;
  readonly usage?: UsageBook;
  readonly cameraBook?: CameraBook;
  readonly readProvincePart?: (file: string) => Promise<Uint8Array>;
  readonly onvif?: Onvif;
  readonly plates?: PlateBook;
  readonly recordings?: Recordings;
  readonly cameras?: CamerasPorts;
  readonly evidence?: EvidenceKeeping;
  /** Time goes on over a restart. */
  readonly clock?: FakeClock;
};

export function openFakeRoom(request: RoomRequest = {}): FakeRoom {
  const { cache = fakeCache(), people = fakePeople(), clock = fakeClock() } = request;
  const { site = aSite(), province = aProvince() } = request;
  const audit = fakeAudit();
  const usage = request.usage ?? fakeUsage();
  const log = fakeLog();
  const documents = fakeDocuments();
  const cameraBook = request.cameraBook ?? fakeCameraBook();
  const cameraSecrets = fakeSecrets();
  const web: FakeRoom['web'] = new Map();
  const sent: ClientFrame[] = [];
  const sessions: FakeRoom['sessions'] = [];
  const rooms: Room[] = [];
  const heard: FakeRoom['heard'] = [];
  let line: LinkEvents | undefined;
  const app = createApp(
    {
      cache,
      clock,
      log,
      people,
      language: request.language ?? fakeLanguage(),
      audit,
      usage,
      pins: fakePins,
      newId: fakeIds(),
      renewals: { onRenew: () => undefined, onSettled: () => undefined },
      onSound: (windowId) => void heard.push(windowId),
      onSession: (windowId, personId) => void sessions.push([windowId, personId]),
      onRoom: (_wallId, room) => void rooms.push(room),
      cameras: {
        ...(request.cameras ?? noCameras),
        ...(request.recordings && { recordings: request.recordings }),
      },
      cameraBook,
      cameraSecrets,
      onvif: request.onvif ?? noOnvif,
      plates: request.plates,
      readProvincePart: request.readProvincePart ?? (() => Promise.reject(new Error('no such file'))),
      placeWeb: (windowId, views) => void web.set(windowId, views),
      documents,
      evidence: request.evidence,
      openLink(events) {
        line = events;
        return {
          send: (frame) => void sent.push(frame),
          expectEvery: () => undefined,
          settle: () => undefined,
          close: () => undefined,
        };
      },
    },
    { site, province },
  );
  app.setCanvas('main', aCanvas());
  app.connect();

  return {
    app,
    clock,
    cache,
    audit,
    documents,
    cameraSecrets,
    web,
    log,
    sent,
    sessions,
    heard,
    rooms,
    line() {
      if (!line) throw new Error('the line is not open');
      return line;
    },
    say: (...frames) => frames.forEach((frame) => app.receive(JSON.stringify(frame))),
    window(name, personId) {
      const displayIds = name.startsWith('d') ? [name] : [];
      const kind = displayIds.length > 0 ? 'wall' : 'console';
      const window = fakeWindow({ windowId: name, kind, wallId: 'main', displayIds });
      app.admit(window.identity, window.port, personId);
      return window;
    },
    async signIn(window, role = 'operator') {
      await window.call('access.addPerson', { name: 'Nguyễn Thị Hạnh', role, pin: '2468' });
      const people = await window.call('access.people', {});
      const person = people.ok ? people.value.people[0] : undefined;
      if (!person) throw new Error('nobody to sign in');
      await window.call('access.enter', { personId: person.id, pin: '2468' });
      return person;
    },
  };
}
