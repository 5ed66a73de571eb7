// One played-back camera: what it sends to each connection, and everything that can go wrong with it.
import { randomBytes } from 'node:crypto';
import type { Clip } from './clips.ts';
import { layOut, numbered, parameterSetsOf, PAYLOAD_TYPE, type Laid } from './replayRtp.ts';

/** What can go wrong with a camera, until it is mended. */
export type Fault =
  /** Its connections are reset, and so is every new one. */
  | 'dead'
  /** Connections stay, nothing is sent or answered any more. */
  | 'silent'
  /** It refuses every password. */
  | 'locked'
  /** It has no such stream. */
  | 'unknown'
  /** Whatever it is asked, it answers nonsense. */
  | 'babbles'
  /** Packets are lost again and again. */
  | 'gaps'
  /** Packets keep their form and lose their sense. */
  | 'garbage'
  /** The same access unit again and again, with a clock that goes on. */
  | 'repeats'
  /** New pictures, but its clock stands. */
  | 'clock-stands'
  /** In the middle of the stream its pictures become those of its other clip. */
  | 'other-clip';

export const CLOCK = 90_000;
/** One packet in so many is lost. */
const LOST_ONE_IN = 40;
/** A sender that was held up goes on from now; it does not send what it missed. */
const MOST_BEHIND = 3;

export type Performer = { readonly laid: readonly Laid[]; readonly clip: Clip; readonly sdp: string };

/** A clip made ready to be sent. */
export function perform(clip: Clip): Performer {
  const sets = parameterSetsOf(clip).map((set) => set.toString('base64'));
  const fmtp =
    clip.codec === 'h264'
      ? `packetization-mode=1;sprop-parameter-sets=${sets.join(',')}`
      : ['vps', 'sps', 'pps'].map((name, index) => `sprop-${name}=${sets[index] ?? ''}`).join(';');
  const sdp = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=replay',
    't=0 0',
    'a=control:*',
    `m=video 0 RTP/AVP ${PAYLOAD_TYPE}`,
    `a=rtpmap:${PAYLOAD_TYPE} ${clip.codec === 'h264' ? 'H264' : 'H265'}/${CLOCK}`,
    `a=fmtp:${PAYLOAD_TYPE} ${fmtp}`,
    'a=control:track1',
    '',
  ].join('\r\n');
  return { laid: layOut(clip), clip, sdp };
}

/** Loses packets at a steady rate; their numbers are missed by whoever counts. */
function withGaps(laid: Laid, bytes: Buffer, count: { value: number }): Buffer {
  const kept = laid.starts.map((start, index) => {
    count.value += 1;
    const end = laid.starts[index + 1] ?? bytes.length;
    return count.value % LOST_ONE_IN === 0 ? Buffer.alloc(0) : bytes.subarray(start, end);
  });
  return Buffer.concat(kept);
}

function scrambled(laid: Laid, bytes: Buffer): Buffer {
  laid.starts.forEach((start, index) => {
    const end = laid.starts[index + 1] ?? bytes.length;
    randomBytes(end - start - 16).copy(bytes, start + 16);
  });
  return bytes;
}

/** One connection's stream: `due` gives what is to be sent now, null when nothing is. */
export function createStream(
  of: () => { readonly performer: Performer; readonly fault: Fault | null },
  now: number,
) {
  const numbers = { sequence: 1, ssrc: randomBytes(4).readUInt32BE(0) };
  const lost = { value: 0 };
  let frame = 0;
  let from = now;
  let sent = 0;
  let ticks = 0;
  let playing: Performer | null = null;

  return (at: number): Buffer | null => {
    const { performer, fault } = of();
    const { fps } = performer.clip;
    const behind = Math.floor(((at - from) * fps) / 1000) - sent;
    if (behind <= 0) return null;
    if (behind > MOST_BEHIND) {
      from = at;
      sent = 0;
      ticks += (behind * CLOCK) / fps;
    }
    if (performer !== playing) frame = 0;
    playing = performer;
    sent += 1;
    if (fault !== 'clock-stands') ticks += CLOCK / fps;
    const laid = performer.laid[fault === 'repeats' ? 0 : frame % performer.laid.length];
    if (fault !== 'repeats') frame += 1;
    if (laid === undefined || fault === 'silent') return null;
    const bytes = numbered(laid, numbers, Math.round(ticks));
    if (fault === 'gaps') return withGaps(laid, bytes, lost);
    return fault === 'garbage' ? scrambled(laid, bytes) : bytes;
  };
}
