import { joined } from '../../domain/cameras/mp4Boxes.ts';
import { mp4Head, type Sample } from '../../domain/cameras/mp4File.ts';
import { ICT_OFFSET_MS, vietnamStamp } from '../../domain/kernel/time.ts';
import type { ClipPart } from './clips.ts';

/** How long the last picture of a film is shown, ms. */
const USUAL_MS = 40;

/** Whose pictures they are, and who took them out. */
export type About = {
  readonly camera: string;
  readonly cameraId: string;
  readonly place: string;
  readonly source: string;
  readonly by: string;
  readonly exportedAt: string;
};

/** A moment in Viet Nam: `2026-11-23T10:31:30.120+07:00`. */
export function ict(at: number): string {
  return `${new Date(at + ICT_OFFSET_MS).toISOString().slice(0, -1)}+07:00`;
}

/** The beginning of a file's name: `bridge-20261123-103130`. */
export function stemOf(cameraId: string, at: number): string {
  const stamp = ict(at).slice(0, 19).replaceAll('-', '').replaceAll(':', '').replace('T', '-');
  return `${cameraId.replaceAll(/[^A-Za-z0-9._-]/g, '_')}-${stamp}`;
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Each picture is shown until the next one was taken. */
function samplesOf({ units }: ClipPart): readonly Sample[] {
  return units.map(({ at, key, data }, index) => ({
    key,
    bytes: data.length,
    durationMs: (units[index + 1]?.at ?? at + USUAL_MS) - at,
  }));
}

export function spanOf({ units }: ClipPart): { readonly from: number; readonly to: number } {
  return { from: units[0]?.at ?? 0, to: units.at(-1)?.at ?? 0 };
}

/** One film with what players show of it; its own hash cannot stand in it, that of its pictures does. */
export async function filmOf(part: ClipPart, about: About) {
  const pictures = joined(...part.units.map(({ data }) => data));
  const picturesSha256 = await sha256(pictures);
  const { from, to } = spanOf(part);
  const lines = [
    `Camera: ${about.camera} (${about.cameraId}), ${about.place}`,
    `Nguồn: ${about.source}`,
    `Từ ${vietnamStamp(from)} đến ${vietnamStamp(to)} (giờ Việt Nam)`,
    `Người xuất: ${about.by}, ${about.exportedAt}`,
    `SHA-256 của dữ liệu hình: ${picturesSha256}`,
  ];
  const tags = { title: about.camera, author: about.by, date: ict(from), comment: lines.join('\n') };
  const bytes = joined(mp4Head(part.config, samplesOf(part), tags), pictures);
  const name = `${stemOf(about.cameraId, from)}.mp4`;
  const { codec, widthPx, heightPx } = part.config;
  const told = {
    ...{ file: name, sha256: await sha256(bytes), picturesSha256, bytes: bytes.length },
    ...{ from: ict(from), to: ict(to), pictures: part.units.length, codec, widthPx, heightPx },
    breaks: part.breaks.map((gap) => ({ from: ict(gap.from), to: ict(gap.to) })),
  };
  return { file: { name, mime: 'video/mp4', bytes } as const, told };
}
