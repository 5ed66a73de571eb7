import { GAP_MS } from '../../../../domain/cameras/recording.ts';
import { replayMoment, type ReplayAnchor } from '../../../../domain/cameras/rules.ts';
import type { Footage, FootageUnit, SourceState, TilePort } from '../../../cameras/ports.ts';
import type { Clock } from '../../../kernel/ports.ts';
import { createViewer } from '../viewer.ts';
import type { Kept } from './shelf.ts';

/** At such a rate only pictures that stand alone are shown: no machine decodes them all. */
const KEYS_ONLY_FROM = 8;
/** So many pictures go out at once, then the decoder gets a rest: it must not fall so far behind that it leaves any out. */
const BURST = 60;
const REST_MS = 30;
const LOOK_EVERY_MS = 250;

type Footages = {
  readonly clock: Clock;
  readonly pieces: () => readonly Kept[];
  readonly read: (piece: Kept) => Promise<Footage | null>;
};
type Queued = { readonly unit: FootageUnit; readonly footage: Footage; readonly run: string };

/** Where decoding begins so that the picture of this moment can be shown; the piece that comes next when there is none. */
function startOf(pieces: readonly Kept[], moment: number): number {
  const at = pieces.findLastIndex((piece) => piece.from <= moment);
  const piece = pieces[at];
  if (piece === undefined || moment - piece.to >= GAP_MS) return at + 1;
  return pieces.findLastIndex(({ key, run }, index) => index <= at && key && run === piece.run);
}

/** The pictures from the last one on that stands alone and is not newer than the moment. */
function fromKey(queue: readonly Queued[], moment: number): Queued[] {
  const at = queue.findLastIndex(({ unit }) => unit.key && unit.at <= moment);
  return queue.slice(Math.max(0, at));
}

/** Plays a recording onto a tile as an anchor says. A time without pictures is told, and lasts as long as it lasted. */
export function playFootage(
  replay: ReplayAnchor,
  port: TilePort,
  { clock, pieces, read }: Footages,
): () => void {
  const viewer = createViewer(port);
  const keysOnly = replay.rate >= KEYS_ONLY_FROM;
  let queue: Queued[] = [];
  /** Everything up to here was taken from the pieces, epoch ms. */
  let readTo: number | null = null;
  let shownAt: number | null = null;
  let run = '';
  let said = '';
  let over = false;
  let callOff = (): void => undefined;

  const moment = (): number => replayMoment(replay, clock.now());

  async function readNext(): Promise<void> {
    const all = pieces();
    const upTo = readTo;
    const next = upTo === null ? all[startOf(all, moment())] : all.find(({ to }) => to > upTo);
    if (next === undefined) return;
    const footage = await read(next);
    readTo = Math.max(next.to, footage?.units.at(-1)?.at ?? 0);
    if (footage === null) return;
    const fresh = footage.units.filter(({ at }) => at > (upTo ?? 0));
    queue = fromKey([...queue, ...fresh.map((unit) => ({ unit, footage, run: next.run }))], moment());
  }

  /** False: the tile must take others first. One that moves on has pictures left out, one that stands still waits for them. */
  function send({ unit: { key, at, data }, footage, run: of }: Queued): boolean {
    const unit = { type: 'unit', key, timestampUs: at * 1_000, data } as const;
    if (replay.rate === 0 && !viewer.hasRoomFor(unit)) return false;
    if (of !== run) viewer.config(footage.config);
    run = of;
    shownAt = at;
    if (key || !keysOnly) viewer.unit(unit);
    return true;
  }

  /** How the camera stood at that moment: pictures, none since when and until when, or nothing kept at all. */
  function stands(now: number, nextAt: number | undefined): SourceState {
    if (shownAt !== null && now - shownAt < GAP_MS) return { state: 'live', since: shownAt };
    if (shownAt === null && nextAt === undefined) return { state: 'no-source', since: now };
    const until = nextAt === undefined ? {} : { lastPictureAt: nextAt };
    return { state: 'offline', since: shownAt ?? now, ...until };
  }

  function say(state: SourceState): void {
    const word = `${state.state} ${String(state.lastPictureAt)}`;
    if (word === said) return;
    said = word;
    viewer.state(state);
  }

  async function turn(): Promise<void> {
    if (queue.length < BURST) await readNext();
    if (over) return;
    const now = moment();
    const due = queue.slice(0, BURST).filter(({ unit }) => unit.at <= now);
    const kept = due.findIndex((each) => !send(each));
    const sent = kept < 0 ? due.length : kept;
    queue = queue.slice(sent);
    const nextAt = queue[0]?.unit.at;
    const catchingUp = sent === BURST || (nextAt !== undefined && nextAt <= now);
    if (!catchingUp) say(stands(now, nextAt));
    callOff = clock.after(catchingUp ? REST_MS : waitMs(now, nextAt), () => void turn());
  }

  function waitMs(now: number, nextAt: number | undefined): number {
    if (replay.rate === 0 || nextAt === undefined) return LOOK_EVERY_MS;
    return Math.min(LOOK_EVERY_MS, Math.max(5, (nextAt - now) / replay.rate));
  }

  void turn();
  return () => {
    over = true;
    callOff();
  };
}
