"""How tall a chart and how large sentences may be on the wall.

A chart: what its words leave of an image 1080 px tall; slides.css fits it to others.
The words are measured for the narrowest wall (4:3) in wide letters, so that nothing is ever cut; a wider wall has a
line or two to spare.
"""

from collections.abc import Sequence

from charts.text import broken, clean

TALL, STEP = 1080, 20  # px
LEAST, MOST = 320, 760
FIXED = 255  # bar, banner, rims and gaps
SIZES = (60, 56, 52, 48)  # of sentences on a wide wall, in thousandths of its height; slides.css has 43 otherwise
LEFT = 860  # thousandths of the height for words: without bar, banner and rims
GAP, SMALL, HEAD = 17, 38, 12  # between elements, a line of a source, under the heading
WIDE = 1500  # the width of a wall of 8:5, in thousandths of its height, less the rims
LETTER = 0.6  # of the size, a wide letter
LINES = {"title": (42, 57), "above": (84, 38), "below": (62, 47), "source": (84, 38)}  # characters, px a line


def height(natural: float, title: str, above: str = "", below: str = "", source: str = "") -> int:
    """The height in px, a multiple of STEP: the one that the chart asks for, or what there is."""
    said = {"title": title, "above": above, "below": below, "source": source}
    taken = FIXED + sum(lines(text, LINES[name][0]) * LINES[name][1] for name, text in said.items())
    return int(min(max(min(natural, TALL - taken), LEAST), MOST)) // STEP * STEP


def words_size(title: str, sentences: Sequence[str], small: Sequence[str] = (), beside: int = 0) -> int | None:
    """How large a heading and sentences may be on a wide wall, in thousandths of its height, beside so many lines of
    `small` print and `beside` thousandths of something else; None where there is no room to spare."""
    below = sum(GAP + SMALL * lines(text, round(WIDE / (27 * LETTER))) for text in small) + beside
    for size in SIZES:
        letters = int(WIDE / (size * LETTER))
        high = HEAD + 1.2 * size * lines(title, int(letters * 0.8))  # bold, beside the code for phones
        high += sum(GAP + 1.3 * size * lines(text, letters) for text in sentences)
        if sentences and high + below <= LEFT:
            return size
    return None


def lines(text: str, characters: int) -> int:
    """On how many lines a text stands."""
    return len(broken(clean(text), characters, 12))


STYLE = " ".join(f".st-key-slide_chart_{tall} {{ --tall: {tall}px; }}" for tall in range(LEAST, MOST + 1, STEP))
