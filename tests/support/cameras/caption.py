"""The caption of a camera, in a pixel face of its own: no font and no text plug-in needs to be installed."""

from painter import Painter, yuv

FACE = {
    '0': '01110 10001 10011 10101 11001 10001 01110', '1': '00100 01100 00100 00100 00100 00100 01110',
    '2': '01110 10001 00001 00110 01000 10000 11111', '3': '11110 00001 00001 01110 00001 00001 11110',
    '4': '00010 00110 01010 10010 11111 00010 00010', '5': '11111 10000 11110 00001 00001 10001 01110',
    '6': '00110 01000 10000 11110 10001 10001 01110', '7': '11111 00001 00010 00100 01000 01000 01000',
    '8': '01110 10001 10001 01110 10001 10001 01110', '9': '01110 10001 10001 01111 00001 00010 01100',
    'A': '01110 10001 10001 11111 10001 10001 10001', 'C': '01110 10001 10000 10000 10000 10001 01110',
    'E': '11111 10000 10000 11110 10000 10000 11111', 'H': '10001 10001 10001 11111 10001 10001 10001',
    'I': '01110 00100 00100 00100 00100 00100 01110', 'M': '10001 11011 10101 10101 10001 10001 10001',
    'N': '10001 11001 10101 10011 10001 10001 10001', 'R': '11110 10001 10001 11110 10100 10010 10001',
    'U': '10001 10001 10001 10001 10001 10001 01110', ':': '00000 00100 00100 00000 00100 00100 00000',
    '/': '00001 00001 00010 00100 01000 10000 10000', ' ': '00000 00000 00000 00000 00000 00000 00000',
}
# Marks above a letter, four rows high: grave, and circumflex with tilde.
MARKS = {'Ì': ('I', '00000 01000 00100 00000'), 'Ẫ': ('A', '01101 10010 00100 01010')}
DOT = 2
HEIGHT = 32
MARGIN = 6


def rows_of(letter):
    base, mark = MARKS.get(letter, (letter, '00000 00000 00000 00000'))
    return mark.split() + FACE[base].split()


def write(p, text, left, colour):
    for place, letter in enumerate(text):
        for row, dots in enumerate(rows_of(letter)):
            for column, dot in enumerate(dots):
                if dot == '1':
                    x = left + (place * 6 + column) * DOT
                    p.rect(x / p.width, (6 + row * DOT) / p.height, DOT / p.width, DOT / p.height, colour)


def length(text):
    return len(text) * 6 * DOT


def plate(text, colour):
    """Words on a dark ground, no wider than they are."""
    p = Painter(length(text) + 2 * MARGIN, HEIGHT)
    p.rect(0, 0, 1, 1, yuv(14, 16, 20))
    write(p, text, MARGIN, colour)
    return p


def caption(width, name, word, clock):
    """Plates to be laid over a camera's picture, each with the column where it begins; the middle stays free."""
    light, yellow = yuv(240, 240, 236), yuv(250, 206, 80)
    first, second, last = plate(name, light), plate(word, yellow), plate(clock, light)
    laid = [(first, 8), (second, 8 + first.width)]
    return [*laid, (last, width - last.width - 8 & ~1)] if clock else laid
