import { isIP } from 'node:net';

/**
 * `wss://` to anywhere; plain `ws://` to this machine alone. A name other than `localhost` is not looked up: what it
 * leads to may change.
 */
export function isAllowedAddress(url: string): boolean {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol === 'wss:') return true;
  return address?.protocol === 'ws:' && isLoopback(address.hostname.replace(/^\[|\]$/g, ''));
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
