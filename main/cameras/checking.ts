import { maySeeCamera } from '../../domain/access/rights.ts';
import type { CheckLine } from '../../domain/cameras/check.ts';
import type { CheckCalls, FinishedCheck } from '../../domain/cameras/checkCalls.ts';
import { ReadInput } from '../../domain/cameras/checkInputs.ts';
import type { CameraSource } from '../../domain/cameras/model.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { NothingInput } from '../../domain/kernel/schema.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { CamerasPorts, Watch } from './ports.ts';
import { probe } from './probe.ts';
import type { CameraBook } from './registryPorts.ts';
import type { CamerasService } from './service.ts';

/** Cameras that are asked at once: few, so that tiles on the wall never wait for a check. */
export const CHECKED_AT_ONCE = 4;
const LINES_AT_ONCE = 1_000;

type Check = FinishedCheck & {
  readonly waiting: string[];
  readonly stops: Map<string, () => void>;
  readonly lines: CheckLine[];
};

type Needs = Pick<CamerasPorts, 'gateway'> & {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the last finished check outlives the core. */
  readonly book: Pick<CameraBook, 'lastCheck' | 'keepCheck'>;
  readonly newId: () => string;
  readonly sourceOf: (cameraId: string) => CameraSource | undefined;
  readonly streamOf: CamerasService['streamOf'];
  readonly onChecked: (line: CheckLine) => void;
};

const checker = { allowed: ['console'], right: 'camera.check' } as const;

/** Connects to every camera, a few at a time, and keeps what the last check found. */
export function createChecking(needs: Needs) {
  const { hub, clock, log, book, newId, sourceOf, gateway, streamOf, onChecked } = needs;
  let last: Check | undefined;

  const isRunning = (check: Check): boolean => check.stops.size + check.waiting.length > 0;

  function watchOf({ kind }: CameraSource): Watch {
    if (kind === 'hls') return (stream, _port, onState) => gateway.watchPlaylist(stream, onState);
    return gateway.watch[kind];
  }

  function note(check: Check, line: CheckLine): void {
    check.stops.delete(line.cameraId);
    check.lines.push(line);
    onChecked(line);
  }

  function ask(check: Check, cameraId: string): void {
    const source = sourceOf(cameraId);
    if (source === undefined) return note(check, { cameraId, at: clock.now(), state: 'no-source' });
    const stream = { ...streamOf(cameraId, source, source.main), isCheck: true };
    check.stops.set(cameraId, () => undefined);
    const stop = probe({ clock, watch: watchOf(source) }, { cameraId, kind: source.kind, stream }, (line) => {
      note(check, line);
      goOn(check);
    });
    if (check.stops.has(cameraId)) check.stops.set(cameraId, stop);
  }

  /** A disk that refuses costs the sheet after the next start, not the one that is seen. */
  function keep({ checkId, startedAt, by, total, lines }: Check): void {
    try {
      book.keepCheck({ checkId, startedAt, by, total, lines });
    } catch (error) {
      log.error('cameras.checkUnkept', { reason: String(error) });
    }
  }

  function goOn(check: Check): void {
    while (check.stops.size < CHECKED_AT_ONCE) {
      const next = check.waiting.shift();
      if (next === undefined) break;
      ask(check, next);
    }
    if (!isRunning(check)) keep(check);
  }

  function stop(): void {
    if (last === undefined) return;
    last.waiting.length = 0;
    for (const end of last.stops.values()) end();
    last.stops.clear();
  }

  const calls: Handlers<keyof CheckCalls> = {
    'cameras.startCheck': {
      ...checker,
      parse: (raw) => NothingInput.parse(raw),
      run(_input, { person }) {
        if (last !== undefined && isRunning(last)) return refuse('check-running');
        const ids = Object.keys(hub.world().cameras.byId);
        const about = { checkId: newId(), startedAt: clock.now(), by: person?.name ?? '', total: ids.length };
        last = { ...about, waiting: ids, stops: new Map(), lines: [] };
        goOn(last);
        return accept({ checkId: last.checkId });
      },
    },
    'cameras.readCheck': {
      ...checker,
      quiet: true,
      parse: (raw) => ReadInput.parse(raw),
      run({ from }, { person }) {
        if (last === undefined) return accept(null);
        const { checkId, startedAt, by, total, lines } = last;
        const { byId } = hub.world().cameras;
        // Of a camera that is gone nobody knows any more whether it was restricted.
        const seen = lines.filter(({ cameraId }) =>
          maySeeCamera(person, own(byId, cameraId) ?? { restricted: true }),
        );
        const report = { checkId, startedAt, by, total, running: isRunning(last), done: lines.length };
        return accept({ ...report, lines: seen.slice(from, from + LINES_AT_ONCE) });
      },
    },
    'cameras.stopCheck': {
      ...checker,
      parse: (raw) => NothingInput.parse(raw),
      run() {
        if (last !== undefined && isRunning(last)) {
          stop();
          keep(last);
        }
        return accept(null);
      },
    },
  };

  return {
    calls,
    /** What the last check of an earlier core found holds on; once the room's content stands. */
    begin(): void {
      const before = book.lastCheck();
      if (before === undefined) return;
      last = { ...before, lines: [...before.lines], waiting: [], stops: new Map() };
      for (const line of last.lines) if (own(hub.world().cameras.byId, line.cameraId)) onChecked(line);
    },
    close: stop,
  };
}
