// A camera that speaks ONVIF: profiles, stream address, presets and PTZ, over HTTP on the loopback alone.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readReply } from '../../../main/edge/onvif/soap.ts';
import { passwordIsRight } from './wsSecurity.ts';

export type OnvifCameraRequest = {
  /** Where its RTSP stream is. */
  readonly streamUri?: string;
  /** Where it says that it is; what it really listens at unless told. */
  readonly xaddr?: string;
  readonly credentials?: { readonly user: string; readonly password: string };
  /** Answers this instead of what it was asked. */
  readonly fault?: (asked: string) => string | 'silence' | undefined;
};

export type OnvifCamera = {
  readonly url: string;
  /** What it was told, in order: `ContinuousMove 0.5 0 0`, `Stop`, `GotoPreset 2`. */
  readonly told: string[];
  readonly presets: { token: string; name?: string }[];
  /** How far its clock is ahead of this machine's, ms. */
  aheadMs: number;
  /** Answers WS-Discovery here, asked by itself: `host:port`. Asked of all, it answers on the loopback. */
  readonly discovery: string;
  fault: OnvifCameraRequest['fault'];
  close(): Promise<void>;
};

const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tds="http://www.onvif.org/ver10/device/wsdl" xmlns:trt="http://www.onvif.org/ver10/media/wsdl" xmlns:tptz="http://www.onvif.org/ver20/ptz/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema"><s:Body>${body}</s:Body></s:Envelope>`;

const refused = envelope(
  '<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">Not Authorized</s:Text></s:Reason></s:Fault>',
);

function date(at: number): string {
  const now = new Date(at);
  const day = `<tt:Year>${now.getUTCFullYear()}</tt:Year><tt:Month>${now.getUTCMonth() + 1}</tt:Month><tt:Day>${now.getUTCDate()}</tt:Day>`;
  const time = `<tt:Hour>${now.getUTCHours()}</tt:Hour><tt:Minute>${now.getUTCMinutes()}</tt:Minute><tt:Second>${now.getUTCSeconds()}</tt:Second>`;
  return `<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:UTCDateTime><tt:Time>${time}</tt:Time><tt:Date>${day}</tt:Date></tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>`;
}

function profile(token: string, name: string, [width, height]: readonly [number, number]): string {
  return (
    `<trt:Profiles token="${token}" fixed="true"><tt:Name>${name}</tt:Name>` +
    `<tt:VideoSourceConfiguration token="vs"><tt:Name>vs</tt:Name><tt:SourceToken>src</tt:SourceToken></tt:VideoSourceConfiguration>` +
    `<tt:VideoEncoderConfiguration token="ve-${token}"><tt:Name>ve</tt:Name><tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>${width}</tt:Width><tt:Height>${height}</tt:Height></tt:Resolution></tt:VideoEncoderConfiguration>` +
    `<tt:PTZConfiguration token="ptz"><tt:Name>ptz</tt:Name><tt:NodeToken>node</tt:NodeToken></tt:PTZConfiguration></trt:Profiles>`
  );
}

function service(namespace: string, url: string): string {
  return `<tds:Service><tds:Namespace>${namespace}</tds:Namespace><tds:XAddr>${url}</tds:XAddr><tds:Version><tt:Major>2</tt:Major><tt:Minor>0</tt:Minor></tds:Version></tds:Service>`;
}

function attributes(xml: string, element: string): string {
  const [, inside = ''] = new RegExp(`<${element} ([^>]*)`).exec(xml) ?? [];
  return [...inside.matchAll(/\b[xy]="([^"]*)"/g)].map(([, value]) => Number(value)).join(' ');
}

const textOf = (xml: string, element: string): string =>
  new RegExp(`<${element}>([^<]*)<`).exec(xml)?.[1] ?? '';

/** The answer to one question; what changes the camera is written down first. */
function answerTo(asked: string, xml: string, camera: OnvifCamera, streamUri: string): string | undefined {
  const [width, height] = [1920, 1080];
  const move = (): string => `${attributes(xml, 'PanTilt')} ${attributes(xml, 'Zoom')}`;
  const done = `<tptz:${asked}Response/>`;
  switch (asked) {
    case 'GetSystemDateAndTime':
      return date(Date.now() + camera.aheadMs);
    case 'GetServices':
      return `<tds:GetServicesResponse>${service('http://www.onvif.org/ver10/device/wsdl', camera.url)}${service('http://www.onvif.org/ver10/media/wsdl', camera.url)}${service('http://www.onvif.org/ver20/ptz/wsdl', camera.url)}</tds:GetServicesResponse>`;
    case 'GetProfiles':
      return `<trt:GetProfilesResponse>${profile('main', 'Luồng chính', [width, height])}${profile('sub', 'Luồng phụ', [640, 352])}</trt:GetProfilesResponse>`;
    case 'GetVideoSources':
      return `<trt:GetVideoSourcesResponse><trt:VideoSources token="src"><tt:Framerate>25</tt:Framerate><tt:Resolution><tt:Width>${width}</tt:Width><tt:Height>${height}</tt:Height></tt:Resolution></trt:VideoSources></trt:GetVideoSourcesResponse>`;
    case 'GetDeviceInformation':
      return '<tds:GetDeviceInformationResponse><tds:Manufacturer>Toàn Cảnh</tds:Manufacturer><tds:Model>Thử nghiệm</tds:Model><tds:FirmwareVersion>1</tds:FirmwareVersion><tds:SerialNumber>1</tds:SerialNumber><tds:HardwareId>1</tds:HardwareId></tds:GetDeviceInformationResponse>';
    case 'GetStreamUri':
      return `<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>${streamUri}${textOf(xml, 'ProfileToken') === 'sub' ? '-sub' : ''}</tt:Uri></trt:MediaUri></trt:GetStreamUriResponse>`;
    case 'GetSnapshotUri':
      return `<trt:GetSnapshotUriResponse><trt:MediaUri><tt:Uri>${new URL('/still.jpg', camera.url).href}</tt:Uri></trt:MediaUri></trt:GetSnapshotUriResponse>`;
    case 'GetPresets':
      return `<tptz:GetPresetsResponse>${camera.presets.map(({ token, name }) => `<tptz:Preset token="${token}">${name === undefined ? '' : `<tt:Name>${name}</tt:Name>`}</tptz:Preset>`).join('')}</tptz:GetPresetsResponse>`;
    case 'SetPreset':
      camera.presets.push({ token: String(camera.presets.length + 1), name: textOf(xml, 'PresetName') });
      return `<tptz:SetPresetResponse><tptz:PresetToken>${camera.presets.length}</tptz:PresetToken></tptz:SetPresetResponse>`;
    case 'ContinuousMove':
    case 'AbsoluteMove':
      camera.told.push(`${asked} ${move()}`);
      return done;
    case 'GotoPreset':
      camera.told.push(`${asked} ${textOf(xml, 'PresetToken')}`);
      return done;
    case 'Stop':
      camera.told.push(asked);
      return done;
    default:
      return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** The name of what is asked: the first element of the body. */
function askedIn(xml: string): string {
  return /<s:Body[^>]*>\s*<(\w+)/.exec(xml)?.[1] ?? '';
}

type Listening = { readonly xaddr: () => string; readonly port: number };

/** Answers a probe; on WS-Discovery's own port one that was sent to its group over the loopback. */
async function openDiscovery({ xaddr, port: listensAt }: Listening) {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  socket.on('message', (message, { address, port }) => {
    if (readReply(message.toString('utf8'), 200).error) return;
    const match = `<d:ProbeMatches xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"><d:ProbeMatch><d:Scopes>onvif://www.onvif.org/type/ptz onvif://www.onvif.org/hardware/TC-1 onvif://www.onvif.org/name/C%E1%BB%95ng_ch%C3%ADnh</d:Scopes><d:XAddrs>${xaddr()}</d:XAddrs></d:ProbeMatch></d:ProbeMatches>`;
    // First what no camera says; it must do no harm.
    for (const text of ['<html>', envelope('<d:ProbeMatches/>'), envelope(match), envelope(match)])
      socket.send(text, port, address);
  });
  const isGroup = listensAt !== 0;
  socket.bind(listensAt, isGroup ? '0.0.0.0' : '127.0.0.1');
  await once(socket, 'listening');
  if (isGroup) socket.addMembership('239.255.255.250', '127.0.0.1');
  return socket;
}

