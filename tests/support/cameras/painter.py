"""Pictures as planar YUV 4:2:0 bytes, painted with row slices: cheap enough for ten cameras on a small machine."""


def yuv(red, green, blue):
    y = 16 + (66 * red + 129 * green + 25 * blue) // 256
    u = 128 + (-38 * red - 74 * green + 112 * blue) // 256
    v = 128 + (112 * red - 94 * green - 18 * blue) // 256
    return y, u, v


class Painter:
    """Coordinates are parts of the picture (0..1), so that a scene fits every size."""

    def __init__(self, width, height, data=None):
        self.width, self.height = width, height
        self.data = data if data is not None else bytearray(width * height * 3 // 2)

    def copy(self):
        return Painter(self.width, self.height, bytearray(self.data))

    def rect(self, x, y, w, h, colour):
        left, right = self._column(x), self._column(x + w)
        for row in range(self._row(y), self._row(y + h), 2):
            self._span(row, left, right, colour)

    def gradient(self, top, bottom, above, below):
        first, last = self._row(top), self._row(bottom)
        for row in range(first, last, 2):
            part = (row - first) / max(1, last - first)
            self._span(row, 0, self.width, tuple(round(a + (b - a) * part) for a, b in zip(above, below)))

    def polygon(self, points, colour):
        corners = [(x * self.width, y * self.height) for x, y in points]
        first = max(0, int(min(y for _, y in corners)) & ~1)
        last = min(self.height, int(max(y for _, y in corners)) + 1)
        for row in range(first, last, 2):
            crossings = sorted(
                x0 + (row - y0) * (x1 - x0) / (y1 - y0)
                for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1])
                if min(y0, y1) <= row < max(y0, y1)
            )
            for start, end in zip(crossings[::2], crossings[1::2]):
                self._span(row, self._even(start), self._even(end), colour)

    def disc(self, x, y, radius, colour):
        tall = radius * self.width / self.height
        for row in range(self._row(y - tall), self._row(y + tall), 2):
            part = (row / self.height - y) / tall
            half = radius * max(0.0, 1 - part * part) ** 0.5
            self._span(row, self._column(x - half), self._column(x + half), colour)

    def barcode(self, value, bits=40, rows=16):
        cell = self.width // bits
        line = b''.join((b'\xeb' if value >> (bits - 1 - bit) & 1 else b'\x10') * cell for bit in range(bits))
        line += b'\x10' * (self.width - len(line))
        self.data[: self.width * rows] = line * rows
        grey = b'\x80' * (self.width // 2 * (rows // 2))
        for plane in (self.width * self.height, self.width * self.height * 5 // 4):
            self.data[plane : plane + len(grey)] = grey

    def caption(self, plates):
        """Lays small pictures over this one, where neither the head nor the foot of a tile lies."""
        for plate, left in plates:
            self._lay(plate, left, self._row(0.21))

    def _lay(self, plate, left, top):
        size, of = self.width * self.height, plate.width * plate.height
        for share, at, start in ((1, 0, 0), (2, size, of), (2, size * 5 // 4, of * 5 // 4)):
            width, step = plate.width // share, self.width // share
            at += top // share * step + left // share
            for row in range(plate.height // share):
                self.data[at + row * step : at + row * step + width] = plate.data[start + row * width : start + (row + 1) * width]

    def _even(self, x):
        return max(0, min(self.width, int(x + 1e-6) & ~1))

    def _column(self, x):
        return self._even(x * self.width)

    def _row(self, y):
        return max(0, min(self.height, int(y * self.height + 1e-6) & ~1))

    def _span(self, row, left, right, colour):
        if right <= left:
            return
        y, u, v = colour
        size, width = right - left, self.width
        luma = bytes((y,)) * size
        for start in (row * width + left, (row + 1) * width + left):
            self.data[start : start + size] = luma
        at = width * self.height + row // 2 * (width // 2) + left // 2
        self.data[at : at + size // 2] = bytes((u,)) * (size // 2)
        at += width * self.height // 4
        self.data[at : at + size // 2] = bytes((v,)) * (size // 2)
