import { z } from 'zod';
import { inBoth } from '../kernel/text.ts';

const anywhere = z.url({ protocol: /^wss$/, hostname: /./ });
const here = z.url({ protocol: /^ws$/, hostname: /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/ });

/** What belongs in the file where `isAllowedAddress` refuses. */
export const ADDRESS_RULE = inBoth(
  'wss://<host>/…, hoặc ws:// chỉ tới chính máy này (localhost, 127.x.x.x, [::1])',
  'wss://<host>/…, or ws:// to this machine alone (localhost, 127.x.x.x, [::1])',
);

/**
 * `wss://` to anywhere; plain `ws://` to this machine alone. A name other than `localhost` is not looked up: what it
 * leads to may change.
 */
export function isAllowedAddress(url: string): boolean {
  return anywhere.safeParse(url).success || here.safeParse(url).success;
}
