"""Themes in what people say: how common, how sure, and whether more interviews would bring new ones."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import duckdb

from metrics.intervals import Interval, share_interval

BASE, RUN, NEW_SHARE = 4, 2, 0.05
"""Guest, Namey & Chen 2020: base of interviews, length of a run, share of new themes that counts as saturated."""


class Saturation(NamedTuple):
    """The first interview after which a run brought (almost) nothing new; None when that never happened."""

    reached_at: int | None
    new_share: float | None
    themes: int


def prevalence(cursor: duckdb.DuckDBPyConnection, codings: Sequence[Iterable[str]], theme: str) -> Interval:
    """Responses with the theme of responses coded, with Wilson's interval. Several codes a response are allowed, so
    shares do not add up to one; a theme named twice in a response counts once."""
    return share_interval(cursor, sum(theme in set(codes) for codes in codings), len(codings))


def sentiment(counts: Mapping[str, int]) -> dict[str, float | None]:
    """Shares of positive, neutral and negative of what was coded, and `net` = positive − negative."""
    coded = sum(counts.get(key, 0) for key in ("positive", "neutral", "negative"))
    shares = {key: counts.get(key, 0) / coded if coded else None for key in ("positive", "neutral", "negative")}
    return shares | {"net": (counts.get("positive", 0) - counts.get("negative", 0)) / coded if coded else None}


def saturation(
    interviews: Sequence[Iterable[str]], *, base: int = BASE, run: int = RUN, threshold: float = NEW_SHARE
) -> Saturation:
    """Themes new in each run of interviews, of the themes of the base; saturated at the first share ≤ `threshold`.

    Source: Guest, Namey & Chen 2020 (abstract). Returns the number of the last interview of the run.
    """
    sets = [set(themes) for themes in interviews]
    first = set().union(*sets[:base]) if sets else set()
    seen, share = set(first), None
    for start in range(base, len(sets) - run + 1, run):
        new = set().union(*sets[start : start + run]) - seen
        share = len(new) / len(first) if first else None
        if share is not None and share <= threshold + 1e-9:
            return Saturation(start + run, share, len(seen | new))
        seen |= new
    return Saturation(None, share, len(seen))
