"""What a cell of the workbook holds, and how Excel is to write it.

Numbers stay whole; only their format rounds, to as many decimals as charts.numbers writes.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from charts.numbers import is_honest, rounded, usual_decimals
from definitions.units import is_percent


class Number(NamedTuple):
    """A figure and its format."""

    value: float
    form: str


class Formula(NamedTuple):
    """A formula, what it gives (shown until a program computes it), and its format."""

    text: str
    value: float | str
    form: str


class Verdict(NamedTuple):
    """A status: its key for the look, its word."""

    status: str | None
    word: str


class Link(NamedTuple):
    """A text that leads to a cell of another sheet."""

    text: str
    sheet: str
    row: int


Cell = str | Number | Formula | Verdict | Link | date | None
MARK = "@"
WHOLE = "#,##0"


def figure(value: float, unit: str | None = None) -> Number:
    """A figure as the report writes it: 35,625 · 76.8% · 0.004."""
    return Number(float(value), figure_form(value, unit))


@lru_cache(maxsize=50_000)
def figure_form(value: float, unit: str | None = None) -> str:
    """The format of a figure in its unit; a share counted in points has the sign behind it."""
    exact = Decimal(str(value))
    decimals = _kept(exact, usual_decimals(exact, of_hundred=is_percent(unit)))
    return _digits(WHOLE, decimals) + ('"%"' if is_percent(unit) else "")


def share(fraction: float) -> Number:
    """0.5 as 50%."""
    return Number(float(fraction), share_form(fraction))


@lru_cache(maxsize=50_000)
def share_form(fraction: float) -> str:
    """Whole per cents, but for what would read as none or all of it."""
    exact = Decimal(str(fraction)) * 100
    return _digits("0", _kept(exact, next((d for d in range(4) if is_honest(exact, d)), 4))) + "%"


def _kept(exact: Decimal, decimals: int) -> int:
    """Decimals that are left when zeros at the end are not written."""
    exponent = rounded(exact, decimals).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _digits(whole: str, decimals: int) -> str:
    return whole + ("." + "0" * decimals if decimals else "")
