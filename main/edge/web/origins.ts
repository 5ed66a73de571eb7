/** Schemes that load nothing from anywhere. */
const INWARD = new Set(['data:', 'blob:', 'about:']);
/** A socket belongs to the page's own origin. */
const asPage: Readonly<Record<string, string>> = { 'ws:': 'http:', 'wss:': 'https:' };

/** The site's list, as Chromium writes origins: lower case, without the usual port. */
export function originList(listed: readonly string[]): ReadonlySet<string> {
  return new Set(listed.map((origin) => new URL(origin).origin));
}

/** True when a page may load this: an address of a listed origin, over HTTP or a socket; nothing of the machine itself. */
export function mayLoad(address: string, origins: ReadonlySet<string>): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (INWARD.has(url.protocol)) return true;
  if (url.username !== '' || url.password !== '') return false;
  const scheme = asPage[url.protocol] ?? url.protocol;
  return (scheme === 'http:' || scheme === 'https:') && origins.has(new URL(`${scheme}//${url.host}`).origin);
}
