import type { CameraGateway, RecordingRead, Recordings } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import type { PlaylistAddress } from '../../kernel/control.ts';
import { watchJanus } from './janus.ts';
import { looksOf } from './lookers.ts';
import { createPictures } from './pictures.ts';
import { createPlaylistSource, readRecording, type PlaylistViewer } from './playlistSource.ts';
import { claimed, createRefusals, refusalKey, type Refusals } from './refusals.ts';
import { createRtspCameras } from './rtspCameras.ts';
import { createSharing, type Shared } from './sharing.ts';
import { createTurns, MOST_CHECKED, MOST_CONNECTED, MOST_CONNECTING, MOST_FAILING } from './turns.ts';

/** Each moment of a recording has its own address, and is asked for at each move on the time line. */
async function readKept(at: PlaylistAddress, refusals: Refusals): Promise<RecordingRead> {
  const password = refusals.of({ ...at, url: at.url.split('?')[0] ?? '' });
  if (!(await claimed(password))) return { trouble: 'unauthorised' };
  const asked = refusals.now();
  const read = await readRecording(at);
  if ('playlist' in read) password.accepted();
  else if (read.trouble === 'unauthorised') password.refused(asked);
  else password.unanswered();
  return read;
}

/**
 * All ways in which pictures come from cameras. Whoever refused a password once is remembered by all of them, and those
 * that keep a connection take turns with each other; a playlist is asked for piece by piece, and keeps none.
 */
export function createGateway(options: {
  readonly clock: Clock;
  readonly log: Log;
  readonly chance?: () => number;
  readonly warmMs?: number;
  readonly mostConnected?: number;
  /** Shared with whoever else asks the same devices with the same name and password. */
  readonly refusals?: Refusals;
  readonly recordings?: Pick<Recordings, 'tape'>;
}): CameraGateway {
  const { clock, chance = Math.random, mostConnected = MOST_CONNECTED } = options;
  const { refusals = createRefusals(() => clock.now(), chance) } = options;
  const most = {
    connected: mostConnected,
    connecting: MOST_CONNECTING,
    failing: MOST_FAILING,
    checked: MOST_CHECKED,
  };
  const needs = { ...options, chance, refusals, turns: createTurns(most, clock) };
  const rtsp = createRtspCameras(needs);
  const { mjpeg, snapshot, close: closePictures } = createPictures(needs);
  const playlists = createSharing<PlaylistViewer, Shared<PlaylistViewer>>(needs);

  return {
    watch: { rtsp: rtsp.watch, mjpeg, snapshot, webrtc: watchJanus(needs) },
    readRecording: (at) => readKept(at, refusals),
    watchPlaylist(stream, onState) {
      const open = () => createPlaylistSource(stream, needs);
      const wish = { viewer: { state: onState }, as: looksOf(stream), open };
      return playlists.join(refusalKey(stream), wish).leave;
    },
    close() {
      rtsp.close();
      closePictures();
      playlists.close();
    },
  };
}
