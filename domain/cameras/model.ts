import { z } from 'zod';
import { BilingualSchema, IdSchema, PlaceSchema, readable } from '../kernel/schema.ts';
import { inBoth } from '../kernel/text.ts';
import { UnitCodeSchema } from '../units/model.ts';
import type { ActiveCell } from './activity.ts';
import type { Turn } from './grid.ts';
import type { Hot } from './hotspot.ts';

export { CameraGridSpecSchema, CameraHotspotSpecSchema } from './tileSpec.ts';
export type { ActiveCell, Hot, Turn };

/** Where a camera looks: bearing of the middle in degrees from north, clockwise; width of the view; how far it shows anything. */
export const CameraViewSchema = z.object({
  bearingDeg: z.number().min(0).lt(360),
  fieldDeg: z.number().min(1).max(360),
  rangeM: z.number().min(1).max(20_000),
});
export type CameraView = z.infer<typeof CameraViewSchema>;

/** A camera as everyone may know it: no address, no password. Addresses are the site's, passwords the vault's. */
export const CameraSchema = z.object({
  id: IdSchema,
  unit: UnitCodeSchema,
  name: BilingualSchema,
  point: PlaceSchema,
  provenance: z.enum(['live', 'sample']),
  /** Words that lead to it, such as "giao thông". */
  tags: z.array(readable(40)).max(20).default([]),
  /** Names of the groups that it stands in, such as "Tuyến Quốc lộ 3". */
  groups: z.array(readable(80)).max(20).default([]),
  /** Who answers for it, as written by whoever registered it. */
  owner: readable(200).exactOptional(),
  view: CameraViewSchema.exactOptional(),
  /** It can be turned and zoomed from afar. */
  ptz: z.boolean().default(false),
  /** Only people with the right `camera.restricted` see it. */
  restricted: z.boolean().default(false),
});
export type Camera = z.infer<typeof CameraSchema>;

const ofKind = (kind: string, ...addresses: readonly string[]): string =>
  inBoth(
    `${addresses.join(' hoặc ')}, đúng loại (kind) ${kind}`,
    `${addresses.join(' or ')}, as kind ${kind} says`,
  );

const web = (kind: string) => ({
  address: z.url({ protocol: /^https?$/, hostname: /./ }),
  expected: ofKind(kind, 'http://<host>/…', 'https://<host>/…'),
});

/** What an address of each kind begins with; there is always a host. */
const addresses = {
  rtsp: {
    address: z.url({ protocol: /^rtsps?$/, hostname: /./ }),
    expected: ofKind('rtsp', 'rtsp://<host>/…', 'rtsps://<host>/…'),
  },
  hls: web('hls'),
  mjpeg: web('mjpeg'),
  snapshot: web('snapshot'),
  /** A stream of a Janus server, by its number. */
  webrtc: {
    address: z.url({ protocol: /^https?$/, hostname: /./ }).refine((url) => /\?stream=\d{1,15}$/.test(url)),
    expected: ofKind('webrtc', 'http://<host>:8088/janus?stream=<id>'),
  },
};

/** A SHA-256 fingerprint as tools write it, with colons or without. */
export const FINGERPRINT = /^([0-9a-f]{2}:?){32}$/i;

