import { setTimeout as wait } from 'node:timers/promises';
import type { PlaylistAddress } from '../../kernel/control.ts';
import { refusedDelayMs } from './retry.ts';

/** Who may ask again after a refusal asks alone for so long: several tiles show one source, ms. */
const ALONE_MS = 20_000;
/** So many are remembered; a room with more has other troubles. */
const MOST_REFUSALS = 2_000;
/** So often a device is given one name and password that it has not accepted lately: recorders lock out at the fifth. */
const MOST_TRIES = 3;
/** What was accepted so lately is right for all channels, ms. */
const FRESH_MS = 60_000;
/** Who waits for what others are told looks again after, ms. */
const LOOK_AGAIN_MS = 250;

/**
 * Whether a source may be asked: at once when `waitMs` is 0, and then by whoever hears this. `isRefused`: the password is
 * known to be wrong; `isSilent`: those that were asked did not answer.
 */
export type Claim = { readonly waitMs: number; readonly isRefused: boolean; readonly isSilent: boolean };

/** What is known of one name and password at one source, and at the device that it is a channel of. */
export type Password = {
  /** How long it is known to be refused, ms; claims nothing. */
  refusedForMs(): number;
  claim(): Claim;
  /**
   * It said no; `asked`: when it was asked, as `now` told it. `forbidden`: the name and password are right, and do not open this
   * channel (403). Returns how long it is left alone, ms.
   */
  refused(asked: number, forbidden?: boolean): number;
  /** It took them. */
  accepted(): void;
  /** It answered otherwise, or not at all. */
  unanswered(): void;
};

/** A device's door, for one name and password: an NVR of 32 channels has one until it took them. Times as `now` tells them. */
type Door = {
  /** The channels that accepted them, until one of these does so no more; when the last of them did. */
  accepted: ReadonlySet<string>;
  acceptedAt: number;
  /** When each was asked that has not answered yet. */
  asked: readonly number[];
  silent: boolean;
  refused: number;
  /** By which protocols it was refused. */
  refusedBy: ReadonlySet<string>;
  /** How often in a row it was closed, and until when. */
  closed: number;
  until: number;
};

/** What the refusals of a source are remembered under: another password is tried at once. */
export const refusalKey = ({ url, credentials }: PlaylistAddress): string =>
  JSON.stringify([url, credentials]);

const free: Claim = { waitMs: 0, isRefused: false, isSilent: false };
const closedFor = (waitMs: number): Claim => ({ waitMs, isRefused: true, isSilent: false });
const newDoor = (): Door => ({
  ...{
    accepted: new Set(),
    acceptedAt: -Infinity,
    asked: [],
    silent: false,
    refused: 0,
    refusedBy: new Set(),
    closed: 0,
    until: 0,
  },
});

const usualPorts: Readonly<Record<string, string>> = {
  'rtsp:': '554',
  'rtsps:': '322',
  'http:': '80',
  'https:': '443',
};

type DoorKeys = { readonly shared: string; readonly own: string; readonly protocol: string };

/**
 * The device that a source is a channel of, for one name and password; null where there are none to try. `shared`: by
 * whatever protocol it is asked, on the usual ports; behind an unusual one may be another device. `own`: by this one.
 */
function doorKeys({ url, credentials }: PlaylistAddress): DoorKeys | null {
  if (credentials === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname, port: given } = new URL(url);
  const port = given === usualPorts[protocol] ? '' : given;
  const { user, password } = credentials;
  return {
    shared: JSON.stringify([hostname, port, user, password]),
    own: JSON.stringify([hostname, port, user, password, protocol]),
    protocol,
  };
}

/**
 * Remembers who refused a name and password, so that nobody who asks often, or of many channels, is locked out. `now`: ms,
 * by what nobody sets: a wall clock that is set back would close a door for as long.
 */
