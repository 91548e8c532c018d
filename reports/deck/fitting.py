"""How much text fits, measured before it is written: a slide that cuts words off is of no use on a wall.

Measured with the font that stands beside the reports, which is a little wider than the one that the slides name.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from charts.numbers import number
from charts.text import CUT, clean
from locales import Translate

_FONTS = Path(__file__).parents[1] / "fonts"
_PER_EM = 100
_POINTS = 72
LINE = 1.2
"""Height of a line in ems."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) (?=[^a-z])")
_NEVER = dict.fromkeys((*range(55296, 57344), 65534, 65535))


def plain(text: object) -> str:
    """One line that any XML can hold."""
    return clean(str(text).translate(_NEVER))


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Width in inches of a text of `size` points."""
    return _font(bold).getlength(text) / _PER_EM * size / _POINTS


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text on lines of at most `width` inches, broken between words; a longer word is broken anywhere."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, bold=bold) <= width:
            lines[-1] = joined
            continue
        while width_of(word, size, bold=bold) > width:
            fits = _fitting(word, width, size, bold)
            lines.append(word[:fits])
            word = word[fits:]
        lines.append(word)
    return lines


def fitted(text: object, width: float, size: float, most_lines: int, *, bold: bool = False) -> str:
    """The text, cut with "…" where it needs more lines."""
    lines = lines_of(plain(text), width, size, bold=bold)
    if len(lines) <= most_lines:
        return " ".join(lines)
    last = lines[most_lines - 1]
    while last and width_of(last + CUT, size, bold=bold) > width:
        last = last[:-1]
    return " ".join([*lines[: most_lines - 1], last.rstrip(" ,;:.·-") + CUT])


def said_in(text: object, width: float, size: float, most_lines: int) -> str:
    """A bold title: as many whole sentences as fit, cut within the first only where that alone is too long."""
    sentences = _SENTENCE_ENDS.split(plain(text))
    for n in range(len(sentences), 0, -1):
        told = " ".join(sentences[:n])
        if len(lines_of(told, width, size, bold=True)) <= most_lines:
            return told
    return fitted(sentences[0], width, size, most_lines, bold=True)


def naming(
    say: Callable[[str], str], names: Sequence[str], width: float, size: float, most_lines: int, t: Translate
) -> str:
    """What `say` makes of as many of the names as fit, each whole, and of how many more there are."""
    found = ""
    for shown in range(1, len(names) + 1):
        left = len(names) - shown
        text = plain(say(", ".join(names[:shown]) + (t(", and {n} more", n=number(left, t)) if left else "")))
        if len(lines_of(text, width, size)) <= most_lines:
            found = text
        elif left > 1:  # with one left, the words for it may be longer than its name
            break
    return found or fitted(say(t("{n}, named in the notes", n=number(len(names), t))), width, size, most_lines)


def height_of(lines: int, size: float) -> float:
    """Height in inches."""
    return lines * size * LINE / _POINTS


def _fitting(word: str, width: float, size: float, bold: bool) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(word[:middle], size, bold=bold) <= width else (low, middle - 1)
    return low


@lru_cache(maxsize=2)
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONTS / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf"), _PER_EM)
