import type { StreamAddress } from '../../cameras/ports.ts';
import { createMultipartReader, MOST_PICTURE_BYTES } from './multipart.ts';
import { askCamera } from './webLogin.ts';

/** Asks a camera for pictures; it fails when there is none, or when no more will come. */
export type PictureReader = (
  stream: StreamAddress,
  onPicture: (jpeg: Uint8Array<ArrayBuffer>) => void,
  signal: AbortSignal,
) => Promise<void>;

/** The camera refuses the name and password; `forbidden`: they are right, and do not open this picture. */
export class Refused extends Error {
  readonly forbidden: boolean;
  constructor(status: number) {
    super(`status ${status}`);
    this.forbidden = status === 403;
  }
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

async function open(stream: StreamAddress, signal: AbortSignal) {
  const { status, ok, body, headers } = await askCamera(stream, signal);
  if (status === 401 || status === 403) throw new Refused(status);
  if (!ok || body === null) throw new Error(`status ${status}`);
  return { body, type: headers.get('content-type') ?? '' };
}

/** One picture. */
export const readSnapshot: PictureReader = async (stream, onPicture, signal) => {
  const { body } = await open(stream, signal);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > MOST_PICTURE_BYTES) throw new Error('too large a picture');
    parts.push(part);
  }
  const jpeg = new Uint8Array(Buffer.concat(parts));
  if (!isJpeg(jpeg)) throw new Error('no JPEG');
  onPicture(jpeg);
};

/** A stream of JPEG pictures, which has no end. */
export const readMotion: PictureReader = async (stream, onPicture, signal) => {
  const { body, type } = await open(stream, signal);
  const boundary = /boundary="?([^";\s]{1,100})"?/i.exec(type)?.[1];
  if (boundary === undefined) throw new Error('no multipart stream');
  const reader = createMultipartReader(boundary, (part) => {
    if (isJpeg(part)) onPicture(new Uint8Array(part));
  });
  for await (const chunk of body) reader.push(chunk);
  throw new Error('the stream ended');
};
