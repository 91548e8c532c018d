"""The measuring axis of a chart in units: how far it reaches, and the round figures that stand on it."""

from math import ceil, floor, log10

from charts.numbers import is_percent, number
from charts.periods import period_words
from charts.text import BREAK, literal
from locales import Translate


def scale(values: list[float], unit: str | None) -> tuple[float, float]:
    """From zero to a little over the highest value; below zero only if a value is; per cents to 100 from 50 on."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if is_percent(unit) and 50 <= high <= 100:
        high = 100
    if low == high:
        high = 1.0
    return (low * 1.1, high * 1.1)


def round_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """At most `most` round figures (steps of 1, 2 or 5 times a power of ten) between `low` and `high`."""
    step = next(size for size in steps(high - low) if floor(high / size) - ceil(low / size) < most)
    return [n * step for n in range(ceil(low / step), floor(high / step) + 1)]


def steps(span: float):
    """Round step sizes, ascending, from a hundredth of the span on."""
    power = floor(log10(span)) - 2
    while True:
        for factor in (1, 2, 5):
            yield factor * 10.0**power
        power += 1


def ticks(low: float, high: float, unit: str | None, t: Translate, most: int = 5) -> dict:
    """Axis settings with the figures written in the language; the sign % on each, any other unit is in the subtitle."""
    places = round_ticks(low, high, most)
    shown = unit if is_percent(unit) else None
    return {
        "tickmode": "array",
        "tickvals": places,
        "ticktext": [number(round(place, 10), t, shown) for place in places],
    }


def period_ticks(periods: list, t: Translate, most: int) -> tuple[list[int], list[str]]:
    """Which periods get a label (at most `most`, the last always) and its words; the year once a year."""
    every = max(-(-len(periods) // most), 1)
    kept = list(range(len(periods)))[::-1][::every][::-1]
    words = [period_words(periods[index], t, short=True) for index in kept]
    years = [year if not n or words[n - 1][1] != year else "" for n, (_part, year) in enumerate(words)]
    return kept, [
        BREAK.join(literal(word) for word in (part, year) if word) for (part, _), year in zip(words, years, strict=True)
    ]
