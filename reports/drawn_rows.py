"""Bullet rows as numbers between 0 and 1, for a form that draws them itself. What they mean is charts.bullet_drawing's.

Along the width of a row: where the baseline and the target stand, from where to where the bar goes, where it should be.
"""

from collections.abc import Sequence
from typing import Any

from charts.bullet_drawing import direct_label, drawn_span, way
from charts.missing import measure_mark
from charts.rows import Span, judged_word
from charts.text import clean
from charts.theme import status
from definitions.units import is_percent
from reports.content import Content

Row = dict[str, Any]
Drawn = dict[str, Any]


def drawn_rows(content: Content, rows: Sequence[Row]) -> list[Drawn]:
    """One drawing a row, all on one axis, so that one target line runs through them.

    Returns:
        n (0, 1, 2 …), code, name, unit ("" for per cent), status (its key), shape, word, tone (its colour on white),
        value ("51% · 35.625 dari 52.000 orang"), zero, one (baseline and target), bar (from, to; None where there is
        no figure), expected_at (or None), beyond ("left", "right" or ""), is_hatched (a share of the target), mark
        (for no figure).
    """
    span = drawn_span([way(row) for row in rows])
    return [_drawn(content, row, span) | {"n": n} for n, row in enumerate(rows)]


def _drawn(content: Content, row: Row, span: Span) -> Drawn:
    t, gone, look = content.t, way(row), status(row["status"])
    at = _Axis(span)
    reached = gone.reached
    bar = None if reached is None else sorted((at(0), at(reached)))
    return {
        "code": row["indicator"], "name": clean(row["name"]),
        "unit": "" if is_percent(row["unit"]) else clean(row["unit"] or ""),
        "status": row["status"] or "no_data", "shape": look.shape, "word": clean(judged_word(row, t)),
        "tone": look.light, "value": clean(direct_label(row, t)), "zero": at(0), "one": at(1), "bar": bar,
        "expected_at": None if reached is None or gone.expected is None else at(gone.expected),
        "beyond": "" if reached is None else "right" if reached > span.high else "left" if reached < span.low else "",
        "is_hatched": gone.is_share_of_target, "mark": measure_mark(row) if reached is None else "",
    }  # fmt: skip


class _Axis:
    """Places on the measuring axis as shares of its width."""

    def __init__(self, span: Span) -> None:
        self.span = span

    def __call__(self, value: float) -> float:
        return round((self.span.clip(value) - self.span.low) / (self.span.high - self.span.low), 4)
