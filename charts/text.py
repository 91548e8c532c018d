"""Text that came from a spreadsheet, made safe to put on a chart.

Plotly reads labels as a small HTML (<b>, <a>, <br>), as templates (%{x}) and as formulas ($…$). Uploaded text is none
of these: every sign that starts one becomes an entity, which Plotly turns back into the sign when it draws.
"""

import re

BREAK = "<br>"
CUT = "…"
_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>%${}"})
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def literal(text: object) -> str:
    """The text so that Plotly shows exactly its characters, on one line; nothing in it is markup, link or template."""
    return clean(text).translate(_SIGNS)


def wrapped(text: object, width: int, lines: int = 2) -> str:
    """A label of at most `lines` lines of `width` characters, broken between words, cut with "…"; literal otherwise."""
    return BREAK.join(map(literal, broken(clean(text), width, lines)))


def stacked(*paragraphs: object) -> str:
    """A hover box: each paragraph literal and in full, on lines that fit beside a chart; empty ones are left out."""
    return BREAK.join(wrapped(paragraph, width=60, lines=12) for paragraph in paragraphs if paragraph)


def broken(text: str, width: int, lines: int) -> list[str]:
    """The lines; a word longer than a line is broken, what does not fit any more becomes "…"."""
    rows: list[str] = []
    rest = text
    while rest and len(rows) < lines:
        row = rest if len(rest) <= width else rest[: max(rest.rfind(" ", 0, width + 1), 0) or width]
        rest = rest[len(row) :].lstrip()
        rows.append(row.rstrip())
    if rest:
        rows[-1] = rows[-1][: width - 1].rstrip(" ,;:.·-") + CUT
    return rows


def clean(text: object) -> str:
    """One line: control signs, line ends and writing-direction overrides become a space."""
    if isinstance(text, str) and text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # nothing to do for nearly all of the many cells of a report
    return re.sub(r" {2,}", " ", _CONTROLS.sub(" ", str(text))).strip()
