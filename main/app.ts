import type { Person } from '../domain/access/model.ts';
import { maySeeCamera } from '../domain/access/rights.ts';
import type { Notice, WindowIdentity } from '../domain/contract/port.ts';
import type { ProvinceFile } from '../domain/contract/provinceFile.ts';
import { hidesAny, redrawsSight } from '../domain/contract/sight.ts';
import type { SiteFile } from '../domain/contract/siteFile.ts';
import type { Commit } from '../domain/contract/world.ts';
import { accept, endedAs } from '../domain/kernel/outcome.ts';
import { own } from '../domain/kernel/own.ts';
import type { Canvas } from '../domain/wall/model.ts';
import type { Standing } from '../domain/wall/roomModel.ts';
import { numbersOf } from '../domain/wall/rules.ts';
import { createAccessService } from './access/service.ts';
import type { AppPorts } from './appPorts.ts';
import { createAudit } from './audit/service.ts';
import { createCameraRoom } from './cameras/room.ts';
import { contentChanges } from './content.ts';
import { createDocumentsService } from './documents/service.ts';
import { createIncidentsService } from './incidents/service.ts';
import { createIndicatorsService } from './indicators/service.ts';
import { BY_ITSELF } from './kernel/author.ts';
import type { CoreStats } from './kernel/control.ts';
import { createGate, questionOf, type Caller } from './kernel/handlers.ts';
import { createHealthNews } from './kernel/healthNews.ts';
import { createHub } from './kernel/hub.ts';
import { createIntake } from './kernel/intake.ts';
import { createKeeper } from './kernel/keeper.ts';
import { createNotices } from './kernel/notices.ts';
import { createOutbox } from './kernel/outbox.ts';
import type { WindowPort } from './kernel/ports.ts';
import { createSubscriptions } from './kernel/subscriptions.ts';
import { createTally } from './kernel/tally.ts';
import { createUplink } from './kernel/uplink.ts';
import { createPageFailures } from './pageFailures.ts';
import { answerReceivers, receiversFor } from './receivers.ts';
import { provincePlans } from './schedule/plans.ts';
import { createScheduleService } from './schedule/service.ts';
import { createUsageService } from './usage/service.ts';
import { createActivity } from './wall/activity.ts';
import { createOwnWallLine, createRemoteWallLine } from './wall/line.ts';
import { createWallService } from './wall/service.ts';
import { createSoundWatch } from './wall/sound.ts';
import { createWebService } from './web/service.ts';
import { createWorldCalls } from './worldCalls.ts';

/** Old rows are dropped this often, ms. */
const PRUNE_MS = 10_000;

export type AppConfig = { readonly site: SiteFile; readonly province: ProvinceFile };

