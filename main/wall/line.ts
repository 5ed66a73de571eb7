import type { ServerFrame } from '../../domain/contract/wire.ts';
import type { WindowIdentity } from '../../domain/contract/port.ts';
import type { Beside, Caller } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { OfWalls } from '../kernel/intake.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { Uplink } from '../kernel/uplink.ts';
import { createAfarDesk } from './afar.ts';
import type { ControlDesk } from './control.ts';
import { createPublication } from './publication.ts';
import { createRemoteWall } from './remote.ts';

/** A wall's side of the conversation with the province. */
export type WallLine = {
  readonly welcomed: (frame: Extract<ServerFrame, { kind: 'welcome' }>) => void;
  readonly closed: () => void;
  readonly take: (frame: OfWalls) => void;
  /** The World changed. */
  readonly committed: () => void;
  /** A window came or went. */
  readonly windowsChanged: () => void;
  /** Where the wall's calls go instead, when another machine drives it. */
  readonly elsewhere?: Beside['elsewhere'];
};

type Needs = {
  readonly wallId: string;
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly uplink: Uplink;
};

type OwnNeeds = Needs & {
  readonly control: ControlDesk;
  readonly windows: () => readonly WindowIdentity[];
  readonly answer: (name: string, input: unknown, caller: Caller) => Promise<unknown>;
};

/** This machine drives the wall: it tells how the wall stands, and takes commands from elsewhere. */
export function createOwnWallLine(needs: OwnNeeds): WallLine {
  const { wallId, uplink, control, windows } = needs;
  const { send } = uplink;
  const publication = createPublication({ ...needs, send });
  const afar = createAfarDesk({ ...needs, send });
  let consoles: readonly string[] = [];

  function lookForHolder(): void {
    control.reachable(wallId, ({ device, console }) => {
      if (device === uplink.device) return windows().some(({ windowId }) => windowId === console);
      // A system that commands over HTTP has no line that could be lost.
      return device === 'api' || consoles.includes(device);
    });
  }

  function take(frame: OfWalls): void {
    if (frame.wallId !== wallId) return;
    if (frame.kind === 'relay') return afar.relay(frame);
    if (frame.kind === 'release') return afar.release(frame.relay);
    if (frame.kind === 'start-over') return publication.opened();
    if (frame.kind !== 'consoles') return;
    consoles = frame.devices;
    lookForHolder();
  }

  return {
    take,
    welcomed({ grant, minor = 0 }) {
      if (minor >= 1 && grant.role === 'wall' && grant.wallIds.includes(wallId)) publication.opened();
    },
    closed() {
      publication.closed();
      afar.closed();
      consoles = [];
      lookForHolder();
    },
    committed: publication.changed,
    windowsChanged: lookForHolder,
  };
}

type RemoteNeeds = Needs & {
  /** A call of which there was no word was answered after all. */
  readonly onLate: (call: string, answer: unknown) => void;
};

/** Another machine drives the wall: this one follows it, and passes its calls on. */
export function createRemoteWallLine(needs: RemoteNeeds): WallLine {
  const { wallId, uplink } = needs;
  const remote = createRemoteWall({ ...needs, isLive: uplink.isLive, send: uplink.send });
  return {
    take(frame) {
      if (frame.wallId !== wallId) return;
      if (frame.kind === 'carried') remote.carried(frame);
      if (frame.kind === 'outcome') remote.outcome(frame);
      if (frame.kind === 'wall-link') uplink.wallTurned(frame.live);
    },
    welcomed: remote.welcomed,
    closed() {
      uplink.wallTurned(false);
      remote.closed();
    },
    committed: () => undefined,
    windowsChanged: () => undefined,
    elsewhere: remote.elsewhere,
  };
}
