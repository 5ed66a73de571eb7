import { isTooLarge } from '../../../domain/cameras/rules.ts';

const REFERENCE = /URI="([^"]*)"/g;

/** A way from one path to another below the same folder: `live/a/index.m3u8` → `live/b/1.ts` is `../b/1.ts`. */
function relative(from: string, to: string): string {
  const up = from.split('/').length - 1;
  return `${'../'.repeat(up)}${to}`;
}

/**
 * The playlist at `at`, with every reference a relative one below `folder`; null when any leads elsewhere: to a file of
 * this machine, to another server, to this machine's own.
 */
export function keptInside(text: string, at: URL, folder: URL): string | null {
  let leadsOut = false;
  const own = at.pathname.slice(folder.pathname.length);

  function kept(reference: string): string {
    const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith('/');
    const target = URL.canParse(reference, at.href) ? new URL(reference, at) : null;
    const isInside =
      target !== null &&
      target.origin === folder.origin &&
      target.pathname.startsWith(folder.pathname) &&
      !reference.includes('\\');
    if (!isInside) {
      leadsOut = true;
      return '';
    }
    if (!isAbsolute) return reference;
    return relative(own, `${target.pathname.slice(folder.pathname.length)}${target.search}`);
  }

  const lines = text.split(/\r?\n/).map((line) => {
    const said = line.trim();
    if (said.startsWith('#')) return said.replace(REFERENCE, (_all, uri: string) => `URI="${kept(uri)}"`);
    return said === '' ? '' : kept(said);
  });
  return leadsOut ? null : lines.join('\n');
}

/** Whether an offer of a playlist says that its pictures are larger than any tile could show. */
function offersTooLarge(line: string): boolean {
  const [, width, height] = /[:,]RESOLUTION=(\d{1,6})x(\d{1,6})/.exec(line) ?? [];
  return isTooLarge(Number(width ?? 0), Number(height ?? 0));
}

/** The playlist without its offers of pictures that no tile could show; null when it offers no others. */
export function withoutTooLarge(text: string): string | null {
  let offers = 0;
  let left = 0;
  let leaves = false;
  const lines = text.split('\n').filter((line) => {
    const isOffer = line.startsWith('#EXT-X-STREAM-INF');
    if (isOffer) {
      leaves = offersTooLarge(line);
      offers += 1;
      left += leaves ? 1 : 0;
    }
    const isLeft = leaves;
    // An offer ends with its address.
    if (line !== '' && !line.startsWith('#')) leaves = false;
    return !isLeft;
  });
  return offers > 0 && left === offers ? null : lines.join('\n');
}
