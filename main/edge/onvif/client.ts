import { Cam } from 'onvif';
import { getDigestHeaders } from 'onvif/lib/utils.js';
import type { DeviceAddress, DeviceAnswer } from '../../cameras/ptzPorts.ts';
import { claimed, type Refusals } from '../media/refusals.ts';
import { post, REPLY_MS } from './post.ts';
import { readReply } from './soap.ts';

type Callback = (error: Error | null, body?: unknown, xml?: string) => void;

/** What the library asks its transport for. */
type Asked = {
  readonly service?: string;
  readonly action: string;
  readonly body: string;
};

/** The library's inside, as far as it is replaced here: how a message travels, and how its answer is handed on. */
type Inside = {
  path: string;
  password?: string;
  /** From this process's own time to the camera's, ms; read once, and kept while it is there. */
  timeShift?: number | undefined;
  readonly activeSource?: unknown;
  readonly uri?: Readonly<Record<string, { readonly path?: string | null } | undefined>>;
  _request(asked: Asked, callback: Callback): void;
  _requestPart2(asked: Asked, callback: Callback): void;
  digestAuth(
    challenges: readonly string[],
    request: { readonly method: string; readonly path: string },
  ): string;
};

/** A whole question, with all its messages, is answered within this time, ms. */
const QUESTION_MS = 3 * REPLY_MS;

/** A camera tells its time in whole seconds, and it takes a while to come: another one is it beyond this, ms. */
const CLOCK_MOVED_MS = 2_000;

/** A camera's answer that the library could not read. */
class Unreadable extends Error {}

export type Client = {
  /** Asks one question at a time; `start` calls the library. Never throws. */
  ask<Value>(
    start: (cam: Cam, done: (error: Error | null, value?: unknown) => void) => void,
    read: (value: unknown) => Value,
  ): Promise<DeviceAnswer<Value>>;
};

/**
 * The `onvif` library without its transport and with a net under it. Its own transport waits as long as a camera trickles
 * and takes as many bytes as it sends, and its readers throw in the middle of the event loop at a reply of another shape.
 * A camera that refused the name and password is left alone for a while: `refusals` remembers it, for all clients.
 */
export function openClient({ url, credentials }: DeviceAddress, refusals: Refusals): Client {
  const password = refusals.of({ url, ...(credentials && { credentials }) });
  const { protocol, hostname, port, pathname } = new URL(url);
  const secure = protocol === 'https:';
  const portNumber = port === '' ? (secure ? 443 : 80) : Number(port);
  const cam = new Cam({
    hostname,
    port: portNumber,
    path: pathname === '/' ? '/onvif/device_service' : pathname,
    useSecure: secure,
    preserveAddress: true,
    autoconnect: false,
    ...(credentials && { username: credentials.user, password: bytesOf(credentials.password) }),
  });
  // Some cameras' warnings are events; nobody listens to them here.
  cam.on('error', () => undefined);
  const inside = cam as unknown as Inside;
  let broken: (why: Error) => void = () => undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let connected = false;

  async function send(asked: Asked): Promise<{ error: Error | null; body: unknown }> {
    const path = (asked.service === undefined ? undefined : inside.uri?.[asked.service]?.path) ?? inside.path;
    const headers = {
      'Content-Type': `application/soap+xml;charset=utf-8;action="${asked.action}"`,
      'Content-Length': String(Buffer.byteLength(asked.body)),
    };
    const message = { secure, hostname, port: portNumber, path, headers, body: asked.body };
    const first = await post(message);
    const challenges = first.status === 401 ? getDigestHeaders(first.rawHeaders) : [];
    if (challenges.length === 0 || credentials === undefined) return readReply(first.text, first.status);
    inside.password = credentials.password;
    const Authorization = inside.digestAuth(challenges, { method: 'POST', path });
    inside.password = bytesOf(credentials.password);
    const second = await post({ ...message, headers: { ...headers, Authorization } });
    if (second.status === 401) return { error: new Error('unauthorised'), body: null };
    return readReply(second.text, second.status);
  }

  inside._requestPart2 = (asked, callback) => {
    const hand = (error: Error | null, body?: unknown): void => {
      try {
        callback(error, body, '');
      } catch (failure) {
        broken(new Unreadable(String(failure)));
      }
    };
    send(asked).then(
      ({ error, body }) => hand(error, body),
      (error: unknown) => hand(error instanceof Error ? error : new Error('failed')),
    );
  };

  function once(start: (done: (error: Error | null, value?: unknown) => void) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(new Error('silent')), QUESTION_MS);
      function settle(error: Error | null, value?: unknown): void {
        clearTimeout(timer);
        broken = () => undefined;
        if (error) reject(error);
        else resolve(value);
      }
      broken = settle;
      start(settle);
    });
  }

  /** The library takes a camera for connected that gave neither profiles nor sources: it could not even be turned. */
  async function connect(): Promise<void> {
    let warning = '';
    const hear = (words: unknown): void => void (warning = String(words));
    cam.on('warning', hear);
    inside.timeShift = undefined;
    try {
      await once((done) => cam.connect((error) => done(error || null)));
    } finally {
      cam.off('warning', hear);
    }
    const hasMedia = Boolean(inside.uri?.['media'] ?? inside.uri?.['media2']);
    if (hasMedia && inside.activeSource === undefined) throw new Error(warning);
    connected = true;
  }

  /** What is asked bears the camera's own time. Asking for that takes no password, and so costs none of its tries. */
  async function clockMoved(): Promise<boolean> {
    const before = inside.timeShift;
    inside.timeShift = undefined;
    await once((done) => cam.getSystemDateAndTime(done)).catch(() => undefined);
    inside.timeShift ??= before;
    return Math.abs((inside.timeShift ?? 0) - (before ?? 0)) > CLOCK_MOVED_MS;
  }

  /** A camera whose clock was set takes the messages of its former time for old ones that somebody says again. */
  async function question(start: Parameters<Client['ask']>[0]): Promise<unknown> {
    const put = (): Promise<unknown> => once((done) => start(cam, done));
    if (!connected) {
      await connect();
      return put();
    }
    try {
      return await put();
    } catch (error) {
      if (!isRefusal(error) || !(await clockMoved())) throw error;
      return put();
    }
  }

  async function answered<Value>(
    start: Parameters<Client['ask']>[0],
    read: (value: unknown) => Value,
  ): Promise<DeviceAnswer<Value>> {
    if (!(await claimed(password))) return { ok: false, reason: 'camera-denies' };
    const asked = refusals.now();
    try {
      const value = read(await question(start));
      password.accepted();
      return { ok: true, value };
    } catch (error) {
      const silent = isSilence(error);
      if (silent) connected = false;
      if (isRefusal(error)) password.refused(asked);
      else password.unanswered();
      return { ok: false, reason: silent ? 'camera-silent' : 'camera-denies' };
    }
  }

  return {
    ask<Value>(start: Parameters<Client['ask']>[0], read: (value: unknown) => Value) {
      const mine = turn.then(() => answered(start, read));
      turn = mine;
      return mine;
    },
  };
}

/** The library's token takes one byte for each character of a password: a Vietnamese one has more. */
function bytesOf(password: string): string {
  return Buffer.from(password, 'utf8').toString('latin1');
}

function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === 'silent' || 'code' in error;
}

/** The words of SOAP and of HTTP for a name and password that are not taken. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && /not\s*authori[sz]ed|unauthori[sz]ed/i.test(error.message);
}
