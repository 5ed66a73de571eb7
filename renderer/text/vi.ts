import { access } from './vi/access.ts';
import { audit } from './vi/audit.ts';
import { cameraEvents } from './vi/cameraEvents.ts';
import { cameras } from './vi/cameras.ts';
import { clock } from './vi/clock.ts';
import { console } from './vi/console.ts';
import { control } from './vi/control.ts';
import { desk } from './vi/desk.ts';
import { documents } from './vi/documents.ts';
import { editor } from './vi/editor.ts';
import { evidence } from './vi/evidence.ts';
import { hold } from './vi/hold.ts';
import { incidentList } from './vi/incidentList.ts';
import { indicators } from './vi/indicators.ts';
import { link } from './vi/link.ts';
import { map } from './vi/map.ts';
import { near } from './vi/near.ts';
import { notes } from './vi/notes.ts';
import { notices } from './vi/notices.ts';
import { palette } from './vi/palette.ts';
import { panels } from './vi/panels.ts';
import { playback } from './vi/playback.ts';
import { ptz } from './vi/ptz.ts';
import { put } from './vi/put.ts';
import { receipts } from './vi/receipts.ts';
import { refusals } from './vi/refusals.ts';
import { registry } from './vi/registry.ts';
import { room } from './vi/room.ts';
import { scenes } from './vi/scenes.ts';
import { schedule } from './vi/schedule.ts';
import { take } from './vi/take.ts';
import { usage } from './vi/usage.ts';
import { wallBoard } from './vi/wallBoard.ts';
import { web } from './vi/web.ts';

/** Every sentence a person reads, in Vietnamese. The English dictionary has the same type. */
export const vi = {
  app: { name: 'Toàn Cảnh' },
  refusals,
  ago: {
    now: 'vừa xong',
    seconds: (count: string) => `${count} giây trước`,
    minutes: (count: string) => `${count} phút trước`,
    hours: (count: string) => `${count} giờ trước`,
    days: (count: string) => `${count} ngày trước`,
  },
  panels,
  /** A length of time, without saying before or after. */
  span: {
    seconds: (count: string) => `${count} giây`,
    minutes: (count: string) => `${count} phút`,
    hours: (count: string) => `${count} giờ`,
    days: (count: string) => `${count} ngày`,
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

export type Dictionary = typeof vi;