export async function openOnvifCamera(request: OnvifCameraRequest = {}): Promise<OnvifCamera> {
  const { streamUri = 'rtsp://127.0.0.1:18554/cam1', credentials } = request;

  async function answer(question: IncomingMessage, response: ServerResponse): Promise<void> {
    const xml = await bodyOf(question);
    const asked = askedIn(xml);
    const fault = camera.fault?.(asked);
    if (fault === 'silence') return;
    if (fault !== undefined) return void response.end(fault);
    const open = asked === 'GetSystemDateAndTime' || credentials === undefined;
    const now = Date.now() + camera.aheadMs;
    if (!open && !passwordIsRight(xml, credentials, now)) return void response.writeHead(400).end(refused);
    const body = answerTo(asked, xml, camera, streamUri);
    if (body === undefined) return void response.writeHead(400).end(refused);
    response.end(envelope(body));
  }

  const server = createServer((question, response) => void answer(question, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}/onvif/device_service`;
  const listening = { xaddr: () => request.xaddr ?? url };
  const sockets = [
    await openDiscovery({ ...listening, port: 0 }),
    await openDiscovery({ ...listening, port: 3702 }),
  ];
  const camera: OnvifCamera = {
    url,
    told: [],
    presets: [
      { token: '1', name: 'Cổng chính' },
      { token: '2', name: 'Ngã tư' },
    ],
    aheadMs: 0,
    discovery: `127.0.0.1:${sockets[0]?.address().port}`,
    fault: request.fault,
    async close() {
      for (const socket of sockets) socket.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return camera;
}
