import { describe, expect, it } from 'vitest';
import { controlUrl, otherCodec, readOffer } from './sdp.ts';

const usual = `v=0
o=- 1 1 IN IP4 192.168.1.64
s=Media Presentation
a=control:rtsp://192.168.1.64/ch1/
m=video 0 RTP/AVP 96
a=rtpmap:96 H264/90000
a=fmtp:96 packetization-mode=1; profile-level-id=42C01E; sprop-parameter-sets=Z0LAHtoCgLbAWoM=,aM48gA==
a=control:trackID=1
m=audio 0 RTP/AVP 8
a=control:trackID=2`;

describe('what a camera describes', () => {
  it('is no offer when it holds nothing that can be shown', () => {
    expect(readOffer('', true)).toBeNull();
    expect(readOffer('v=0\nm=audio 0 RTP/AVP 8\na=rtpmap:8 PCMA/8000', true)).toBeNull();
    expect(readOffer('m=video 0 RTP/AVP 96\na=rtpmap:96 H265/90000', false)).toBeNull();
  });

  it('names the track, its payload type and its parameter sets', () => {
    const offer = readOffer(usual.replaceAll('\n', '\r\n'), false);

    expect(offer?.sessionControl).toBe('rtsp://192.168.1.64/ch1/');
    expect(offer?.track).toMatchObject({ payloadType: 96, control: 'trackID=1' });
    expect(offer?.track.parameterSets.map((set) => (set[0] ?? 0) & 0x1f)).toEqual([7, 8]);
  });

  it('finds H.264 behind an H.265 track and by its name, whatever its number and case', () => {
    const text = `m=video 0 RTP/AVP 97\na=rtpmap:97 H265/90000\na=control:1\nm=Video 0 RTP/AVP 35\na=rtpmap:35 h264/90000\na=control:2`;

    expect(readOffer(text, true)?.track).toMatchObject({ payloadType: 35, control: '2' });
  });

  it('finds H.265 where it can be played, with VPS, SPS and PPS', () => {
    const text = `m=video 0 RTP/AVP 98\na=rtpmap:98 H265/90000\na=fmtp:98 sprop-vps=QAEM; sprop-sps=QgEB;sprop-pps=RAHA`;

    const track = readOffer(text, true)?.track;

    expect(track).toMatchObject({ codec: 'H.265', payloadType: 98 });
    expect(track?.parameterSets.map((set) => ((set[0] ?? 0) >> 1) & 0x3f)).toEqual([32, 33, 34]);
  });

  it('does without parameter sets, or with broken ones', () => {
    const text = 'm=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\na=fmtp:96 sprop-parameter-sets=,,!!!';

    expect(readOffer(text, true)?.track.parameterSets).toEqual([]);
    expect(readOffer('m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000', false)?.track.control).toBe('*');
  });
});

describe('pictures in another coding', () => {
  it('have the name that people know', () => {
    expect(otherCodec('m=video 0 RTP/AVP 96\na=rtpmap:96 H265/90000')).toBe('H.265');
    expect(otherCodec('m=video 0 RTP/AVP 26')).toBe('MJPEG');
    expect(otherCodec('m=video 0 RTP/AVP 97\na=rtpmap:97 AV1/90000')).toBe('AV1');
    expect(otherCodec('m=audio 0 RTP/AVP 8\na=rtpmap:8 PCMA/8000')).toBeNull();
  });
});

describe('controlUrl', () => {
  it('joins the way cameras expect, also behind a query', () => {
    expect(controlUrl('rtsp://a/b/', 'trackID=1')).toBe('rtsp://a/b/trackID=1');
    expect(controlUrl('rtsp://a/b?x=1', 'trackID=1')).toBe('rtsp://a/b?x=1/trackID=1');
    expect(controlUrl('rtsp://a/b', 'RTSP://c/d')).toBe('RTSP://c/d');
    expect(controlUrl('rtsp://a/b', '*')).toBe('rtsp://a/b');
  });
});
