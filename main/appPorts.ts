import type { WebPlace } from '../domain/web/model.ts';
import type { Room } from '../domain/wall/roomModel.ts';
import type { KeptLanguage, People, Pins } from './access/ports.ts';
import type { AuditBook } from './audit/service.ts';
import type { CameraRoomPorts } from './cameras/room.ts';
import type { DocumentStore } from './documents/ports.ts';
import type { Cache, Clock, Link, LinkEvents, Log } from './kernel/ports.ts';
import type { UsageBook } from './usage/service.ts';
import type { RenewalPorts } from './wall/renewals.ts';

/** Everything outside the core's decisions. */
export type AppPorts = CameraRoomPorts & {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: People;
  readonly language: KeptLanguage;
  readonly audit: AuditBook;
  readonly usage: UsageBook;
  readonly pins: Pins;
  readonly newId: () => string;
  /** Told who is signed in at a window, or that nobody is: the shell keeps it for the core that follows this one. */
  readonly onSession: (windowId: string, personId: string | null) => void;
  readonly renewals: RenewalPorts;
  /** Told which window may be heard; null: none. */
  readonly onSound: (windowId: string | null) => void;
  /** People changed the room: the shell keeps it for the next start, and opens the windows that it needs. */
  readonly onRoom: (wallId: string, room: Room) => void;
  readonly openLink: (events: LinkEvents) => Link;
  /** Puts a window's web pages where it says. */
  readonly placeWeb: (windowId: string, views: readonly WebPlace[]) => void;
  /** Reads a file that lies beside the province's own. */
  readonly readProvincePart: (file: string) => Promise<Uint8Array>;
  /** None while the vault is closed. */
  readonly documents: DocumentStore | undefined;
};
