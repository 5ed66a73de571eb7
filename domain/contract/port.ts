import type { CameraHealth } from '../cameras/model.ts';
import type { Reading } from '../indicators/model.ts';
import type { Line } from '../wall/ink.ts';
import type { Scene } from '../wall/model.ts';
import type { Commit, World } from './world.ts';

/** How this machine stands with the province. `since` in epoch ms of this machine's clock. */
export type LinkState = {
  readonly state: 'offline' | 'connecting' | 'live' | 'unauthorised' | 'other-version' | 'refused';
  readonly since: number;
  /** Last time anything came from the province, or null: never on this machine. */
  readonly lastHeardAt: number | null;
  /** Messages taken and thrown away since the core started. */
  readonly taken: number;
  readonly rejected: number;
  /** Orders of this machine that the province has not answered yet. */
  readonly waitingOrders: number;
  /** This machine's lasting name. */
  readonly device: string;
  /** On a console elsewhere: whether the wall's own core can be reached; null where this machine drives the wall. */
  readonly wallLive: boolean | null;
};

/** Faults of this machine that are told as long as they stand, each once; everything else happened and is over. */
const standingFaults = [
  'disk-full',
  'vault-closed',
  /** The disk takes no recordings of cameras; live pictures go on. */
  'recording-stopped',
  /** The X server could not be told that its screens stay on. */
  'screens-may-sleep',
  /** A technician's `secrets.json` is not sound and was not taken in; detail: the file. */
  'secrets-unread',
  /** Files that no province can send again were damaged and set aside, and lie there still; detail: the file. */
  'history-set-aside',
  'audit-set-aside',
  'usage-set-aside',
  'cameras-set-aside',
  'plates-set-aside',
  'evidence-set-aside',
  /** The file of the room's panels, also one of a newer product. */
  'room-set-aside',
] as const;
export type StandingFault = (typeof standingFaults)[number];

/** Something that the operator must know about this machine itself. */
export type Notice = {
  readonly id: string;
  readonly kind:
    | StandingFault
    | 'cache-set-aside'
    | 'core-restarted'
    | 'window-restarted'
    /** A wall window died while it mounted a preview unseen; detail: which. */
    | 'preview-dropped'
    | 'config-changed'
    /** A plan could not show a scene that is gone or reserved; detail: which. */
    | 'plan-skipped'
    /** An armed take whose moment passed while the machine was away. */
    | 'plan-missed'
    /** An armed take asked whether to go up all the same, and nobody answered; detail: which. */
    | 'plan-unanswered'
    /** What was under way when the cache was found damaged waits, or was given up; detail: which. */
    | 'plans-halted'
    /** The wall's word on a command of which its author was told that there is none; detail: the call, and how it ended. */
    | 'answered-late'
    | 'emblem-refused';
  readonly at: number;
  readonly detail?: string;
};

export function isStanding(kind: Notice['kind']): kind is StandingFault {
  return standingFaults.some((fault) => fault === kind);
}

/** A reading on the port, without names: the port carries thousands a second. */
export type PortReading = readonly [
  key: string,
  value: number | null,
  asOf: number,
  arrivedAt: number,
  ageOnArrivalMs: number,
  provenance: Reading['provenance'],
];

/** What the core says to a window: posted as JSON text, see `IocBridge.onEvents`. */
export type PortEvent =
  | {
      readonly type: 'snapshot';
      readonly seq: number;
      readonly world: World;
      readonly readings: readonly PortReading[];
      readonly cameras: readonly CameraHealth[];
      readonly link: LinkState;
      readonly notices: readonly Notice[];
      /** Which wall and which displays stand behind this window; none for the console. */
      readonly window: WindowIdentity;
    }
  | { readonly type: 'commits'; readonly commits: readonly Commit[] }
  | { readonly type: 'readings'; readonly readings: readonly PortReading[] }
  | { readonly type: 'cameras'; readonly cameras: readonly CameraHealth[] }
  | { readonly type: 'link'; readonly link: LinkState }
  | { readonly type: 'notices'; readonly notices: readonly Notice[] }
  /**
   * Mount this scene's tiles unseen and call `wall.ready`. `warm`: nobody has taken it yet; it stays mounted until the next
   * word, `scene: null` takes it down.
   */
  | {
      readonly type: 'prepare';
      readonly wallId: string;
      readonly takeId: string;
      readonly scene: Scene | null;
      readonly warm: boolean;
    }
  /** More of a line that somebody draws now; `from`: how many of its numbers came before. */
  | { readonly type: 'sketch'; readonly wallId: string; readonly line: Line; readonly from: number }
  /** The core is gone; what stands on the wall stays, marked. Said by the preload. */
  | { readonly type: 'core-lost'; readonly at: number };

export type WindowIdentity = {
  readonly windowId: string;
  readonly kind: 'wall' | 'console';
  readonly wallId: string;
  readonly displayIds: readonly string[];
  /** Its page fills and paints behind the one that is seen, to take its place: no display has shown what it shows. */
  readonly unseen?: true;
};

/** A window's question and the core's answer on the same port. */
export type PortQuestion = {
  readonly type: 'call';
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
};
export type PortAnswer = { readonly type: 'answer'; readonly id: number; readonly answer: unknown };

/**
 * The preload's word after each event that it handed on (answers excepted). A MessagePort has no back-pressure: a window
 * that owes too many of these words gets only the latest values from then on.
 */
export type PortTaken = { readonly type: 'taken' };
