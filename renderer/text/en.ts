import { access } from './en/access.ts';
import { audit } from './en/audit.ts';
import { cameraEvents } from './en/cameraEvents.ts';
import { cameras } from './en/cameras.ts';
import { clock } from './en/clock.ts';
import { console } from './en/console.ts';
import { control } from './en/control.ts';
import { desk } from './en/desk.ts';
import { documents } from './en/documents.ts';
import { editor } from './en/editor.ts';
import { evidence } from './en/evidence.ts';
import { hold } from './en/hold.ts';
import { incidentList } from './en/incidentList.ts';
import { indicators } from './en/indicators.ts';
import { link } from './en/link.ts';
import { map } from './en/map.ts';
import { near } from './en/near.ts';
import { notes } from './en/notes.ts';
import { notices } from './en/notices.ts';
import { palette } from './en/palette.ts';
import { panels } from './en/panels.ts';
import { playback } from './en/playback.ts';
import { ptz } from './en/ptz.ts';
import { put } from './en/put.ts';
import { receipts } from './en/receipts.ts';
import { refusals } from './en/refusals.ts';
import { registry } from './en/registry.ts';
import { room } from './en/room.ts';
import { scenes } from './en/scenes.ts';
import { schedule } from './en/schedule.ts';
import { take } from './en/take.ts';
import { usage } from './en/usage.ts';
import { wallBoard } from './en/wallBoard.ts';
import { web } from './en/web.ts';
import type { Dictionary } from './vi.ts';

/** Every sentence a person reads, in English. */
export const en: Dictionary = {
  app: { name: 'Toàn Cảnh' },
  refusals,
  ago: {
    now: 'just now',
    seconds: (count) => `${count} s ago`,
    minutes: (count) => `${count} min ago`,
    hours: (count) => `${count} h ago`,
    days: (count) => (count === '1' ? '1 day ago' : `${count} days ago`),
  },
  panels,
  span: {
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => (count === '1' ? '1 day' : `${count} days`),
  },
  indicators,
  incidentList,
  cameras,
  cameraEvents,
  ptz,
  playback,
  evidence,
  registry,
  documents,
  web,
  notes,
  clock,
  audit,
  palette,
  console,
  link,
  wallBoard,
  scenes,
  take,
  editor,
  near,
  put,
  hold,
  control,
  receipts,
  desk,
  access,
  schedule,
  usage,
  notices,
  room,
  map,
};
