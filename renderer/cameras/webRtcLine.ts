import type { AnswerReply, TileWord } from '../../domain/cameras/packets.ts';
import { leavePort, type Line, type LineEvents } from './line.ts';
import { createRests } from './rests.ts';
import type { Screen } from './screen.ts';
import { cameTo, createSourceVideo, paintFrom } from './sourceVideo.ts';

/** Ways to this machine are found within this time, or go without, ms. */
const GATHER_MS = 1_000;

function gathered(peer: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      if (peer.iceGatheringState === 'complete') resolve();
    };
    peer.addEventListener('icegatheringstatechange', done);
    setTimeout(resolve, GATHER_MS);
    done();
  });
}

/** Takes a WebRTC stream that is offered on the tile's port: the core speaks with the server, the window only with the port. */
export function openWebRtcLine(port: MessagePort, screen: Screen, events: LineEvents): Line {
  const video = createSourceVideo(screen);
  let peer: RTCPeerConnection | null = null;
  let over = false;
  const rests = createRests((paused) => {
    // A track that is disabled gives black pictures: it is the painting that rests.
    if (paused) video.pause();
    else if (video.paused) video.play().catch(() => undefined);
  });
  const onPainted = (at: number): void => {
    screen.onPainted(at);
    rests.painted();
  };
  paintFrom(
    { ...screen, onPainted },
    () => video,
    () => over,
  );

  async function answer(sdp: string): Promise<void> {
    peer?.close();
    const own = new RTCPeerConnection({ iceServers: [] });
    peer = own;
    own.ontrack = ({ receiver, streams, track }) => {
      // The newest picture, not an even flow.
      receiver.jitterBufferTarget = 0;
      video.srcObject = streams[0] ?? new MediaStream([track]);
    };
    await own.setRemoteDescription({ type: 'offer', sdp });
    await own.setLocalDescription(await own.createAnswer());
    await gathered(own);
    if (over || own.localDescription === null) return;
    const reply: AnswerReply = { type: 'answer', sdp: own.localDescription.sdp };
    port.postMessage(reply);
  }

  port.onmessage = ({ data: word }: MessageEvent<TileWord>) => {
    if (word.type === 'state') events.said(word);
    else if (word.type === 'offer') answer(word.sdp).catch(events.failed);
  };
  port.addEventListener('close', events.lost);
  return {
    hear: (audible) => void (video.muted = !audible),
    shed: rests.shed,
    came: () => cameTo(video),
    close() {
      over = true;
      rests.end();
      leavePort(port, events.lost);
      peer?.close();
      video.srcObject = null;
      video.remove();
    },
  };
}
