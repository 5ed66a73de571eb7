import {
  CalendarClock,
  Car,
  Cctv,
  ChartColumn,
  FileLock2,
  Files,
  Grid3x3,
  History,
  MapPinned,
  Move3d,
  PanelsTopLeft,
  ScrollText,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { Person, PersonRole } from '../../../domain/access/model.ts';
import type { PanelSpec, Wall } from '../../../domain/wall/model.ts';
import { AuditDesk } from '../../audit/AuditDesk.tsx';
import { EventsDesk } from '../../cameras/events/EventsDesk.tsx';
import { TilesDesk } from '../../cameras/board/TilesDesk.tsx';
import { PtzDesk } from '../../cameras/ptz/PtzDesk.tsx';
import { EvidenceDesk } from '../../cameras/evidence/EvidenceDesk.tsx';
import { ReplayDesk } from '../../cameras/playback/ReplayDesk.tsx';
import { CameraDesk } from '../../cameras/desk/CameraDesk.tsx';
import { DocumentsDesk } from '../../documents/DocumentsDesk.tsx';
import { CameraMapDesk } from './CameraMapDesk.tsx';
import { RoomDesk } from '../../room/RoomDesk.tsx';
import { ScheduleDesk } from '../../schedule/ScheduleDesk.tsx';
import { UsageDesk } from '../../usage/UsageDesk.tsx';
import { useReplica } from '../../replica/store.ts';
import { ROOM } from './openDesk.ts';
import type { Dictionary } from '../../text/vi.ts';
import type { Hand } from '../../wall/put/usePutting.ts';

/** What an operator works at beside the wall, in the console's right column. */
export type ConsoleDesk = {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly title: (words: Dictionary) => string;
  /** What it shows stays at the wall's machine: a remote console would show its own, which is another's. */
  readonly onlyAtWall: boolean;
  /** `blocked`: why no command is taken now, as a sentence; null when commands are taken. `role`: of whoever is signed in. */
  readonly Desk: ComponentType<{
    readonly wall: Wall;
    readonly blocked: string | null;
    readonly role: PersonRole | null;
    /** Puts a tile of this kind into the draft. */
    readonly bring: (spec: PanelSpec) => void;
    /** Puts cameras on the wall. */
    readonly hand: Hand;
    /** Who is signed in here. */
    readonly person: Person | null;
  }>;
};

/** All desks but the incidents', which stands first and open. */
const desks: readonly ConsoleDesk[] = [
  {
    id: 'playback',
    onlyAtWall: true,
    icon: History,
    title: ({ playback }) => playback.title,
    Desk: ReplayDesk,
  },
  {
    id: 'evidence',
    onlyAtWall: true,
    icon: FileLock2,
    title: ({ evidence }) => evidence.title,
    Desk: EvidenceDesk,
  },
  { id: 'cameras', onlyAtWall: true, icon: Cctv, title: ({ registry }) => registry.title, Desk: CameraDesk },
  {
    id: 'camera-map',
    onlyAtWall: false,
    icon: MapPinned,
    title: ({ map }) => map.cameraMap,
    Desk: CameraMapDesk,
  },
  {
    id: 'camera-tiles',
    onlyAtWall: false,
    icon: Grid3x3,
    title: ({ cameras }) => cameras.board.desk,
    Desk: TilesDesk,
  },
  { id: ROOM, onlyAtWall: true, icon: PanelsTopLeft, title: ({ room }) => room.title, Desk: RoomDesk },
  {
    id: 'schedule',
    onlyAtWall: false,
    icon: CalendarClock,
    title: ({ schedule }) => schedule.title,
    Desk: ScheduleDesk,
  },
  {
    id: 'camera-events',
    onlyAtWall: false,
    icon: Car,
    title: ({ cameraEvents }) => cameraEvents.title,
    Desk: EventsDesk,
  },
  { id: 'ptz', onlyAtWall: false, icon: Move3d, title: ({ ptz }) => ptz.title, Desk: PtzDesk },
  { id: 'usage', onlyAtWall: false, icon: ChartColumn, title: ({ usage }) => usage.title, Desk: UsageDesk },
  { id: 'audit', onlyAtWall: false, icon: ScrollText, title: ({ audit }) => audit.title, Desk: AuditDesk },
  {
    id: 'documents',
    onlyAtWall: true,
    icon: Files,
    title: (words) => words.documents.desk,
    Desk: DocumentsDesk,
  },
];

const desksFromAfar = desks.filter(({ onlyAtWall }) => !onlyAtWall);

/** The desks that this console can stand behind. */
export function useDesks(): readonly ConsoleDesk[] {
  const remote = useReplica((state) => state.link.wallLive !== null);
  return remote ? desksFromAfar : desks;
}
