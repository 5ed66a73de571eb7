"""Live RTSP test cameras: H.264 encoded now, with the wall-clock (ms) as a bar code in the top 16 rows of each frame.

Mounts: /cam1 … /camN (a place each), /bench1 … /bench9 (nine mounts of one encoder).
Says `ready PORT` on stdout once it listens. Runs on the system's Python 3 (the one that has gi).
"""

import argparse
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import gi  # noqa: E402

gi.require_version('Gst', '1.0')
gi.require_version('GstRtsp', '1.0')
gi.require_version('GstRtspServer', '1.0')
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

from caption import caption  # noqa: E402
from painter import Painter  # noqa: E402
from scenes import scene_of  # noqa: E402

# Viet Nam is seven hours before Greenwich, s; the machine may stand anywhere.
ICT_OFFSET = 7 * 3600

LAUNCH = (
    '( appsrc name=src is-live=true do-timestamp=true format=time max-buffers=2 leaky-type=downstream '
    'caps=video/x-raw,format=I420,width={width},height={height},framerate={fps}/1 '
    '! x264enc tune=zerolatency speed-preset=ultrafast bitrate={kbps} key-int-max={gop} '
    '! video/x-h264,profile=constrained-baseline ! rtph264pay name=pay0 pt=96 config-interval=1 )'
)


class Camera(GstRtspServer.RTSPMediaFactory):
    """One place, one encoder: it runs while somebody watches."""

    def __init__(self, number, options, key=None):
        super().__init__()
        self.key, self.options = key, options
        self.width, self.height = (int(part) for part in options.size.split('x'))
        self.scene = scene_of(number)
        self.still = None
        self.number, self.plates, self.second = number, None, None
        gop = options.gop or options.fps
        size = {'width': self.width, 'height': self.height}
        self.set_launch(LAUNCH.format(fps=options.fps, kbps=options.kbps, gop=gop, **size))
        self.set_shared(True)
        self.set_latency(0)
        self.connect('media-configure', self.on_media)
        if options.digest:
            allowed = Gst.Structure.new_from_string('viewer, media.factory.access=(boolean)true, media.factory.construct=(boolean)true')
            self.add_role_from_structure(allowed)

    def do_gen_key(self, url):
        return self.key or url.abspath

    def on_media(self, _factory, media):
        source = media.get_element().get_by_name('src')
        if self.still is None:
            self.still = Painter(self.width, self.height)
            self.scene.paint(self.still)
        timer = GLib.timeout_add(1000 // self.options.fps, self.push, source)
        media.connect('unprepared', lambda _media: GLib.source_remove(timer))

    def push(self, source):
        frame = self.still.copy()
        now = time.time()
        self.scene.move(frame, now % 86_400)
        frame.caption(self.caption_at(int(now)))
        frame.barcode(int(now * 1000) & (1 << 40) - 1)
        source.emit('push-buffer', Gst.Buffer.new_wrapped(bytes(frame.data)))
        return True

    def caption_at(self, second):
        if second != self.second:
            self.second = second
            clock = time.strftime('%d/%m/%Y %H:%M:%S', time.gmtime(second + ICT_OFFSET))
            self.plates = caption(self.width, f'CAMERA {self.number:02d}', 'HÌNH MẪU', clock)
        return self.plates


def authenticated(server, digest):
    user, password = digest.split(':', 1)
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    token = GstRtspServer.RTSPToken()
    token.set_string('media.factory.role', 'viewer')
    auth.add_digest(user, password, token)
    server.set_auth(auth)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--port', type=int, default=0)
    parser.add_argument('--n', type=int, default=4)
    parser.add_argument('--size', default='640x352')
    parser.add_argument('--fps', type=int, default=25)
    parser.add_argument('--kbps', type=int, default=768)
    parser.add_argument('--gop', type=int, help='pictures from one key picture to the next; one second unless told')
    parser.add_argument('--digest', default='', help='user:password')
    options = parser.parse_args()

    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address('127.0.0.1')
    server.set_service(str(options.port))
    mounts = server.get_mount_points()
    for number in range(1, options.n + 1):
        mounts.add_factory(f'/cam{number}', Camera(number, options))
    # One factory under nine paths; its media has one key, so all nine are one encoder.
    bench = Camera(1, options, key='bench')
    for number in range(1, 10):
        mounts.add_factory(f'/bench{number}', bench)
    if options.digest:
        authenticated(server, options.digest)
    if server.attach(None) == 0:
        sys.exit('cannot listen')
    print(f'ready {server.get_bound_port()}', flush=True)
    GLib.MainLoop().run()


main()
