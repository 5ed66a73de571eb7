/** A camera that says more than this before it makes sense is not listened to further, bytes. */
const MAX_HEAD_BYTES = 16 * 1024;
const MAX_BODY_BYTES = 256 * 1024;

export type RtspResponse = {
  readonly status: number;
  /** Names in lower case; a name that came several times has several values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
};

export type RtspReaderEvents = {
  response(response: RtspResponse): void;
  /** One interleaved packet. */
  packet(channel: number, bytes: Buffer): void;
};

type Head = { readonly status: number | null; readonly headers: Map<string, string[]> };

/** Tolerant of bare line feeds, blank lines and odd spaces; a line without a colon is passed over. */
function parseHead(text: string): Head | null {
  const [first = '', ...lines] = text.split(/\r?\n/);
  const status = /^RTSP\/\d\.\d\s+(\d{3})\b/.exec(first);
  // Some servers ask their clients something; that is passed over, but it must look like a request.
  if (status === null && !/^[A-Z_]{3,20} \S+ RTSP\/\d\.\d\s*$/.test(first)) return null;
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return { status: status === null ? null : Number(status[1]), headers };
}

function bodyLength(head: Head): number | null {
  const said = head.headers.get('content-length')?.[0];
  if (said === undefined) return 0;
  const length = /^\d{1,9}$/.test(said) ? Number(said) : NaN;
  return length <= MAX_BODY_BYTES ? length : null;
}

/** The head ends at the first blank line; returns where it ends and where what follows begins. */
function endOfHead(bytes: Buffer): { readonly end: number; readonly next: number } | null {
  const strict = bytes.indexOf('\r\n\r\n');
  const loose = bytes.indexOf('\n\n');
  if (strict === -1 && loose === -1) return null;
  const useLoose = strict === -1 || (loose !== -1 && loose < strict);
  return useLoose ? { end: loose, next: loose + 2 } : { end: strict, next: strict + 4 };
}

/**
 * Cuts what a camera sends over TCP into responses and interleaved packets. `push` answers false when the bytes make
 * no sense or grow without limit: then the connection is good for nothing more.
 */
export function createRtspReader(events: RtspReaderEvents): { push(chunk: Buffer): boolean } {
  let waiting: Buffer = Buffer.alloc(0);

  /** Reads one thing from the front: how many bytes it took, 0 when more are needed, null when it is nonsense. */
  function readOne(bytes: Buffer): number | null {
    const first = bytes[0];
    if (first === 0x24) return readPacket(bytes);
    if (first === 0x0d || first === 0x0a) return 1;
    return readMessage(bytes);
  }

  function readPacket(bytes: Buffer): number {
    if (bytes.length < 4) return 0;
    const end = 4 + bytes.readUInt16BE(2);
    if (bytes.length < end) return 0;
    events.packet(bytes.readUInt8(1), bytes.subarray(4, end));
    return end;
  }

  function readMessage(bytes: Buffer): number | null {
    const cut = endOfHead(bytes.subarray(0, MAX_HEAD_BYTES));
    if (cut === null) return bytes.length >= MAX_HEAD_BYTES || !plausible(bytes) ? null : 0;
    const head = parseHead(bytes.toString('utf8', 0, cut.end));
    const length = head && bodyLength(head);
    if (head === null || length === null) return null;
    const end = cut.next + length;
    if (bytes.length < end) return 0;
    if (head.status !== null) {
      events.response({
        status: head.status,
        headers: head.headers,
        body: bytes.toString('utf8', cut.next, end),
      });
    }
    return end;
  }

  return {
    push(chunk) {
      let bytes = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      while (bytes.length > 0) {
        const taken = readOne(bytes);
        if (taken === null) return false;
        if (taken === 0) break;
        bytes = bytes.subarray(taken);
      }
      waiting = bytes;
      return true;
    },
  };
}

/** A message begins with letters; anything else is not worth waiting for its end. */
function plausible(bytes: Buffer): boolean {
  const first = bytes[0] ?? 0;
  return first >= 0x41 && first <= 0x5a;
}