/** An address with a name, and perhaps a password, before its host. */
const namesSomebody = /^[a-z]+:\/\/[^/?#]*@/i;

const NO_LOGIN = inBoth(
  'địa chỉ không kèm tên và mật khẩu: để trong kho mật khẩu, dưới tên camera.<id>',
  'an address without name and password: those belong in the vault, as camera.<id>',
);

/** No VMS keeps its recordings longer, days. */
export const MOST_DAYS = 3_650;

/** An address in which a stretch of time can be put. */
function isStretchTemplate(url: string): boolean {
  const begins = /\{from(Iso)?\}/.test(url);
  const ends = /\{(to|toIso|duration)\}/.test(url);
  return begins && ends && /^https?:\/\/[^/?#{}]+\//i.test(url) && !namesSomebody.test(url);
}

/** How this room reaches a camera; one that gives several kinds is best reached in the order rtsp, webrtc, hls, mjpeg, snapshot. `sub` is the small picture for grids; without it `main` serves both. */
export const CameraSourceSchema = z
  .object({
    kind: z.enum(['rtsp', 'hls', 'mjpeg', 'snapshot', 'webrtc']),
    /** Where it takes commands and tells of its streams: `http://<host>/onvif/device_service`. */
    onvif: z
      .url({ protocol: /^https?$/, hostname: /./ })
      .max(500)
      .exactOptional(),
    main: z.string().max(2_000),
    sub: z.string().max(2_000).optional(),
    /** SHA-256 fingerprint of a camera's own certificate (rtsps), where no authority vouches for it. */
    certificate: z.string().regex(FINGERPRINT).exactOptional(),
    /** A picture that does not change for so long is suspected of standing still; 0: never. 30 s unless told. */
    suspectAfterSeconds: z.number().int().min(0).max(86_400).exactOptional(),
    /** Where a VMS gives its recording of any stretch of time as HLS, and how many days it keeps it. */
    recordings: z
      .object({
        url: z
          .string()
          .max(2_000)
          .refine(
            isStretchTemplate,
            inBoth(
              'http(s)://<host>/… không kèm tên, có {from} hoặc {fromIso}, và {to}, {toIso} hoặc {duration}',
              'http(s)://<host>/… without a name, with {from} or {fromIso}, and {to}, {toIso} or {duration}',
            ),
          ),
        days: z.number().int().min(1).max(MOST_DAYS),
      })
      .exactOptional(),
  })
  .superRefine(({ kind, main, sub }, context) => {
    const { address, expected } = addresses[kind];
    const complain = (path: 'main' | 'sub', message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const [path, url] of [
      ['main', main],
      ['sub', sub],
    ] as const) {
      if (url === undefined) continue;
      if (!address.safeParse(url).success) complain(path, expected);
      if (namesSomebody.test(url)) complain(path, NO_LOGIN);
    }
  });
export type CameraSource = z.infer<typeof CameraSourceSchema>;

/** How pictures come from a camera, or that this room has no way to it. */
export type CameraKind = CameraSource['kind'] | 'none';

/**
 * `idle`: nobody looks at it, so nobody knows. `stale`: connected, but no picture for 3 s. `offline`: it cannot be
 * reached. `unauthorised`: it refuses the room's name and password. `unsupported`: it sends what this machine cannot show.
 */
export const cameraStates = [
  'no-source',
  'idle',
  'connecting',
  'live',
  'stale',
  'offline',
  'unauthorised',
  'unsupported',
] as const;
export type CameraState = (typeof cameraStates)[number];

/** Why a camera is not live, as far as this machine can see. */
export const cameraTroubles = [
  /** Nobody listens at its address, or the network does not lead there. */
  'unreachable',
  /** It took the connection and never answers. */
  'no-answer',
  /** It answers that it has no such stream, or that it will not give it. */
  'refused',
  /** What it answers makes no sense. */
  'malformed',
  /** Its playlist points at files of this machine or at other servers: nothing of it is played. */
  'leads-astray',
  /** It hung up. */
  'closed',
  /** It fell silent in the middle of the stream. */
  'silent',
  /** It sends, but never one whole picture. */
  'pictureless',
  /** Its certificate is not one that this room trusts. */
  'certificate',
  /** It offers no picture at all. */
  'no-video',
  /** Its pictures are coded in a way that this machine cannot decode. */
  'codec',
  /** Its pictures are larger than any tile could show. */
  'too-large',
  /** As many cameras are connected as this machine may hold; it waits for its turn. */
  'waits-for-turn',
] as const;
export type CameraTrouble = (typeof cameraTroubles)[number];

/** A camera's state on this machine; `since` and `lastPictureAt` are epoch ms of this machine's clock. */
export type CameraHealth = {
  readonly cameraId: string;
  readonly state: CameraState;
  readonly since: number;
  readonly lastPictureAt?: number;
  readonly trouble?: CameraTrouble;
  /** What its pictures are coded in: `H.264`, `H.265`, … */
  readonly codec?: string;
  /** Since when its pictures, though they come, do not change: perhaps it stands still. Such a camera is still live. */
  readonly suspectSince?: number;
  /** What the last check of all cameras found. */
  readonly check?: { readonly state: CameraState; readonly at: number };
};
