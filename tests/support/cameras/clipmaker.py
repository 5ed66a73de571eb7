"""Encodes one clip for cameras that are played back: each picture carries camera and frame number as a bar code.

Writes access units (Annex B), each with its length in four bytes before it. Runs on the system's Python 3.
The bar code holds `camera << 24 | frame`; `--still` keeps the picture the same but for the noise of a sensor.
"""

import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import gi  # noqa: E402

gi.require_version('Gst', '1.0')
from gi.repository import Gst  # noqa: E402

from caption import caption  # noqa: E402
from painter import Painter  # noqa: E402
from scenes import scene_of  # noqa: E402

ENCODERS = {
    'h264': 'x264enc tune=zerolatency speed-preset={speed} bitrate={kbps} key-int-max={gop} option-string=scenecut=0 '
    '! video/x-h264,profile={profile} ! h264parse config-interval=-1 ! video/x-h264,stream-format=byte-stream,alignment=au',
    'h265': 'x265enc tune=zerolatency speed-preset=ultrafast bitrate={kbps} key-int-max={gop} '
    'option-string=log-level=none '
    '! h265parse config-interval=-1 ! video/x-h265,stream-format=byte-stream,alignment=au',
}
LAUNCH = (
    'appsrc name=src format=time block=true max-buffers=8 '
    'caps=video/x-raw,format=I420,width={width},height={height},framerate={fps}/1 '
    '! {encoder} ! appsink name=out sync=false max-buffers=0'
)


def noisy(frame):
    """The lowest two bits of each brightness are what a sensor makes of the dark."""
    size = frame.width * frame.height
    keep = int.from_bytes(b'\xfc' * size, 'big')
    plane = int.from_bytes(frame.data[:size], 'big') & keep
    plane |= int.from_bytes(os.urandom(size), 'big') & int.from_bytes(b'\x03' * size, 'big')
    frame.data[:size] = plane.to_bytes(size, 'big')


def pictures(options, width, height):
    scene = scene_of(options.camera)
    still = Painter(width, height)
    scene.paint(still)
    plates = caption(width, f'CAMERA {options.camera:02d}', 'HÌNH MẪU', '') if width >= 320 else None
    for number in range(options.frames):
        frame = still.copy()
        if not options.still:
            scene.move(frame, number / options.fps)
        if plates:
            frame.caption(plates)
        frame.barcode(options.camera << 24 | (0 if options.still else number))
        if options.noise:
            noisy(frame)
        yield frame


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--camera', type=int, default=1)
    parser.add_argument('--frames', type=int, default=250)
    parser.add_argument('--size', default='640x352')
    parser.add_argument('--fps', type=int, default=25)
    parser.add_argument('--kbps', type=int, default=500)
    parser.add_argument('--codec', choices=list(ENCODERS), default='h264')
    parser.add_argument('--still', action='store_true')
    parser.add_argument('--noise', action='store_true')
    parser.add_argument('--out', required=True)
    options = parser.parse_args()

    Gst.init(None)
    width, height = (int(part) for part in options.size.split('x'))
    encoder = ENCODERS[options.codec].format(
        kbps=options.kbps,
        gop=options.fps,
        speed='ultrafast',
        profile='constrained-baseline' if width <= 4096 else 'high',
    )
    pipeline = Gst.parse_launch(LAUNCH.format(width=width, height=height, fps=options.fps, encoder=encoder))
    source, out = pipeline.get_by_name('src'), pipeline.get_by_name('out')
    pipeline.set_state(Gst.State.PLAYING)
    for number, frame in enumerate(pictures(options, width, height)):
        buffer = Gst.Buffer.new_wrapped(bytes(frame.data))
        buffer.pts = number * Gst.SECOND // options.fps
        buffer.duration = Gst.SECOND // options.fps
        if source.emit('push-buffer', buffer) != Gst.FlowReturn.OK:
            sys.exit('the encoder takes no pictures')
    source.emit('end-of-stream')
    with open(options.out, 'wb') as file:
        while sample := out.emit('pull-sample'):
            unit = sample.get_buffer().extract_dup(0, sample.get_buffer().get_size())
            file.write(len(unit).to_bytes(4, 'big') + unit)
    pipeline.set_state(Gst.State.NULL)


main()
