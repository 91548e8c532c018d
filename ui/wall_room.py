"""How tall a chart may be on the wall: what its words leave of an image 1080 px tall; slides.css fits it to others.

The words are measured for the narrowest wall (4:3) in wide letters, so that nothing is ever cut; a wider wall has a
line or two to spare.
"""

from charts.text import broken, clean

TALL, STEP = 1080, 20  # px
LEAST, MOST = 320, 760
FIXED = 255  # bar, banner, rims and gaps
LINES = {"title": (42, 57), "above": (84, 38), "below": (62, 47), "source": (84, 38)}  # characters, px a line


def height(natural: float, title: str, above: str = "", below: str = "", source: str = "") -> int:
    """The height in px, a multiple of STEP: the one that the chart asks for, or what there is."""
    said = {"title": title, "above": above, "below": below, "source": source}
    taken = FIXED + sum(lines(text, LINES[name][0]) * LINES[name][1] for name, text in said.items())
    return int(min(max(min(natural, TALL - taken), LEAST), MOST)) // STEP * STEP


def lines(text: str, characters: int) -> int:
    """On how many lines a text stands."""
    return len(broken(clean(text), characters, 12))


STYLE = " ".join(f".st-key-slide_chart_{tall} {{ --tall: {tall}px; }}" for tall in range(LEAST, MOST + 1, STEP))
