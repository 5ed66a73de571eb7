import { join } from 'node:path';
import { app } from 'electron';
import { readEmblem } from '../files/emblem.ts';
import type { FileFault } from '../../kernel/control.ts';
import type { Log } from '../../kernel/ports.ts';
import type { SiteFile } from '../../../domain/contract/siteFile.ts';
import { openRoomFile } from '../files/roomFile.ts';
import { createCoreProcess } from './coreProcess.ts';
import { documentsFolder } from '../documents/store.ts';
import { createRoomPlanner, onScreensChanged } from './displays.ts';
import { documentsRoom } from './documentsRoom.ts';
import { emblemRoom } from './emblemRoom.ts';
import { mapRoom } from './mapRoom.ts';
import { watchMemory } from './memoryWatch.ts';
import { keepAwake } from './keepAwake.ts';
import { mediaRoom } from './mediaRoom.ts';
import { preloadFile, type Page } from './page.ts';
import { createPictures } from './pictures.ts';
import { pictureSources } from './pictureSources.ts';
import { createStills } from './stills.ts';
import { serveScheme } from './scheme.ts';
import { contentSecurityPolicies } from './security.ts';
import { createTakePicture } from './takePicture.ts';
import { unwrapVaultKey } from './vaultKey.ts';
import { createWatchdog } from './watchdog.ts';
import { createWebViews } from './webViews.ts';
import { createWindows } from './windows.ts';

/** What the room is opened with; paths are absolute. */
export type RoomRequest = {
  readonly site: SiteFile;
  readonly sitePath: string;
  readonly provincePath: string;
  readonly outFolder: string;
  readonly backend: string | undefined;
  readonly pack: string | undefined;
  readonly windowed: boolean;
  readonly log: Log;
  /** The room's own files are wrong: nothing may start half. */
  readonly refuse: (problems: readonly FileFault[]) => void;
};

/** Screens of which the window system said nothing in time are asked for again after this, ms. */
const UNSURE_MS = 1_000;

