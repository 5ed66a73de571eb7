import type { CameraSighting, TrafficLight } from '../../domain/cameras/sightings.ts';
import { lightKey, type LightPhase } from '../../domain/cameras/lights.ts';
import type { ProvinceFile } from '../../domain/contract/provinceFile.ts';
import type { ReadingItem } from '../../domain/contract/wire.ts';
import { guarded, type Log } from '../log.ts';
import type { Store } from '../store/store.ts';

/** Of the cameras of a province so many read plates, the first ones: Thái Nguyên has three at three junctions. */
const READERS = 3;
/** Every so many turns a camera's analysis raises a card. */
const CARD_EVERY = 6;
/** A card ends after this long, ms of the feed's own time. */
const CARD_MS = { least: 3 * 60_000, more: 12 * 60_000 } as const;
export const TURN_MS = 5_000;

/** One cycle of a set of lights, s. */
const cycle: readonly (readonly [phase: LightPhase, seconds: number])[] = [
  ['green', 30],
  ['yellow', 5],
  ['red', 35],
];
const CYCLE_S = cycle.reduce((sum, [, seconds]) => sum + seconds, 0);

const cards = ['jam', 'jam', 'crowd', 'smoke'] as const;

type CardSighting = Exclude<CameraSighting, { kind: 'plate' }>;

export type CameraFeedParts = {
  readonly province: Pick<ProvinceFile, 'cameras' | 'lights'>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
};

/** Invents what the analysis of a province's cameras would tell: plates, cards, and what traffic lights show. */
export function createCameraFeed({ province: { cameras, lights }, now, random }: CameraFeedParts) {
  let turns = 0;
  let open: readonly { readonly card: CardSighting; readonly endsAt: number }[] = [];

  function pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(random() * items.length)];
  }

  function seen(camera: ProvinceFile['cameras'][number], prefix: string) {
    turns += 1;
    return {
      id: `mau-${prefix}-${now().toString(36)}-${turns}`,
      cameraId: camera.id,
      unit: camera.unit,
      at: now(),
      confidence: Math.round((0.7 + 0.29 * random()) * 100) / 100,
      provenance: 'sample' as const,
    };
  }

  /** A number that no authority gives out: its last five digits begin with 000. */
  function plate(): readonly CameraSighting[] {
    const camera = pick(cameras.slice(0, READERS));
    if (camera === undefined) return [];
    const digits = String(Math.floor(random() * 100)).padStart(5, '0');
    return [{ kind: 'plate', ...seen(camera, 'bs'), plate: `20${pick(['A', 'C', 'D']) ?? 'A'}-${digits}` }];
  }

  function endedCards(): readonly CameraSighting[] {
    const over = open.filter(({ endsAt }) => endsAt <= now());
    open = open.filter(({ endsAt }) => endsAt > now());
    return over.map(({ card, endsAt }) => ({ ...card, until: endsAt }));
  }

  function newCard(): readonly CameraSighting[] {
    const free = cameras.filter(({ id }) => open.every(({ card }) => card.cameraId !== id));
    const camera = pick(free);
    if (camera === undefined || open.length >= 4) return [];
    const card: CardSighting = { kind: pick(cards) ?? 'jam', ...seen(camera, 'ai') };
    open = [...open, { card, endsAt: now() + Math.round(CARD_MS.least + random() * CARD_MS.more) }];
    return [card];
  }

  function phaseOf(light: TrafficLight, index: number): LightPhase {
    // One in ten stands at flashing yellow all day.
    if (index % 10 === 9) return 'flashing';
    let left = (Math.floor(now() / 1_000) + 17 * index + light.id.length) % CYCLE_S;
    for (const [phase, seconds] of cycle) {
      if (left < seconds) return phase;
      left -= seconds;
    }
    return 'red';
  }

  return {
    /** One turn: a plate, cards that end, now and then a new one. */
    step(): readonly CameraSighting[] {
      const isCardsTurn = turns % CARD_EVERY === 0;
      return [...plate(), ...endedCards(), ...(isCardsTurn ? newCard() : [])];
    },
    lights: (): readonly ReadingItem[] =>
      lights.map((light, index) => ({
        asOf: now(),
        body: {
          type: 'cameras.lightReading',
          key: lightKey(light.id),
          phase: phaseOf(light, index),
          provenance: 'sample',
        },
      })),
  };
}

/** Lets the feed run at a pace until it is stopped. */
export function runCameraFeed(
  feed: ReturnType<typeof createCameraFeed>,
  { store, unit, pace, log }: { store: Store; unit: string; pace: number; log: Log },
): () => void {
  const topic = `cameras/${unit}`;
  const turn = guarded(log, 'sample.failed', () => {
    const sightings = feed.step();
    store.append(
      sightings.map((event) => ({ topic, asOf: event.at, body: { type: 'cameras.eventSeen', event } })),
    );
    store.note(topic, feed.lights());
  });
  turn();
  const timer = setInterval(turn, TURN_MS / pace);
  return () => clearInterval(timer);
}
