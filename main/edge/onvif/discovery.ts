import { randomUUID } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { z } from 'zod';
import type { FoundDevice } from '../../cameras/ptzPorts.ts';
import { plain, readReply } from './soap.ts';

/** WS-Discovery's group and port (OASIS WS-Discovery 1.1). */
const GROUP = { address: '239.255.255.250', port: 3702 } as const;
/** Cameras answer within half a second; slow ones, and those that heard the second call, within this time, ms. */
export const PROBE_MS = 4_000;
/** The question is asked again: a datagram may be lost. */
const AGAIN_MS = 1_000;
const MOST_DEVICES = 2_000;
/** A machine that answers for more devices, or more often, is no camera. */
const MOST_OF_ONE = 64;
const MOST_ANSWERS_OF_ONE = 200;

const MatchSchema = z.object({
  probeMatches: z.object({
    probeMatch: z.preprocess(
      (match) => (Array.isArray(match) ? match : [match]),
      z
        .array(
          z.object({
            XAddrs: z.string().max(2_000),
            scopes: z.union([z.string(), z.object({ _: z.string() }).transform(({ _ }) => _)]).optional(),
          }),
        )
        .max(20),
    ),
  }),
});

function question(): Buffer {
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>' +
      '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing"' +
      ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:dn="http://www.onvif.org/ver10/network/wsdl">' +
      `<e:Header><w:MessageID>uuid:${randomUUID()}</w:MessageID>` +
      '<w:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To>' +
      '<w:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action></e:Header>' +
      '<e:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></e:Body></e:Envelope>',
  );
}

/** What a device says of itself in its scopes, such as its `name` or its `hardware`; empty where it does not. */
function wordIn(scopes: string, about: 'name' | 'hardware'): string {
  const [, word = ''] =
    new RegExp(`onvif://www\\.onvif\\.org/${about}/([^\\s]{1,400})`, 'i').exec(scopes) ?? [];
  try {
    return said(decodeURIComponent(word).replaceAll('_', ' '));
  } catch {
    return said(word);
  }
}

/** Words of a stranger: one line, bounded. */
function said(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 120);
}

/** A device's address at the machine that answered, whatever address it believes to have: it speaks for no other machine. */
function atHome(address: string, from: string): string | undefined {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  url.username = url.password = '';
  url.hostname = from;
  return url.hostname === from ? url.href : undefined;
}

/** Devices in one answer. */
function devicesIn(text: string, from: string): readonly FoundDevice[] {
  const { error, body } = readReply(text, 200);
  if (error) return [];
  try {
    return MatchSchema.parse(plain(body)).probeMatches.probeMatch.flatMap(({ XAddrs, scopes = '' }) => {
      const own = XAddrs.split(/\s+/).filter((url) => URL.canParse(url) && new URL(url).hostname === from);
      const url = atHome(own[0] ?? XAddrs.split(/\s+/)[0] ?? '', from);
      return url === undefined
        ? []
        : [{ url, name: wordIn(scopes, 'name'), model: wordIn(scopes, 'hardware') }];
    });
  } catch {
    return [];
  }
}

/** Passes on each device once, and no more than a machine may have. */
function createSieve(onFound: (device: FoundDevice) => void) {
  const seen = new Set<string>();
  const answers = new Map<string, { answers: number; devices: number }>();
  return (message: Buffer, from: string): void => {
    const count = answers.get(from) ?? { answers: 0, devices: 0 };
    if (answers.size < MOST_DEVICES) answers.set(from, count);
    count.answers += 1;
    if (count.answers > MOST_ANSWERS_OF_ONE || !answers.has(from)) return;
    for (const device of devicesIn(message.toString('utf8'), from)) {
      if (seen.has(device.url) || seen.size >= MOST_DEVICES || count.devices >= MOST_OF_ONE) continue;
      count.devices += 1;
      seen.add(device.url);
      onFound(device);
    }
  };
}

/** Where this machine stands in each of its networks: cameras hang in one of their own, which is seldom the first. */
export function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((each = []) =>
    each.flatMap(({ family, address }) => (family === 'IPv4' ? [address] : [])),
  );
}

type Target = { readonly address: string; readonly port: number };

function targetOf(host: string): Target {
  const [address = '', port = GROUP.port] = host.split(':');
  return { address, port: Number(port) };
}

/** One network, asked from this machine's address in it. */
function openEar(
  from: string,
  hear: (message: Buffer, from: string) => void,
  targets: readonly Target[],
): Socket {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  // A network that cannot be asked is none with cameras.
  socket.on('error', () => undefined);
  socket.on('message', (message, { address }) => hear(message, address));
  socket.bind(0, from, () => {
    try {
      socket.setMulticastInterface(from);
    } catch {
      // It has no multicast; hosts can be asked all the same.
    }
    for (const { address, port } of targets) socket.send(question(), port, address, () => undefined);
  });
  return socket;
}

/**
 * Asks every network of this machine once for cameras, and the given hosts one by one. The library's own probe cannot be
 * called off and throws at an answer of another shape: only its reader is used.
 */
export function probe(
  onFound: (device: FoundDevice) => void,
  signal: AbortSignal,
  asked: { readonly from?: readonly string[]; readonly hosts?: readonly string[] } = {},
): Promise<void> {
  const { from = ownAddresses(), hosts = [] } = asked;
  return new Promise((resolve) => {
    const sockets = new Set<Socket>();
    const hear = createSieve((device) => open && onFound(device));
    let open = true;
    function ask(): void {
      for (const address of from) sockets.add(openEar(address, hear, [GROUP]));
      // The machine's routes lead to them.
      if (hosts.length > 0) sockets.add(openEar('0.0.0.0', hear, hosts.map(targetOf)));
    }
    const again = setTimeout(ask, AGAIN_MS);
    const end = setTimeout(close, PROBE_MS);
    function close(): void {
      if (!open) return;
      open = false;
      clearTimeout(again);
      clearTimeout(end);
      signal.removeEventListener('abort', close);
      for (const socket of sockets) socket.close();
      resolve();
    }
    signal.addEventListener('abort', close);
    ask();
    if (signal.aborted) close();
  });
}
