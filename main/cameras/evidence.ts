import { z } from 'zod';
import type { Evidence, EvidenceCalls, EvidenceFile } from '../../domain/cameras/evidenceCalls.ts';
import { joined } from '../../domain/cameras/mp4Boxes.ts';
import { mp4Head, type Sample } from '../../domain/cameras/mp4File.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { IdSchema, InstantSchema } from '../../domain/kernel/schema.ts';
import { ICT_OFFSET_MS, vietnamClockSeconds, vietnamDate } from '../../domain/kernel/time.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import { cutClip, type ClipPart } from './clips.ts';
import type { Recordings } from './ports.ts';

const MOST_PICTURE_BYTES = 32 * 1024 * 1024;
/** How long the last picture of a film is shown, ms. */
const USUAL_MS = 40;
const PNG = [0x89, 0x50, 0x4e, 0x47];

const ClipInput = z
  .object({ cameraId: IdSchema, from: InstantSchema, to: InstantSchema })
  .refine(({ from, to }) => from < to, 'the end after the beginning');
const PictureInput = z.object({
  cameraId: IdSchema,
  at: InstantSchema,
  live: z.boolean(),
  png: z
    .instanceof(Uint8Array)
    .refine(
      (bytes) => bytes.length <= MOST_PICTURE_BYTES && PNG.every((byte, index) => bytes[index] === byte),
    ),
});

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly recordings: Pick<Recordings, 'pieces' | 'hold'>;
};

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A moment in Viet Nam: `2026-11-23T10:31:30.120+07:00`. */
function ict(at: number): string {
  return `${new Date(at + ICT_OFFSET_MS).toISOString().slice(0, -1)}+07:00`;
}

/** A moment in a file's name: `20261123-103130`. */
function stamp(at: number): string {
  return ict(at).slice(0, 19).replaceAll('-', '').replaceAll(':', '').replace('T', '-');
}

/** Each picture is shown until the next one was taken. */
function samplesOf({ units }: ClipPart): readonly Sample[] {
  return units.map(({ at, key, data }, index) => ({
    key,
    bytes: data.length,
    durationMs: (units[index + 1]?.at ?? at + USUAL_MS) - at,
  }));
}

type About = {
  readonly camera: string;
  readonly cameraId: string;
  readonly place: string;
  readonly source: string;
  readonly by: string;
  readonly exportedAt: string;
};

function spanOf({ units }: ClipPart): { readonly from: number; readonly to: number } {
  return { from: units[0]?.at ?? 0, to: units.at(-1)?.at ?? 0 };
}

/** One film with what players show of it; its own hash cannot stand in it, that of its pictures does. */
async function filmOf(part: ClipPart, about: About) {
  const pictures = joined(...part.units.map(({ data }) => data));
  const picturesSha256 = await sha256(pictures);
  const { from, to } = spanOf(part);
  const lines = [
    `Camera: ${about.camera} (${about.cameraId}), ${about.place}`,
    `Nguồn: ${about.source}`,
    `Từ ${vietnamDate(from)} ${vietnamClockSeconds(from)} đến ${vietnamClockSeconds(to)} (giờ Việt Nam)`,
    `Người xuất: ${about.by}, ${about.exportedAt}`,
    `SHA-256 của dữ liệu hình: ${picturesSha256}`,
  ];
  const tags = { title: about.camera, author: about.by, date: ict(from), comment: lines.join('\n') };
  const bytes = joined(mp4Head(part.config, samplesOf(part), tags), pictures);
  const name = `${about.cameraId.replaceAll(/[^A-Za-z0-9._-]/g, '_')}-${stamp(from)}.mp4`;
  const { codec, widthPx, heightPx } = part.config;
  const told = {
    ...{ file: name, sha256: await sha256(bytes), picturesSha256, bytes: bytes.length },
    ...{ from: ict(from), to: ict(to), pictures: part.units.length, codec, widthPx, heightPx },
    breaks: part.breaks.map((gap) => ({ from: ict(gap.from), to: ict(gap.to) })),
  };
  return { file: { name, bytes }, told };
}

/** Pictures that leave this machine: with camera, place, times, who, and hashes. The gate's witness writes each down. */
export function createEvidence({ hub, clock, recordings }: Needs): Handlers<keyof EvidenceCalls> {
  function aboutOf(cameraId: string, source: string, by: string): About | null {
    const { cameras, province } = hub.world();
    const camera = own(cameras.byId, cameraId);
    if (camera === undefined) return null;
    const unit = province?.units.find(({ code }) => code === camera.unit)?.name.vi ?? camera.unit;
    const exportedAt = ict(clock.now());
    return { camera: camera.name.vi, cameraId, place: unit, source, by, exportedAt };
  }

  function evidence(
    about: About,
    files: readonly EvidenceFile[],
    more: Readonly<Record<string, unknown>>,
    span: { readonly from: number; readonly to: number },
  ): Evidence {
    const name = `${(files[0]?.name ?? about.cameraId).replace(/\.[^.]*$/, '')}.json`;
    return { files, ...span, sidecar: { name, text: JSON.stringify({ ...about, ...more }, null, 2) } };
  }

  return {
    'cameras.cutClip': {
      allowed: ['console'],
      right: 'evidence.export',
      parse: (raw) => ClipInput.parse(raw),
      async run(request, { person }) {
        const source = 'Bộ ghi vòng của phòng điều hành, không mã hóa lại hình';
        const about = aboutOf(request.cameraId, source, person?.name ?? '');
        if (about === null) return refuse('camera-unknown');
        const parts = await cutClip(recordings, request);
        if (parts === null) return refuse('clip-too-large');
        const [first, last] = [parts[0], parts.at(-1)];
        if (first === undefined || last === undefined) return refuse('nothing-recorded');
        const films = await Promise.all(parts.map((part) => filmOf(part, about)));
        const asked = { from: ict(request.from), to: ict(request.to) };
        const told = { asked, parts: films.map((film) => film.told) };
        const span = { from: spanOf(first).from, to: spanOf(last).to };
        return accept(
          evidence(
            about,
            films.map(({ file }) => file),
            told,
            span,
          ),
        );
      },
    },
    'cameras.signPicture': {
      allowed: ['console'],
      right: 'evidence.export',
      parse: (raw) => PictureInput.parse(raw),
      async run({ cameraId, at, live, png }, { person }) {
        const source = live ? 'Hình trực tiếp trên bàn điều khiển' : 'Bộ ghi vòng của phòng điều hành';
        const about = aboutOf(cameraId, source, person?.name ?? '');
        if (about === null) return refuse('camera-unknown');
        const name = `${cameraId.replaceAll(/[^A-Za-z0-9._-]/g, '_')}-${stamp(at)}.png`;
        const told = { file: name, sha256: await sha256(png), bytes: png.length, takenAt: ict(at), live };
        return accept(evidence(about, [{ name, bytes: png }], told, { from: at, to: at }));
      },
    },
  };
}