/** Opens the windows and the core, joins them, and keeps both as screens, pages and processes come and go. */
export async function openRoom(request: RoomRequest): Promise<void> {
  const { site, log, outFolder } = request;
  const profileDir = app.getPath('userData');
  const roomFile = openRoomFile(
    join(profileDir, 'room.json'),
    JSON.stringify([site.displays, site.seatDistanceMm]),
  );
  const planner = createRoomPlanner({ site, windowed: request.windowed, known: roomFile.read() });
  let room = await planner.plan();
  let mapboxToken: string | undefined;
  let documentsKey: Buffer | undefined;
  /** Who is signed in where: a core that follows another is told. */
  const sessions = new Map<string, string>();
  /** All pages that run, also those that wait unseen, by the name that the core knows them by. */
  const pages = new Map<string, Page>();
  const media = mediaRoom();
  const emblem = site.emblem === undefined ? undefined : readEmblem(site.emblem);
  const vaultKey = unwrapVaultKey(profileDir, log);
  let awake = Promise.resolve(true);
  const core = createCoreProcess(
    join(outFolder, 'main', 'core.js'),
    {
      profileDir,
      sitePath: request.sitePath,
      provincePath: request.provincePath,
      ...(request.backend === undefined ? {} : { backendUrl: request.backend }),
      ...(vaultKey === undefined ? {} : { vaultKey }),
    },
    {
      onStarted() {
        media.clear();
        tellCore();
        void awake.then((told) => told || core.notice('screens-may-sleep'));
        if (emblem?.ok === false) core.notice('emblem-refused', emblem.reason);
        for (const page of pages.values()) admit(page);
      },
      onDeath: (facts) => log.error('core.gone', facts),
      onFatal: ({ problems }) => request.refuse(problems),
      onMapToken: (token) => (mapboxToken = token),
      onDocumentsKey: (key) => (documentsKey = Buffer.from(key, 'base64')),
      onMediaTicket: media.set,
      onWebPlace: (windowId, views) => web.place(windowId, views),
      onSession(windowId, personId) {
        if (personId === null) sessions.delete(windowId);
        else sessions.set(windowId, personId);
      },
      onRenew(windowId) {
        log.info('window.renewed', { windowId });
        windows.renew(windowId);
      },
      onSettled: (windowId) => windows.settled(windowId),
      onSound: (windowId) => windows.hear(windowId),
      onRoom(wanted) {
        planner.adopt(wanted);
        lookAgain();
      },
      findWindow: (windowId) => pages.get(windowId)?.contents,
    },
  );
  const windows = createWindows({
    preload: preloadFile(outFolder),
    wallId: site.wallId,
    watchdog: createWatchdog((contents, facts) => {
      log.warn('window.hung', { url: contents.getURL(), ...facts });
      contents.forcefullyCrashRenderer();
    }),
    events: {
      onDocument(page) {
        web.clear(page);
        pages.set(page.identity.windowId, page);
        admit(page);
      },
      onSeen: (page, instead) => core.seen(page.identity.windowId, instead.identity.windowId),
      onRetired: forget,
      onGone(page, reason) {
        const { identity } = page;
        log.info('window.gone', { windowId: identity.windowId, reason });
        if (reason !== 'closed') {
          web.clear(page);
          return core.crashed(identity);
        }
        forget(page);
        if (identity.kind === 'console') app.quit();
      },
    },
  });
  const web = createWebViews(site.web.origins, (windowId) => pages.get(windowId), log);
  watchMemory(windows, site.windowMemory, (windowId, memoryMb) => {
    log.warn('window.heavy', { windowId, memoryMb });
    core.heavy(windowId);
  });
  const pictures = createPictures({
    sources: () => pictureSources(windows, room.canvas),
    take: createTakePicture(),
    isWatched: () => windows.find('console')?.isMinimized() === false,
  });
  serveScheme({
    pagesFolder: join(outFolder, 'renderer'),
    policies: contentSecurityPolicies(site.map.mapbox),
    rooms: {
      map: mapRoom(request.pack ?? site.map.pack, () => mapboxToken),
      pictures: pictures.serve,
      web: web.serve,
      documents: documentsRoom(documentsFolder(profileDir), () => documentsKey),
      stills: createStills(() => pictureSources(windows, room.canvas)),
      emblem: emblemRoom(emblem),
    },
    media: media.serve,
  });
  function admit({ running, contents, identity }: Page): void {
    if (running) core.admit(contents, identity, sessions.get(identity.windowId));
  }

  /** The page is gone for good. */
  function forget(page: Page): void {
    web.clear(page);
    pages.delete(page.identity.windowId);
    core.dismiss(page.identity.windowId);
  }

  function tellCore(): void {
    core.setCanvas(site.wallId, room.canvas, { room: room.room, heads: room.heads });
  }

  /** What is to be known at the next start; a disk that refuses costs no picture. */
  function keepRoom(): void {
    try {
      if (room.lasting && room.sure) roomFile.write(room.room);
    } catch (error) {
      log.warn('room.unkept', { reason: String(error) });
    }
  }

  async function look(): Promise<void> {
    room = await planner.plan();
    const inDoubt = room.heads.filter(({ doubt }) => doubt !== null).length;
    log.info('screens.changed', {
      windows: room.wallWindows.length,
      displays: room.canvas.displays.length,
      inDoubt,
    });
    // First the tiles move to living panels, then the windows follow the screens.
    tellCore();
    windows.arrange(room);
    keepRoom();
    lookAgainIfUnsure();
  }

  let line: Promise<unknown> = Promise.resolve();
  /** One look after the other: a later one sees what an earlier one learned. */
  function lookAgain(): void {
    line = line.then(look).catch((error: unknown) => log.error('screens.unread', { reason: String(error) }));
  }

  function lookAgainIfUnsure(): void {
    if (room.sure) return;
    log.warn('screens.unsure', {});
    setTimeout(lookAgain, UNSURE_MS);
  }

  windows.arrange(room);
  keepRoom();
  core.start();
  // Not sooner: to start another program would keep the wall dark for a fifth of a second more.
  awake = keepAwake(log);
  onScreensChanged(lookAgain);
  lookAgainIfUnsure();
  app.once('before-quit', (event) => {
    event.preventDefault();
    void core.stop().then(() => app.quit());
  });
}
