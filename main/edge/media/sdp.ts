/** What a camera offers: its H.264 track, or its H.265 one. */
export type VideoTrack = {
  readonly codec: 'H.264' | 'H.265';
  readonly payloadType: number;
  /** Where SETUP goes, as the camera wrote it: absolute, relative or `*`. */
  readonly control: string;
  /** SPS and PPS, and VPS of H.265, when the camera tells them beforehand. */
  readonly parameterSets: readonly Buffer[];
};

export type CameraOffer = { readonly sessionControl: string; readonly track: VideoTrack };

/** A parameter set is never longer than this, bytes. */
const MAX_SET_BYTES = 4_096;

type Media = {
  readonly kind: string;
  readonly formats: readonly string[];
  readonly attributes: Map<string, string[]>;
};

function add(attributes: Map<string, string[]>, line: string): void {
  const [, name = '', value = ''] = /^a=([^:\s]+)\s*:?(.*)$/.exec(line) ?? [];
  if (name !== '')
    attributes.set(name.toLowerCase(), [...(attributes.get(name.toLowerCase()) ?? []), value.trim()]);
}

function readMedia(body: string): {
  readonly session: Map<string, string[]>;
  readonly medias: readonly Media[];
} {
  const session = new Map<string, string[]>();
  const medias: Media[] = [];
  for (const line of body.split(/\r?\n/).slice(0, 500)) {
    if (line.startsWith('m=')) {
      const [kind = '', , , ...formats] = line.slice(2).trim().split(/\s+/);
      medias.push({ kind, formats, attributes: new Map() });
    } else if (line.startsWith('a=')) {
      add(medias.at(-1)?.attributes ?? session, line.trim());
    }
  }
  return { session, medias };
}

/** The payload type that the track calls so, found by its name and not by its number. */
function typeOf(media: Media, wanted: 'H264' | 'H265'): number | null {
  for (const map of media.attributes.get('rtpmap') ?? []) {
    const [, type, name] = /^(\d{1,3})\s+([^/\s]+)/.exec(map) ?? [];
    if (name?.toUpperCase() === wanted) return Number(type);
  }
  return null;
}

function parameterSets(media: Media, payloadType: number): readonly Buffer[] {
  const formats = (media.attributes.get('fmtp') ?? []).filter(
    (line) => Number.parseInt(line, 10) === payloadType,
  );
  const sprops = formats.flatMap((line) =>
    [...line.matchAll(/sprop-(?:parameter-sets|vps|sps|pps)\s*=\s*([^;\s]+)/gi)].map(([, sets = '']) => sets),
  );
  return sprops
    .flatMap((sets) => sets.split(','))
    .slice(0, 16)
    .map((text) => Buffer.from(text, 'base64'))
    .filter((set) => set.length > 1 && set.length <= MAX_SET_BYTES);
}

/** What people call a coding that the gateway does not carry, from its name in SDP. */
const known: Readonly<Record<string, string>> = { H265: 'H.265', JPEG: 'MJPEG', 'MP4V-ES': 'MPEG-4' };
/** Codings that have their number by tradition and need no name: RFC 3551. */
const byNumber: Readonly<Record<string, string>> = {
  '26': 'MJPEG',
  '31': 'H.261',
  '32': 'MPEG-2',
  '34': 'H.263',
};

/** The coding of a camera's pictures that are not H.264: `H.265`, …; null when it offers no pictures at all. */
export function otherCodec(body: string): string | null {
  for (const media of readMedia(body).medias) {
    if (media.kind.toLowerCase() !== 'video') continue;
    const names = (media.attributes.get('rtpmap') ?? []).map(
      (map) => /^\d{1,3}\s+([^/\s]{1,20})/.exec(map)?.[1]?.toUpperCase() ?? '',
    );
    const name = names.find((each) => each !== '');
    const spoken = name === undefined ? byNumber[media.formats[0] ?? ''] : (known[name] ?? name);
    if (spoken !== undefined) return spoken;
  }
  return null;
}

function trackIn(
  { session, medias }: ReturnType<typeof readMedia>,
  codec: VideoTrack['codec'],
): CameraOffer | null {
  for (const media of medias) {
    const isVideo = media.kind.toLowerCase() === 'video';
    const payloadType = isVideo ? typeOf(media, codec === 'H.264' ? 'H264' : 'H265') : null;
    if (payloadType === null) continue;
    return {
      sessionControl: session.get('control')?.[0] ?? '*',
      track: {
        codec,
        payloadType,
        control: media.attributes.get('control')?.[0] ?? '*',
        parameterSets: parameterSets(media, payloadType),
      },
    };
  }
  return null;
}

/** Finds the H.264 track in what a camera describes, or, where that can be played, the H.265 one; null: neither. */
export function readOffer(body: string, playsH265: boolean): CameraOffer | null {
  const read = readMedia(body);
  return trackIn(read, 'H.264') ?? (playsH265 ? trackIn(read, 'H.265') : null);
}

/** Joins a control to its base the way cameras expect: appended as text, even after a query. */
export function controlUrl(base: string, control: string): string {
  if (control === '*' || control === '') return base;
  if (/^rtsps?:\/\//i.test(control)) return control;
  return base.endsWith('/') || control.startsWith('/') || control.startsWith('?')
    ? base + control
    : `${base}/${control}`;
}