/** Everything the core decides. The last wall is there when this returns; the line to the province opens with `connect`. */
export function createApp(ports: AppPorts, { site, province }: AppConfig) {
  const { cache, clock, log, newId } = ports;
  const { wallId } = site;
  /** Another machine drives the wall; this one is a console of it. */
  const remote = site.displays.arrangement === 'remote';
  const startedAt = clock.now();
  const saved = cache.load();
  const tally = createTally(log);
  const pageFailures = createPageFailures({ log, clock });
  const notices = createNotices(clock, (all) => windows.tellAll({ type: 'notices', notices: all }));

  const windows = createSubscriptions({
    whole: () => ({
      world: hub.world(),
      seq: hub.seq(),
      link: uplink.now(),
      notices: notices.all(),
      cameras: cameras.healths(),
    }),
    sightOf: (window) => (mayLook(window, { restricted: true }) ? 'all' : 'open'),
    latest: (key) => keeper.latest(key),
    onCall: ask,
    clock,
    log,
  });
  /** A wall's window shows what somebody put there who may see it; at a console whoever stands there counts. */
  function mayLook({ kind, windowId }: WindowIdentity, camera: { readonly restricted: boolean }): boolean {
    return kind === 'wall' || maySeeCamera(access.personAt(windowId), camera);
  }

  /** Whoever stands at a console may have changed, or which cameras are restricted: what may not be seen there is closed. */
  function lookAgain(): void {
    const { byId } = hub.world().cameras;
    const maySee = (windowId: string, cameraId: string): boolean => {
      const window = windows.windows().find((each) => each.windowId === windowId);
      const camera = own(byId, cameraId);
      return window === undefined || camera === undefined || mayLook(window, camera);
    };
    cameras.recheck(maySee);
  }

  /** Rooms that follow what was committed, after the windows were told. */
  const watchers: ((commits: readonly Commit[]) => void)[] = [];
  function publish(commits: readonly Commit[]): void {
    lookAtSound();
    windows.publish(commits);
    if (commits.some(({ change }) => redrawsSight(change))) lookAgain();
    for (const saw of watchers) saw(commits);
  }

  const lookAtSound = createSoundWatch({
    walls: () => hub.world().walls,
    windows: windows.windows,
    onSound: ports.onSound,
  });
  const hub = createHub({
    saved,
    cache,
    clock,
    windows: { ...windows, publish },
    log,
    saveReadings: () => keeper.saveAll(),
    onKept: (kept) => notices.holds('disk-full', 'cache', !kept),
  });
  const cameras = createCameraRoom({
    ...{ ports, hub, clock, log, newId, site, province },
    onHealth: createHealthNews({ clock, windows }),
    note: (action, about, whose) => audit.begin(action, about, whose)(accept(null)),
  });
  const indicators = createIndicatorsService({ hub, cache, clock });
  const uplink = createUplink({
    hub,
    clock,
    log,
    device: saved.device,
    lastHeardAt: saved.lastHeardAt,
    taken: () => intake.taken(),
    rejected: tally.total,
    publish: (link) => windows.tellAll({ type: 'link', link }),
    remote,
  });
  const keeper = createKeeper({
    saved: saved.readings,
    cache,
    clock,
    log,
    movedCursors: hub.movedCursors,
    lastHeardAt: uplink.lastHeardAt,
    cadenceMs: indicators.cadenceMs,
  });
  const outbox = createOutbox({ hub, clock, uplink, tally, receivers: answerReceivers });
  const intake = createIntake({
    hub,
    clock,
    log,
    tally,
    receivers: receiversFor({ indicators, cameras: cameras.receivers }, remote ? wallId : undefined),
    put(reading, sentAt) {
      if (keeper.put(reading, sentAt)) windows.reading(reading[0]);
    },
    saveReadings: keeper.saveAll,
    send: uplink.send,
    welcomed(frame) {
      uplink.welcomed(frame);
      outbox.flush();
      wallLine.welcomed(frame);
    },
    answered: outbox.answered,
    ofWalls: (frame) => wallLine.take(frame),
  });

  const { scenes: templates, startScene } = province;
  const wall = createWallService({
    hub,
    clock,
    log,
    newId,
    device: saved.device,
    audience: windows,
    footage: cameras.footage,
    templates,
    startScene,
    notice: notices.add,
    onRoom: ports.onRoom,
    ...ports.renewals,
  });
  const schedule = createScheduleService({
    hub,
    clock,
    log,
    newId,
    async take(take, author) {
      const ended =
        author.plan && audit.begin('wall.take', take, { by: author.by, role: null, from: author.plan.kind });
      const outcome = await wall.take(take, author);
      ended?.(outcome);
      return outcome;
    },
    notice: notices.add,
    wallId,
    plans: provincePlans(province.plans, province.name.vi),
  });
  const usage = createUsageService({ hub, clock, log, book: ports.usage, wallId });
  const line = { wallId, hub, clock, log, newId, uplink };
  const wallLine = remote
    ? createRemoteWallLine({
        ...line,
        onLate: (call, answer) => notices.add('answered-late', `${call} ${endedAs(answer)}`),
      })
    : createOwnWallLine({ ...line, control: wall.control, windows: windows.windows, answer: askedFromAfar });
  const activity = createActivity({ hub, clock, wallId, active: cameras.active });
  // What goes on a wall by itself is the business of the machine that drives it.
  if (remote) schedule.stop();
  else watchers.push(schedule.saw, usage.saw, activity.saw, wallLine.committed);
  const { demonstrationPeople } = site;
  const access = createAccessService({
    people: ports.people,
    language: ports.language,
    pins: ports.pins,
    clock,
    log,
    newId,
    onSession(windowId, personId) {
      ports.onSession(windowId, personId);
      if (!remote) wall.control.stands(wallId, wall.control.placeOf({ windowId }), access.personAt(windowId));
      lookAgain();
      if (hidesAny(hub.world())) windows.reopen(windowId);
    },
    onTurnedOut: (windowId) => windows.reopen(windowId),
    demonstrationPeople,
  });
  const audit = createAudit({
    hub,
    clock,
    log,
    book: ports.audit,
    personOf: access.personOf,
    onKept: (kept) => notices.holds('disk-full', 'audit', !kept),
  });
  const documents = createDocumentsService({
    hub,
    clock,
    log,
    newId,
    store: ports.documents,
    budgetBytes: site.documents.budgetMb * 1_048_576,
  });
  const answer = createGate(
    {
      ...access.calls,
      ...audit.calls,
      ...cameras.calls,
      ...documents.calls,
      ...createIncidentsService({ hub, outbox, clock }).calls,
      ...indicators.calls,
      ...schedule.calls,
      ...usage.calls,
      ...wall.calls,
      ...createWebService(ports.placeWeb).calls,
      ...createWorldCalls(windows, pageFailures),
    },
    {
      log,
      world: hub.world,
      witness(name, input, { person, windowId }) {
        const doer = doerOf(name, input, person);
        // Who was not there cannot leave, and nobody comes in under a name that is not known.
        if (doer === null && name.startsWith('access.')) return () => undefined;
        const [by, role] = [doer?.name ?? BY_ITSELF, doer?.role ?? null];
        return audit.begin(name, input, { by, role, from: windowId });
      },
      mayCommand: wall.control.mayCommand,
      ...(wallLine.elsewhere && { elsewhere: wallLine.elsewhere }),
    },
  );

  function doerOf(name: string, input: unknown, person: Person | null): Person | null {
    if (name === 'access.addPerson') return access.adds(input, person);
    return name === 'access.enter' ? access.knocks(input) : person;
  }

  function askedFromAfar(name: string, input: unknown, caller: Caller): Promise<unknown> {
    return answer(name, input, caller);
  }

  function ask(window: WindowIdentity, message: unknown, reply: (id: number, answer: unknown) => void): void {
    const question = questionOf(message);
    if (!question) return;
    const caller = { ...window, person: access.personAt(window.windowId) };
    void answer(question.name, question.input, caller).then((value) => reply(question.id, value));
  }

  function prune(): void {
    try {
      cache.prune(clock.now());
    } catch (error) {
      log.warn('cache.unpruned', { reason: String(error) });
    }
    callOffPrune = clock.after(PRUNE_MS, prune);
  }
  /** The window is gone for good. */
  function dismiss(windowId: string): void {
    windows.dismiss(windowId);
    wall.dismissed(windowId);
    access.left(windowId);
    documents.dismiss(windowId);
    cameras.dismiss(windowId);
    wallLine.windowsChanged();
  }

  let callOffPrune = clock.after(PRUNE_MS, prune);

  const content = contentChanges(hub.world(), province, site, cameras.registry);
  if (content.length > 0 && hub.seq() > 0) notices.add('config-changed');
  if (content.length > 0) hub.commit(content);
  cameras.begin({ drives: !remote });

  if (ports.documents) void documents.takeInProvince(province.documents, ports.readProvincePart);

  return {
    /** One frame's text from the province. */
    receive: intake.receive,
    connect(): void {
      uplink.use(
        ports.openLink({
          opened: uplink.opened,
          heard: uplink.heard,
          text: intake.receive,
          rejected: (reason) => tally.note('frame', reason),
          state(state) {
            intake.closed();
            uplink.became(state);
            wallLine.closed();
          },
        }),
      );
    },
    /** `personId`: who was signed in at this window under the last core. */
    admit(window: WindowIdentity, port: WindowPort, personId?: string): void {
      cameras.admitted(window.windowId);
      if (personId !== undefined && window.kind === 'console') access.resume(window.windowId, personId);
      windows.admit(window, port);
      if (!window.unseen) wall.admitted(window);
      lookAtSound();
      wallLine.windowsChanged();
    },
    /** A page that waited unseen takes the place of another. */
    seen(windowId: string, instead: string): void {
      dismiss(instead);
      const window = windows.seen(windowId);
      if (window) wall.admitted(window);
      lookAtSound();
      wallLine.windowsChanged();
    },
    dismiss,
    /** A console elsewhere drives no displays, whatever screens it has. */
    setCanvas(id: string, canvas: Canvas, standing?: Standing): void {
      if (!remote) wall.setCanvas(id, canvas, standing);
    },
    /** A window's process died; the shell opens it again. */
    crashed(window: WindowIdentity): void {
      notices.add('window-restarted', numbersOf(own(hub.world().walls, window.wallId), window.displayIds));
      wall.crashed(window);
    },
    heavy: wall.heavy,
    notice: (kind: Notice['kind'], detail?: string): void => notices.add(kind, detail),
    /** The disk takes no recordings of cameras, or takes them again. */
    recordingStopped(stopped: boolean): void {
      notices.holds('recording-stopped', 'ring', stopped);
    },
    world: hub.world,
    stats: (): Omit<CoreStats, 'rssBytes'> => ({
      uptimeMs: clock.now() - startedAt,
      taken: intake.taken(),
      rejected: tally.total(),
      pageFailures: pageFailures.count(),
      commits: hub.seq(),
      windows: windows.stats(),
    }),
    /** Ends in order: everything in memory is written. */
    close(): void {
      callOffPrune();
      schedule.stop();
      audit.stop();
      activity.stop();
      usage.stop();
      cameras.stop();
      outbox.stop();
      uplink.stop();
      keeper.stop();
      hub.save();
      cache.close();
    },
  };
}
export type App = ReturnType<typeof createApp>;
