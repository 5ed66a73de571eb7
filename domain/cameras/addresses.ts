import { fold } from '../kernel/text.ts';
import { CameraSourceSchema, type CameraSource } from './model.ts';

/** A name and password as they stand in the vault: `user:password`. */
export type Secret = string;

type Kind = CameraSource['kind'];

/** The kind that an address shows by itself; undefined where it has to be said. */
export function kindOf(address: string): Kind | undefined {
  if (/^rtsps?:/i.test(address)) return 'rtsp';
  if (/^https?:.*\.m3u8(\?|$)/i.test(address)) return 'hls';
  if (/^https?:.*\?stream=\d+$/i.test(address)) return 'webrtc';
  if (/^https?:.*\.(jpe?g|png)(\?|$)/i.test(address)) return 'snapshot';
  return /^https?:.*mjpe?g/i.test(address) ? 'mjpeg' : undefined;
}

/** The kind that somebody wrote down; undefined: none of ours. */
export function kindIn(cell: string): Kind | undefined {
  const word = fold(cell).trim();
  return CameraSourceSchema.shape.kind.options.find((kind) => kind === (word === 'rtsps' ? 'rtsp' : word));
}

/** The host that an address names, without its port; undefined: it names none. */
export function hostIn(address: string): string | undefined {
  return /^[a-z]+:\/\/(\[[0-9a-f:.]+\]|[^\s/?#:@[\]]+)(?::\d{1,5})?(?:[/?#]|$)/i
    .exec(address)?.[1]
    ?.toLowerCase();
}

/**
 * Takes name and password out of an address. Undefined: an `@` would stay in it; then nobody can say where the password
 * ends, and a part of it would be taken for the address.
 */
export function withoutSecret(
  address: string,
): { readonly address: string; readonly secret?: Secret } | undefined {
  const [, scheme, user, password, rest] =
    /^([a-z]+:\/\/)(?:([^:@/?#]+)(?::([^@/?#]*))?@)?(.*)$/is.exec(address.trim()) ?? [];
  if (scheme === undefined || rest === undefined || rest.includes('@')) return undefined;
  const bare = scheme.toLowerCase() + rest;
  if (user === undefined) return { address: bare };
  return { address: bare, secret: `${decoded(user)}:${decoded(password ?? '')}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
