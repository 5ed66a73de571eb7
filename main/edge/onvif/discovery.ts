import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
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

/** The name that a device gives itself in its scopes, or nothing. */
function nameIn(scopes: string): string {
  const [, name = ''] = /onvif:\/\/www\.onvif\.org\/name\/([^\s]{1,200})/i.exec(scopes) ?? [];
  try {
    return decodeURIComponent(name).replaceAll('_', ' ').slice(0, 120);
  } catch {
    return name.slice(0, 120);
  }
}

/** Devices in one answer: of several addresses the one it answered from. */
function devicesIn(text: string, from: string): readonly FoundDevice[] {
  const { error, body } = readReply(text, 200);
  if (error) return [];
  try {
    return MatchSchema.parse(plain(body)).probeMatches.probeMatch.flatMap(({ XAddrs, scopes = '' }) => {
      const urls = XAddrs.split(/\s+/).filter((url) => /^https?:\/\//.test(url) && URL.canParse(url));
      const url = urls.find((each) => new URL(each).hostname === from) ?? urls[0];
      return url === undefined ? [] : [{ url, name: nameIn(scopes) }];
    });
  } catch {
    return [];
  }
}

/**
 * Asks the network once for cameras. The library's own probe cannot be called off and throws at an answer of another shape:
 * only its reader is used.
 */
export function probe(
  onFound: (device: FoundDevice) => void,
  signal: AbortSignal,
  to: { readonly address: string; readonly port: number } = GROUP,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', reuseAddr: true });
    const seen = new Set<string>();
    const ask = (): void => void socket.send(question(), to.port, to.address, () => undefined);
    const again = setTimeout(ask, AGAIN_MS);
    const end = setTimeout(close, PROBE_MS);
    let open = true;
    function close(): void {
      if (!open) return;
      open = false;
      clearTimeout(again);
      clearTimeout(end);
      signal.removeEventListener('abort', close);
      socket.close();
      resolve();
    }
    signal.addEventListener('abort', close);
    socket.on('error', close);
    socket.on('message', (message, { address }) => {
      for (const device of devicesIn(message.toString('utf8'), address)) {
        if (!open || seen.has(device.url) || seen.size >= MOST_DEVICES) continue;
        seen.add(device.url);
        onFound(device);
      }
    });
    socket.bind(0, ask);
    if (signal.aborted) close();
  });
}
