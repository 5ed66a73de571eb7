import { SUSPECT_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { Recordings, StreamAddress, Watch } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { looksOf } from './lookers.ts';
import type { Refusals } from './refusals.ts';
import type { CameraAddress } from './rtspSession.ts';
import { createSharing } from './sharing.ts';
import { createSource, type Source } from './source.ts';
import type { Turns } from './turns.ts';
import { createViewer, type Viewer } from './viewer.ts';

/** Reads an address; a name and password in it do not count, theirs is the vault. */
function readAddress({
  url,
  credentials,
  certificate,
  playsH265 = false,
}: StreamAddress): CameraAddress | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^rtsps?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  parsed.username = parsed.password = '';
  return {
    url: parsed,
    playsH265,
    ...(credentials === undefined ? {} : { credentials }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

/** RTSP in, packets out: one connection per camera address while somebody looks, fanned out to all tiles that show it. */
export function createRtspCameras(needs: {
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly refusals: Refusals;
  readonly warmMs?: number | undefined;
  readonly turns: Turns;
  readonly recordings?: Pick<Recordings, 'tape'> | undefined;
}): { readonly watch: Watch; close(): void } {
  const { clock, log, recordings } = needs;
  const sources = createSharing<Viewer, Source>(needs);

  return {
    watch(stream, port, onState) {
      const viewer = createViewer(port, onState);
      const address = readAddress(stream);
      if (address === null) {
        log.warn('cameras.addressRefused', { reason: 'not an rtsp address' });
        viewer.state({ state: 'no-source', since: clock.now() });
        return () => undefined;
      }
      const { name = address.url.host, suspectAfterMs = SUSPECT_AFTER_MS, record } = stream;
      const { url, credentials, certificate, playsH265 } = address;
      const key = JSON.stringify([url.href, credentials, certificate, playsH265]);
      const open = () => createSource({ address, name, suspectAfterMs }, needs);
      const { source, leave } = sources.join(key, { viewer, as: looksOf(stream), open });
      if (recordings && record) source.tape(JSON.stringify(record), () => recordings.tape(record));
      return leave;
    },
    close: sources.close,
  };
}
