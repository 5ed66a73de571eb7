import type { PlaylistAddress } from '../../kernel/control.ts';
import { refusedDelayMs } from './retry.ts';

/** Who may ask again after a refusal asks alone for so long: several tiles show one source, ms. */
const ALONE_MS = 20_000;
/** So many are remembered; a room with more has other troubles. */
const MOST_REFUSALS = 2_000;
/** So often a device is given one name and password before it has accepted them: recorders lock out at the fifth. */
const MOST_TRIES = 3;
/** Who waits for what others are told looks again after, ms. */
const LOOK_AGAIN_MS = 250;

/** Whether a source may be asked: at once when `waitMs` is 0, and then by whoever hears this. */
export type Claim = { readonly waitMs: number; readonly isRefused: boolean };

/** What is known of one name and password at one source, and at the device that it is a channel of. */
export type Password = {
  claim(): Claim;
  /** It said no; `asked`: when it was asked, epoch ms. Returns how long it is left alone, ms. */
  refused(asked: number): number;
  /** It took them. */
  accepted(): void;
  /** It answered otherwise, or not at all. */
  unanswered(): void;
};

/** A device's door, for one name and password: an NVR of 32 channels has one. */
type Door = {
  /** The channels that accepted them; null while nobody knows, or once a channel does so no more. */
  accepted: ReadonlySet<string> | null;
  /** When each was asked that has not answered yet, epoch ms. */
  asked: readonly number[];
  refused: number;
  /** How often in a row it was closed, and until when, epoch ms. */
  closed: number;
  until: number;
};

/** What the refusals of a source are remembered under: another password is tried at once. */
export const refusalKey = ({ url, credentials }: PlaylistAddress): string =>
  JSON.stringify([url, credentials]);

const free: Claim = { waitMs: 0, isRefused: false };

/** Remembers who refused a name and password, so that nobody who asks often, or of many channels, is locked out. */
export function createRefusals(now: () => number, chance: () => number = Math.random) {
  const known = new Map<string, { times: number; until: number }>();
  const doors = new Map<string, Door>();

  function doorOf({ url, credentials }: PlaylistAddress): Door | null {
    if (credentials === undefined || !URL.canParse(url)) return null;
    const key = JSON.stringify([new URL(url).host, credentials]);
    const door = doors.get(key) ?? { accepted: null, asked: [], refused: 0, closed: 0, until: 0 };
    if (!doors.has(key) && doors.size >= MOST_REFUSALS) doors.clear();
    doors.set(key, door);
    return door;
  }

  function claimDoor(door: Door): Claim {
    if (door.accepted !== null) return free;
    if (door.until > now()) return { waitMs: door.until - now(), isRefused: true };
    door.asked = door.asked.filter((at) => now() - at < ALONE_MS);
    if (door.asked.length + door.refused >= MOST_TRIES)
      return { waitMs: LOOK_AGAIN_MS, isRefused: door.closed > 0 };
    door.asked = [...door.asked, now()];
    return free;
  }

  function refusedAtDoor(door: Door, channel: string): void {
    door.asked = door.asked.slice(1);
    // Others have these: it is this channel that the name may not see.
    if (door.accepted?.has(channel) === false) return;
    door.accepted = null;
    door.refused += 1;
    if (door.refused < MOST_TRIES) return;
    door.closed += 1;
    door.until = now() + refusedDelayMs(door.closed, chance());
    // One alone asks next.
    door.refused = MOST_TRIES - 1;
  }

  return {
    now,
    of(address: PlaylistAddress): Password {
      const key = refusalKey(address);
      return {
        claim() {
          const refusal = known.get(key);
          const waitMs = Math.max(0, (refusal?.until ?? 0) - now());
          if (waitMs > 0) return { waitMs, isRefused: true };
          const door = doorOf(address);
          const claim = door === null ? free : claimDoor(door);
          if (refusal && claim.waitMs === 0) refusal.until = now() + ALONE_MS;
          return claim;
        },
        refused(asked) {
          const before = known.get(key);
          // Several that asked at the same time were refused once.
          if (before && before.until - ALONE_MS > asked) return before.until - now();
          const times = (before?.times ?? 0) + 1;
          const delayMs = refusedDelayMs(times, chance());
          if (known.size >= MOST_REFUSALS) known.clear();
          known.set(key, { times, until: now() + delayMs });
          const door = doorOf(address);
          if (door !== null) refusedAtDoor(door, key);
          return delayMs;
        },
        accepted() {
          known.delete(key);
          const door = doorOf(address);
          if (door === null || door.accepted?.has(key)) return;
          Object.assign(door, { asked: [], refused: 0, closed: 0, until: 0 });
          door.accepted = new Set([...(door.accepted ?? []), key]);
        },
        unanswered() {
          known.delete(key);
          const door = doorOf(address);
          if (door !== null) door.asked = door.asked.slice(1);
        },
      };
    },
  };
}

export type Refusals = ReturnType<typeof createRefusals>;
