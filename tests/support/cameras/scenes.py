"""Eight places that a province watches, each as a still `paint` and what moves in it at time `t` (seconds)."""

from math import sin

from painter import yuv

LIGHTS = [  # sky above, sky below, how much light is left, colour cast
    ((96, 152, 205), (206, 224, 236), 1.0, (0, 0, 0)),
    ((150, 158, 166), (205, 208, 210), 0.82, (0, 2, 6)),
    ((70, 62, 110), (236, 150, 92), 0.66, (22, 4, -8)),
    ((10, 14, 28), (34, 40, 62), 0.34, (-4, 2, 16)),
]


class Scene:
    def __init__(self, light):
        self.above, self.below, self.level, self.cast = LIGHTS[light]

    def c(self, red, green, blue):
        lit = (max(0, min(255, int(part * self.level) + cast)) for part, cast in zip((red, green, blue), self.cast))
        return yuv(*lit)

    def sky(self, p, until):
        p.rect(0, 0, 1, 1, yuv(*self.below))
        p.gradient(0, until, yuv(*self.above), yuv(*self.below))

    def windows(self, p, x, y, w, h, columns, rows):
        lit = yuv(250, 214, 130) if self.level < 0.7 else self.c(120, 150, 172)
        for column in range(columns):
            for row in range(rows):
                if self.level >= 0.7 or (column * 7 + row * 5) % 3:
                    p.rect(x + (column + 0.25) * w / columns, y + (row + 0.3) * h / rows, w / columns / 2, h / rows / 2, lit)

    def house(self, p, x, base, w, h, colour, columns, rows):
        p.rect(x, base - h, w, h, self.c(*colour))
        p.rect(x, base - h, w, 0.012, self.c(*(part // 2 for part in colour)))
        self.windows(p, x, base - h + 0.02, w, h - 0.03, columns, rows)

    def tree(self, p, x, base, size):
        p.rect(x - size * 0.06, base - size * 0.5, size * 0.12, size * 0.5, self.c(92, 66, 44))
        p.disc(x, base - size * 0.8, size * 0.28, self.c(46, 104, 56))
        p.disc(x - size * 0.16, base - size * 0.62, size * 0.2, self.c(58, 122, 62))
        p.disc(x + size * 0.18, base - size * 0.6, size * 0.2, self.c(40, 92, 50))

    def car(self, p, x, base, size, colour):
        """A car from the side or behind; `base` is where its wheels stand, `size` its width."""
        h = size * 0.9
        p.rect(x - size * 0.32, base - h * 0.95, size * 0.64, h * 0.45, self.c(60, 74, 88))
        p.rect(x - size * 0.5, base - h * 0.6, size, h * 0.45, self.c(*colour))
        p.rect(x - size * 0.4, base - h * 0.2, size * 0.2, h * 0.2, self.c(24, 24, 26))
        p.rect(x + size * 0.2, base - h * 0.2, size * 0.2, h * 0.2, self.c(24, 24, 26))
        if self.level < 0.7:
            p.rect(x - size * 0.48, base - h * 0.5, size * 0.14, h * 0.14, yuv(255, 236, 170))
            p.rect(x + size * 0.34, base - h * 0.5, size * 0.14, h * 0.14, yuv(255, 236, 170))

    def rider(self, p, x, base, size, colour):
        p.rect(x - size * 0.4, base - size * 0.6, size * 0.8, size * 0.3, self.c(50, 52, 58))
        p.disc(x - size * 0.36, base - size * 0.2, size * 0.16, self.c(20, 20, 22))
        p.disc(x + size * 0.36, base - size * 0.2, size * 0.16, self.c(20, 20, 22))
        p.rect(x - size * 0.16, base - size * 1.5, size * 0.32, size, self.c(*colour))
        p.disc(x, base - size * 1.7, size * 0.17, self.c(226, 226, 220))

    def walker(self, p, x, base, size, colour, step):
        p.rect(x - size * 0.12, base - size, size * 0.24, size * 0.62, self.c(*colour))
        p.rect(x - size * (0.12 + 0.06 * step), base - size * 0.4, size * 0.1, size * 0.4, self.c(40, 44, 60))
        p.rect(x + size * (0.02 + 0.06 * step), base - size * 0.4, size * 0.1, size * 0.4, self.c(40, 44, 60))
        p.disc(x, base - size * 1.12, size * 0.08, self.c(214, 170, 136))


CARS = [(196, 44, 40), (230, 232, 234), (44, 92, 168), (228, 178, 36), (70, 76, 84), (40, 128, 92)]


def colour_of(number):
    return CARS[number % len(CARS)]


class Avenue(Scene):
    def paint(self, p):
        self.sky(p, 0.42)
        for number, (x, w, h) in enumerate([(0, 0.14, 0.3), (0.14, 0.1, 0.2), (0.24, 0.12, 0.14), (0.62, 0.12, 0.16), (0.74, 0.12, 0.26), (0.86, 0.14, 0.34)]):
            self.house(p, x, 0.44, w, h, [(206, 188, 150), (170, 190, 200), (216, 170, 140)][number % 3], 3, 5)
        p.rect(0, 0.42, 1, 0.58, self.c(150, 148, 140))
        p.polygon([(0.46, 0.42), (0.54, 0.42), (0.98, 1), (0.02, 1)], self.c(84, 86, 92))
        for part in range(7):
            near, far = 0.44 + part * part * 0.0125, 0.44 + (part + 0.5) ** 2 * 0.0125
            p.polygon([(0.4985, near), (0.5015, near), (0.503, far), (0.497, far)], self.c(240, 240, 232))
        for x, base, size in [(0.36, 0.5, 0.16), (0.2, 0.66, 0.32), (0.66, 0.5, 0.16), (0.84, 0.68, 0.34)]:
            self.tree(p, x, base, size)

    def move(self, p, t):
        for number in range(3):
            part = (t * 0.11 + number / 3) % 1
            depth = part * part
            self.car(p, 0.515 + 0.22 * depth, 0.46 + 0.56 * depth, 0.025 + 0.15 * depth, colour_of(number))
        for number in range(2):
            depth = (1 - (t * 0.13 + number / 2) % 1) ** 2
            self.rider(p, 0.475 - 0.2 * depth, 0.46 + 0.52 * depth, 0.015 + 0.07 * depth, colour_of(number + 2))


class River(Scene):
    def paint(self, p):
        self.sky(p, 0.36)
        p.polygon([(0, 0.36), (0.2, 0.2), (0.42, 0.36)], self.c(74, 112, 84))
        p.polygon([(0.34, 0.36), (0.66, 0.16), (1, 0.34), (1, 0.37)], self.c(60, 96, 76))
        p.gradient(0.36, 1, self.c(128, 132, 112), self.c(86, 96, 88))
        p.rect(0, 0.3, 1, 0.035, self.c(186, 182, 172))
        for x in (0.14, 0.38, 0.62, 0.86):
            p.rect(x, 0.33, 0.03, 0.16, self.c(150, 146, 138))
        for mark in range(10):
            p.rect(0.93, 0.42 + mark * 0.05, 0.03, 0.025, self.c(214, 48, 44) if mark % 2 else self.c(244, 244, 240))

    def move(self, p, t):
        ripple = self.c(160, 166, 148)
        for number in range(22):
            depth = 0.42 + 0.56 * ((number * 0.137 + 0.01) % 1)
            p.rect((number * 0.311 + t * (0.02 + 0.05 * depth)) % 1.1 - 0.1, depth, 0.03 + 0.06 * depth, 0.006, ripple)
        x = (t * 0.03) % 1.3 - 0.15
        p.polygon([(x - 0.08, 0.66), (x + 0.08, 0.66), (x + 0.055, 0.71), (x - 0.06, 0.71)], self.c(96, 62, 42))
        p.rect(x - 0.03, 0.6, 0.055, 0.06, self.c(206, 206, 198))
        self.car(p, 1.1 - (t * 0.09) % 1.25, 0.305, 0.05, (224, 226, 228))
        self.car(p, (t * 0.07 + 0.5) % 1.25 - 0.1, 0.305, 0.045, (190, 50, 44))


class Square(Scene):
    def paint(self, p):
        self.sky(p, 0.34)
        p.rect(0.22, 0.14, 0.56, 0.26, self.c(226, 206, 160))
        p.polygon([(0.2, 0.14), (0.5, 0.07), (0.8, 0.14)], self.c(168, 74, 56))
        for column in range(8):
            p.rect(0.25 + column * 0.067, 0.17, 0.018, 0.23, self.c(246, 240, 224))
        p.gradient(0.4, 1, self.c(186, 178, 164), self.c(146, 140, 130))
        for line in range(1, 7):
            p.rect(0, 0.4 + line * line * 0.0165, 1, 0.005, self.c(120, 114, 106))
        for x in (0.08, 0.92):
            self.tree(p, x, 0.5, 0.26)
        p.polygon([(0.36, 0.6), (0.64, 0.6), (0.7, 0.72), (0.3, 0.72)], self.c(58, 124, 62))
        p.rect(0.4, 0.63, 0.2, 0.03, self.c(206, 62, 70))
        p.rect(0.498, 0.18, 0.006, 0.42, self.c(220, 220, 220))

    def move(self, p, t):
        p.rect(0.504, 0.18 + 0.004 * sin(t * 3), 0.085, 0.095, yuv(204, 28, 32))
        p.disc(0.546, 0.228 + 0.004 * sin(t * 3), 0.016, yuv(252, 216, 42))
        for number in range(7):
            depth = (number * 0.29) % 1
            way = 1 if number % 2 else -1
            x = (number * 0.23 + way * t * (0.02 + 0.03 * depth)) % 1.1 - 0.05
            self.walker(p, x, 0.56 + 0.42 * depth, 0.07 + 0.09 * depth, colour_of(number), sin(t * 6 + number))


class Junction(Scene):
    """From straight above."""

    def paint(self, p):
        p.rect(0, 0, 1, 1, self.c(104, 128, 92))
        for x, y, w, h, colour in [(0.03, 0.08, 0.24, 0.24, (186, 92, 74)), (0.72, 0.08, 0.24, 0.2, (150, 156, 164)), (0.04, 0.72, 0.2, 0.22, (208, 190, 150)), (0.74, 0.7, 0.22, 0.26, (176, 84, 66))]:
            p.rect(x, y, w, h, self.c(*colour))
            p.rect(x, y + h / 2, w, 0.01, self.c(*(part // 2 for part in colour)))
        p.rect(0.38, 0, 0.24, 1, self.c(82, 84, 90))
        p.rect(0, 0.4, 1, 0.24, self.c(82, 84, 90))
        for dash in range(12):
            if not 4 <= dash <= 7:
                p.rect(0.497, dash / 12, 0.006, 0.05, self.c(240, 236, 210))
                p.rect(dash / 12, 0.515, 0.05, 0.01, self.c(240, 236, 210))
        for stripe in range(6):
            for place in (0.33, 0.66):
                p.rect(0.39 + stripe * 0.038, place + 0.005, 0.022, 0.05, self.c(236, 236, 230))
        for x, y in [(0.32, 0.36), (0.68, 0.34), (0.3, 0.7), (0.68, 0.74)]:
            p.disc(x, y, 0.03, self.c(44, 100, 54))

    def move(self, p, t):
        across = t % 16 < 8
        flow = t % 8
        for number in range(3):
            gone = flow * 0.17 - number * 0.14
            x = gone if across else 0.26 - number * 0.09
            p.rect(x, 0.55, 0.07, 0.055, self.c(*colour_of(number)))
            p.rect(1 - (gone if across else 0.29 - number * 0.09), 0.435, 0.07, 0.055, self.c(*colour_of(number + 3)))
            y = 0.2 - number * 0.14 if across else gone
            p.rect(0.43, y, 0.035, 0.11, self.c(*colour_of(number + 1)))
            p.rect(0.535, 1 - (0.26 - number * 0.14 if across else gone), 0.035, 0.11, self.c(*colour_of(number + 4)))


class Works(Scene):
    def paint(self, p):
        self.sky(p, 0.5)
        for x, h in [(0.64, 0.34), (0.74, 0.4)]:
            p.rect(x, 0.46 - h, 0.035, h, self.c(206, 200, 194))
            p.rect(x, 0.46 - h, 0.035, 0.03, self.c(206, 60, 52))
        for number, x in enumerate((0.08, 0.28, 0.48)):
            p.polygon([(x, 0.3), (x + 0.2, 0.22), (x + 0.2, 0.5), (x, 0.5)], self.c(120 + number * 14, 142, 156))
            self.windows(p, x + 0.02, 0.36, 0.16, 0.1, 5, 1)
        p.rect(0.6, 0.4, 0.4, 0.1, self.c(160, 120, 92))
        p.gradient(0.5, 1, self.c(128, 126, 122), self.c(98, 98, 98))
        p.rect(0.1, 0.56, 0.08, 0.16, self.c(236, 232, 214))
        p.rect(0.11, 0.6, 0.06, 0.06, self.c(92, 128, 150))

    def move(self, p, t):
        for chimney in (0.657, 0.757):
            for puff in range(5):
                age = (t * 0.16 + puff / 5 + chimney) % 1
                p.disc(chimney + age * 0.12, 0.1 - age * 0.04 + (0.757 - chimney) * 0.6, 0.012 + 0.03 * age, self.c(212, 214, 216))
        x = (t * 0.06) % 1.5 - 0.25
        p.rect(x, 0.56, 0.2, 0.17, self.c(62, 108, 168))
        p.rect(x + 0.2, 0.61, 0.07, 0.12, self.c(230, 232, 234))
        for wheel in (0.03, 0.14, 0.23):
            p.disc(x + wheel, 0.74, 0.018, self.c(22, 22, 24))
        lift = 0.16 if 0.0 < x + 0.3 < 0.6 else 0.0
        p.polygon([(0.18, 0.62), (0.18, 0.6), (0.48, 0.6 - lift), (0.48, 0.62 - lift)], self.c(220, 52, 46))
        self.walker(p, 0.8 + 0.08 * sin(t * 0.3), 0.9, 0.14, (240, 160, 30), sin(t * 5))


class Street(Scene):
    def paint(self, p):
        self.sky(p, 0.2)
        colours = [(226, 198, 120), (150, 190, 186), (214, 142, 120), (196, 202, 168), (168, 160, 200)]
        for number, colour in enumerate(colours):
            x, h = number * 0.2, 0.46 + 0.07 * ((number * 3) % 4 - 1)
            self.house(p, x, 0.62, 0.196, h, colour, 2, 3)
            p.rect(x + 0.02, 0.5, 0.156, 0.12, self.c(70, 62, 58))
            awning = (204, 60, 54) if number % 2 else (52, 112, 170)
            p.polygon([(x + 0.01, 0.46), (x + 0.186, 0.46), (x + 0.196, 0.51), (x, 0.51)], self.c(*awning))
        p.rect(0, 0.62, 1, 0.08, self.c(176, 168, 156))
        p.rect(0, 0.7, 1, 0.3, self.c(86, 88, 92))
        for dash in range(8):
            p.rect(dash / 8, 0.845, 0.06, 0.012, self.c(240, 238, 226))

    def move(self, p, t):
        for number in range(3):
            x = (number * 0.37 + t * (0.03 if number % 2 else -0.025)) % 1.1 - 0.05
            self.walker(p, x, 0.69, 0.12, colour_of(number + 1), sin(t * 6 + number))
        for number in range(4):
            self.rider(p, (t * (0.12 + 0.02 * number) + number * 0.31) % 1.2 - 0.1, 0.83, 0.055, colour_of(number))
        self.car(p, 1.15 - (t * 0.1) % 1.3, 0.98, 0.16, (228, 230, 232))


class Dam(Scene):
    def paint(self, p):
        self.sky(p, 0.4)
        p.polygon([(0, 0.12), (0.16, 0.2), (0.26, 0.62), (0, 0.7)], self.c(66, 104, 66))
        p.polygon([(1, 0.1), (0.86, 0.2), (0.76, 0.62), (1, 0.7)], self.c(58, 96, 62))
        p.polygon([(0.14, 0.3), (0.86, 0.3), (0.8, 0.66), (0.2, 0.66)], self.c(176, 174, 168))
        p.rect(0.12, 0.27, 0.76, 0.035, self.c(206, 204, 198))
        for gate in range(4):
            p.rect(0.27 + gate * 0.125, 0.34, 0.085, 0.32, self.c(146, 150, 150))
            p.rect(0.29 + gate * 0.125, 0.21, 0.045, 0.06, self.c(60, 100, 150))
        p.gradient(0.66, 1, self.c(96, 136, 146), self.c(66, 104, 118))

    def move(self, p, t):
        for gate in (0.27, 0.52):
            p.rect(gate, 0.42, 0.085, 0.26, self.c(196, 214, 218))
            for streak in range(5):
                drop = (t * 0.9 + streak * 0.21 + gate) % 1
                p.rect(gate + 0.008 + streak * 0.016, 0.42 + 0.22 * drop, 0.006, 0.05, self.c(250, 252, 252))
        for number in range(16):
            x = 0.5 + (number * 0.618 % 1 - 0.5) * 0.9
            y = 0.68 + (number * 0.137 + t * 0.05) % 0.31
            p.rect(x, y, 0.05 + 0.05 * (y - 0.66), 0.008, self.c(206, 222, 226))
        self.car(p, 0.1 + (t * 0.05) % 0.8, 0.275, 0.035, (230, 230, 228))


class Highway(Scene):
    def paint(self, p):
        self.sky(p, 0.34)
        p.polygon([(0, 0.34), (0.12, 0.22), (0.3, 0.3), (0.5, 0.2), (0.74, 0.3), (1, 0.24), (1, 0.36), (0, 0.36)], self.c(92, 128, 112))
        p.gradient(0.34, 1, self.c(124, 160, 84), self.c(96, 136, 66))
        p.polygon([(0.3, 0.34), (0.4, 0.34), (0.62, 1), (-0.3, 1)], self.c(90, 92, 98))
        p.polygon([(0.43, 0.34), (0.53, 0.34), (1.3, 1), (0.7, 1)], self.c(90, 92, 98))
        p.rect(0.06, 0.12, 0.012, 0.5, self.c(140, 144, 150))
        p.rect(0.02, 0.12, 0.32, 0.11, self.c(22, 92, 66))
        p.rect(0.04, 0.15, 0.2, 0.02, self.c(236, 240, 236))
        p.rect(0.04, 0.19, 0.13, 0.02, self.c(236, 240, 236))

    def move(self, p, t):
        for number in range(4):
            depth = ((t * 0.2 + number / 4) % 1) ** 2
            self.car(p, 0.35 - 0.2 * depth, 0.355 + 0.66 * depth, 0.02 + 0.16 * depth, colour_of(number))
        for number in range(3):
            depth = (1 - (t * 0.17 + number / 3) % 1) ** 2
            self.car(p, 0.48 + 0.5 * depth, 0.355 + 0.66 * depth, 0.02 + 0.16 * depth, colour_of(number + 3))


# Camera 1, 2, …: place and light. The demonstration's cameras bear names that fit these.
PLACES = [
    (Avenue, 0), (River, 1), (Junction, 0), (Street, 0), (Square, 0), (Dam, 1), (Highway, 0),
    (Works, 0), (River, 2), (Avenue, 1), (Highway, 2), (Square, 1), (Street, 2), (Junction, 3), (Dam, 0), (Works, 3),
]


def scene_of(number):
    place, light = PLACES[(number - 1) % len(PLACES)]
    return place(light)
