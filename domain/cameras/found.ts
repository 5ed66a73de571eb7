import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { hostIn, withoutSecret } from './addresses.ts';
import { MAIN_FROM_PX } from './rules.ts';

/** One of a device's streams, as far as it decides which is shown where. */
export type FoundStream = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly encoding: string;
  readonly streamUri: string;
};

/** Whether a stream lies on the machine that was asked: another one would get a name and password that are not its business. */
function isAtHome(uri: string, host: string | undefined): boolean {
  return host !== undefined && hostIn(withoutSecret(uri)?.address ?? '') === host;
}

function better(a: FoundStream, b: FoundStream): number {
  const isH264 = ({ encoding }: FoundStream): number => (/^h\.?264$/i.test(encoding) ? 1 : 0);
  return isH264(b) - isH264(a) || b.widthPx * b.heightPx - a.widthPx * a.heightPx;
}

/** How a device is reached: by its streams, or by pictures one by one where it offers no stream. */
export type FoundWay =
  | { readonly kind: 'rtsp'; readonly main: string; readonly sub?: string }
  | { readonly kind: 'snapshot'; readonly main: string };

/** The way to a device's pictures; what leads to another machine is none. */
export function wayTo(
  {
    profiles,
    snapshotUri = '',
  }: { readonly profiles: readonly FoundStream[]; readonly snapshotUri?: string },
  url: string,
): Outcome<FoundWay, 'no-stream' | 'astray'> {
  const streams = streamsOf(profiles, url);
  if (streams.ok) return accept({ kind: 'rtsp', ...streams.value });
  const still = /^https?:\/\//i.test(snapshotUri) && isAtHome(snapshotUri, hostIn(url));
  return streams.reason === 'no-stream' && still ? accept({ kind: 'snapshot', main: snapshotUri }) : streams;
}

/** The streams for a large tile and for a cell of a grid: H.264 first, which every machine plays, then the larger one. */
export function streamsOf(
  streams: readonly FoundStream[],
  url: string,
): Outcome<{ readonly main: string; readonly sub?: string }, 'no-stream' | 'astray'> {
  const offered = streams.filter(({ streamUri }) => /^rtsps?:\/\//i.test(streamUri));
  const home = offered.filter(({ streamUri }) => isAtHome(streamUri, hostIn(url))).sort(better);
  const [main, ...others] = home;
  if (main === undefined) return refuse(offered.length === 0 ? 'no-stream' : 'astray');
  const sub = others.find(({ widthPx }) => widthPx < Math.min(MAIN_FROM_PX, main.widthPx));
  return accept({ main: main.streamUri, ...(sub && { sub: sub.streamUri }) });
}

/** Names with a number behind those that are there already: two cameras of a list never have one name. */
export function numbered(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name} ${count}`)) count += 1;
  return `${name} ${count}`;
}

/** Hosts that somebody may ask at once. */
export const MOST_ASKED = 512;

/** Where to ask: `host` with its port for WS-Discovery, or a device's own address. */
export type Asked = { readonly hosts: readonly string[]; readonly urls: readonly string[] };

const IPV4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3}\.)(\d{1,3})(?:-(\d{1,3}))?(:\d{1,5})?$/;

function hostsIn(word: string): readonly string[] | undefined {
  const [, net = '', first = '', last = first, port = ''] = IPV4.exec(word) ?? [];
  const isByte = (part: string): boolean => part !== '' && Number(part) <= 255;
  if (!net.split('.').slice(0, 3).every(isByte) || !isByte(first) || !isByte(last)) return undefined;
  const count = Number(last) - Number(first) + 1;
  return count < 1
    ? undefined
    : Array.from({ length: count }, (_, at) => `${net}${Number(first) + at}${port}`);
}

/** Reads `10.0.3.21`, `10.0.3.20-60` and `http://10.0.3.21/onvif/device_service`, apart by space or comma; undefined: one is none of these. */
export function askedIn(words: string): Asked | undefined {
  const all = words.split(/[\s,;]+/).filter((word) => word !== '');
  const urls = all.filter((word) => /^https?:\/\//i.test(word));
  const hosts = all.filter((word) => !urls.includes(word)).map(hostsIn);
  if (urls.some((url) => hostIn(url) === undefined)) return undefined;
  const sound = hosts.flatMap((each) => each ?? []);
  if (hosts.includes(undefined) || sound.length + urls.length > MOST_ASKED) return undefined;
  return { hosts: [...new Set(sound)], urls: [...new Set(urls)] };
}
