import { z } from 'zod';
import type { Preset } from '../../../domain/cameras/ptz.ts';
import type { DeviceAccount, DeviceAddress, DeviceAnswer, PtzDevice } from '../../cameras/ptzPorts.ts';
import type { Refusals } from '../media/refusals.ts';
import { openClient } from './client.ts';

/** Words of a device: text or a number, bounded. */
const Word = z.union([z.string(), z.number(), z.boolean()]).transform((word) => String(word).slice(0, 120));
/** What is readable, and no longer than ONVIF's own tokens. */
const Token = Word.refine((token) => /^\P{C}{1,64}$/u.test(token));
const Uri = z.string().max(2_000);

const PresetSchema = z.object({ $: z.object({ token: Token }), name: Word.optional().catch(undefined) });
const InformationSchema = z.object({ manufacturer: Word.optional(), model: Word.optional() });
const ProfileSchema = z.object({
  $: z.object({ token: Token }),
  name: Word.optional(),
  videoEncoderConfiguration: z
    .object({
      encoding: Word.optional(),
      resolution: z.object({ width: z.coerce.number(), height: z.coerce.number() }).optional(),
    })
    .optional(),
  PTZConfiguration: z.unknown(),
});
const MOST_PROFILES = 16;
const MOST_PRESETS = 256;

/** Text within a message: the library puts it in as it is. */
function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const nothing = (): null => null;

/** Each by itself: one that cannot be read takes none of the others with it. */
function readPresets(value: unknown): readonly Preset[] {
  return Object.values(z.record(z.string(), z.unknown()).parse(value))
    .slice(0, MOST_PRESETS)
    .flatMap((preset) => {
      const { data } = PresetSchema.safeParse(preset);
      return data === undefined ? [] : [{ token: data.$.token, name: data.name || data.$.token }];
    });
}

/** One camera that turns, over ONVIF's PTZ service. */
export function openDevice(address: DeviceAddress, refusals: Refusals): PtzDevice {
  const client = openClient(address, refusals);
  return {
    move: ({ pan, tilt, zoom }, forMs) =>
      client.ask((cam, done) => cam.continuousMove({ x: pan, y: tilt, zoom, timeout: forMs }, done), nothing),
    stop: () => client.ask((cam, done) => cam.stop({ panTilt: true, zoom: true }, done), nothing),
    moveTo: ({ pan, tilt, zoom }) =>
      client.ask((cam, done) => cam.absoluteMove({ x: pan, y: tilt, zoom }, done), nothing),
    // What the library answers is ordered by name, and has one of each; what it keeps is ordered by token.
    presets: () =>
      client.ask((cam, done) => cam.getPresets({}, (error) => done(error, cam.presets)), readPresets),
    goToPreset: (token) =>
      client.ask((cam, done) => cam.gotoPreset({ preset: escaped(token) }, done), nothing),
    setPreset: (name) =>
      client.ask((cam, done) => cam.setPreset({ presetName: escaped(name) }, done), nothing),
  };
}

function profileOf({ $, name, videoEncoderConfiguration: video }: z.infer<typeof ProfileSchema>) {
  const { width = 0, height = 0 } = video?.resolution ?? {};
  return {
    token: $.token,
    name: name ?? $.token,
    widthPx: width,
    heightPx: height,
    encoding: video?.encoding ?? '',
  };
}

/** What a device offers: its make, its streams with their addresses, whether it turns, its still picture. */
export async function accountOf(
  address: DeviceAddress,
  refusals: Refusals,
): Promise<DeviceAnswer<DeviceAccount>> {
  const client = openClient(address, refusals);
  const information = await client.ask(
    (cam, done) => cam.getDeviceInformation(done),
    (value) => InformationSchema.parse(value),
  );
  if (!information.ok) return information;
  const profiles = await client.ask(
    (cam, done) => cam.getProfiles(done),
    (value) => z.array(ProfileSchema).parse(value).slice(0, MOST_PROFILES),
  );
  if (!profiles.ok) return profiles;
  const uriOf = (value: unknown): string => z.object({ uri: Uri }).parse(value).uri;
  const found: DeviceAccount['profiles'][number][] = [];
  for (const profile of profiles.value) {
    const { token } = profile.$;
    const stream = await client.ask(
      (cam, done) => cam.getStreamUri({ protocol: 'RTSP', profileToken: escaped(token) }, done),
      uriOf,
    );
    if (stream.ok) found.push({ ...profileOf(profile), streamUri: stream.value });
  }
  const first = profiles.value[0]?.$.token;
  const still =
    first === undefined
      ? undefined
      : await client.ask((cam, done) => cam.getSnapshotUri({ profileToken: escaped(first) }, done), uriOf);
  const { manufacturer = '', model = '' } = information.value;
  return {
    ok: true,
    value: {
      maker: manufacturer,
      model,
      profiles: found,
      ptz: profiles.value.some(({ PTZConfiguration }) => PTZConfiguration !== undefined),
      ...(still?.ok && { snapshotUri: still.value }),
    },
  };
}
