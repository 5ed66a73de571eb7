import type { EmblemRead } from '../files/emblem.ts';
import type { Room } from './scheme.ts';

/** The site's picture of the province's emblem under `ioc://app/emblem/picture`; the cover draws its own mark without one. */
export function emblemRoom(emblem: EmblemRead | undefined): Room {
  return (path) => {
    if (path !== 'picture' || emblem?.ok !== true) return Promise.resolve(undefined);
    const { type, bytes } = emblem.value;
    // Opened on its own it still does nothing.
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    };
    return Promise.resolve(new Response(new Uint8Array(bytes), { headers }));
  };
}