export function createRefusals(now: () => number, chance: () => number = Math.random) {
  const known = new Map<string, { times: number; until: number }>();
  const doors = new Map<string, Door>();

  function doorAt(key: string, door: Door = doors.get(key) ?? newDoor()): Door {
    if (!doors.has(key) && doors.size >= MOST_REFUSALS) doors.clear();
    doors.set(key, door);
    return door;
  }

  const isFresh = ({ acceptedAt }: Door): boolean => now() - acceptedAt < FRESH_MS;

  /** Closed by one protocol alone, it is tried once by one other: the device may have other accounts there. */
  const hasTryLeft = ({ closed, refusedBy }: Door, protocol: string): boolean =>
    closed > 0 && refusedBy.size === 1 && !refusedBy.has(protocol);

  /** For how long a channel finds the door closed: one that it opened before is not kept out by others that it never did. */
  const closedMs = (door: Door, channel: string, protocol: string): number =>
    isFresh(door) || door.accepted.has(channel) || hasTryLeft(door, protocol)
      ? 0
      : Math.max(0, door.until - now());

  function claimDoor(door: Door, channel: string, protocol: string): Claim {
    if (isFresh(door)) return free;
    const ms = closedMs(door, channel, protocol);
    if (ms > 0) return closedFor(ms);
    door.asked = door.asked.filter((at) => now() - at < ALONE_MS);
    const isLeft = hasTryLeft(door, protocol);
    const before = isLeft ? MOST_TRIES - 1 : door.accepted.has(channel) ? 0 : door.refused;
    if (door.asked.length + before >= MOST_TRIES)
      return { waitMs: LOOK_AGAIN_MS, isRefused: door.closed > 0 && !isLeft, isSilent: door.silent };
    door.asked = [...door.asked, now()];
    return free;
  }

  function refusedAtDoor(door: Door, protocol: string): void {
    if (isFresh(door)) return;
    door.refused += 1;
    door.refusedBy = new Set([...door.refusedBy, protocol]);
    if (door.refused < MOST_TRIES) return;
    door.closed += 1;
    door.until = now() + refusedDelayMs(door.closed, chance());
    // One alone asks next.
    door.refused = MOST_TRIES - 1;
  }

  function answered(door: Door | null): void {
    if (door === null) return;
    door.asked = door.asked.slice(1);
    door.silent = false;
  }

  return {
    now,
    of(address: PlaylistAddress): Password {
      const key = refusalKey(address);
      const keys = doorKeys(address);
      /** Its own once it took the password by this protocol: there may be other accounts by another. */
      const doorNow = (): Door | null => keys && (doors.get(keys.own) ?? doorAt(keys.shared));
      /** It is another password now, for all channels, and counts with what is tried by other protocols. */
      const giveUpOwnDoor = (): Door | null => {
        const door = doorNow();
        if (keys === null || door?.accepted.has(key) !== true) return door;
        doors.delete(keys.own);
        const shared = doorAt(keys.shared);
        shared.asked = [...shared.asked, ...door.asked];
        return shared;
      };
      const ownMs = (): number => Math.max(0, (known.get(key)?.until ?? 0) - now());
      return {
        refusedForMs() {
          const door = doorNow();
          return Math.max(ownMs(), door === null || keys === null ? 0 : closedMs(door, key, keys.protocol));
        },
        claim() {
          const waitMs = ownMs();
          if (waitMs > 0) return closedFor(waitMs);
          const door = doorNow();
          const claim = door === null || keys === null ? free : claimDoor(door, key, keys.protocol);
          const refusal = known.get(key);
          if (refusal && claim.waitMs === 0) refusal.until = now() + ALONE_MS;
          return claim;
        },
        refused(asked, forbidden = false) {
          const before = known.get(key);
          // Several that asked at the same time were refused once.
          if (before && before.until - ALONE_MS > asked) return before.until - now();
          const times = (before?.times ?? 0) + 1;
          const delayMs = refusedDelayMs(times, chance());
          if (known.size >= MOST_REFUSALS) known.clear();
          known.set(key, { times, until: now() + delayMs });
          answered(doorNow());
          const door = forbidden ? null : giveUpOwnDoor();
          if (door !== null && keys !== null) refusedAtDoor(door, keys.protocol);
          return delayMs;
        },
        accepted() {
          known.delete(key);
          if (keys === null) return;
          const accepted = doors.get(keys.own)?.accepted ?? new Set();
          // What was refused before by other protocols was another password, or is asked once more.
          if (accepted.size === 0) doors.delete(keys.shared);
          const all = accepted.has(key) ? accepted : new Set([...accepted, key]);
          doorAt(keys.own, { ...newDoor(), accepted: all, acceptedAt: now() });
        },
        unanswered() {
          known.delete(key);
          const door = doorNow();
          answered(door);
          if (door !== null) door.silent = true;
        },
      };
    },
  };
}

export type Refusals = ReturnType<typeof createRefusals>;

/** Claims it, waiting while others are asked. False: it is known to be refused. */
export async function claimed(password: Password): Promise<boolean> {
  for (let claim = password.claim(); ; claim = password.claim()) {
    if (claim.isRefused) return false;
    if (claim.waitMs === 0) return true;
    await wait(claim.waitMs);
  }
}
