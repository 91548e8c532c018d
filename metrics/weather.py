"""The German sustainability strategy's weather: sun, slightly_cloudy, cloudy, storm; bands in german_weather.toml.

The mean yearly change of the last five years (six figures, at least four in a row) is drawn out to the target year.
Source: German Sustainable Development Strategy, "status" page of the indicator site.
"""

from collections.abc import Sequence

import duckdb
import pandas as pd

from definitions.schemes import scheme
from metrics.engine import frame

SCHEME = "german_weather"
YEARS, LEAST_FIGURES = 5, 4
WORDS = ("sun", "slightly_cloudy", "cloudy", "storm")
"""The best first."""


def mean_change(years: Sequence[float], figures: Sequence[float]) -> float | None:
    """Change a year over the last five years (six yearly figures); None for fewer than four figures."""
    known = [pair for pair in zip(years, figures, strict=True) if pair[1] is not None]
    last = [pair for pair in known if known[-1][0] - pair[0] <= YEARS + 0.01]
    if len(last) < LEAST_FIGURES:
        return None
    return (last[-1][1] - last[0][1]) / (last[-1][0] - last[0][0])


def weather(
    cursor: duckdb.DuckDBPyConnection,
    years: Sequence[float],
    figures: Sequence[float],
    target: float,
    target_year: float,
    direction: str,
) -> str | None:
    """The weather of a series on its way to a dated target; once reached, it is a level to be kept."""
    change = mean_change(years, figures)
    if change is None:
        return None
    now = figures[-1]
    if is_reached(now, target, direction):
        return kept(True, change, direction)
    row = frame(cursor, "weather", {"figure": now, "change": change, "target": target,
                                    "years_left": target_year - years[-1]}).iloc[0]  # fmt: skip
    return weather_of(cursor, None if pd.isna(row["covered"]) else float(row["covered"]))


def weather_of(cursor: duckdb.DuckDBPyConnection, covered: float | None) -> str | None:
    """The weather for the part of the way still to go that the trend will cover: 1 − miss."""
    found = frame(cursor, "band", {"fraction": covered} | bands(SCHEME)).iloc[0]["band"]
    return None if pd.isna(found) else str(found)


def bands(key: str) -> dict[str, list]:
    """The bands of a scheme, for questions/band.sql."""
    given = scheme(key).parameters()
    return {"froms": given["band_froms"], "included": given["band_included"], "names": given["band_codes"]}


def kept(is_met: bool, change: float, direction: str) -> str:
    """A level to be kept: met or not, and whether the trend turns against it."""
    adverse = change < 0 if direction == "up" else change > 0
    if is_met:
        return "slightly_cloudy" if adverse else "sun"
    return "storm" if adverse else "cloudy"


def direction_only(average_right: bool, last_right: bool) -> str:
    """Where only a direction was agreed: the five-year average, and the last change."""
    if average_right:
        return "sun" if last_right else "slightly_cloudy"
    return "cloudy" if last_right else "storm"


def worst(words: Sequence[str]) -> str:
    """Of several targets the worst counts."""
    return max(words, key=WORDS.index)


def is_reached(figure: float, target: float, direction: str) -> bool:
    """Whether the figure is at its target or past it; `direction` is "up", anything else is down."""
    return figure >= target if direction == "up" else figure <= target


def by_weather(cursor: duckdb.DuckDBPyConnection, found: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Progress rows with status and band by the weather; a row without four figures keeps its plain verdict.

    Args:
        found: one row an indicator and unit, of metrics.progress.
        figures: the same indicators and units by period.
    """
    roles = {band.code: band.status for band in scheme(SCHEME).bands}
    reported = figures[figures["actual"].notna() & figures["period_end"].notna()].sort_values("period_end")
    series = {_key(dict(zip(_UNIT, unit, strict=True))): part for unit, part in reported.groupby(_UNIT, dropna=False)}
    words = [_word(cursor, row, series.get(_key(row))) for row in found.to_dict("records")]
    status = [roles[word] if word else row for word, row in zip(words, found["status"], strict=True)]
    return found.assign(band=words, status=status)


_UNIT = ["indicator", "partner", "place", "group"]


def _key(row: dict) -> tuple:
    return tuple(None if pd.isna(row[name]) else row[name] for name in _UNIT)


def _word(cursor: duckdb.DuckDBPyConnection, row: dict, part: pd.DataFrame | None) -> str | None:
    """The weather of one row; None where a target, its date or enough figures are missing."""
    if part is None or pd.isna(row["target"]) or row["direction"] not in ("up", "down"):
        return None
    years = [day.year + day.timetuple().tm_yday / 365.25 for day in part["period_end"]]
    values = part["actual"].astype(float)
    if row["over_time"] == "sum" and not row["cumulative"]:
        values = values.cumsum()  # the target is of all periods together
    change = mean_change(years, list(values))
    if change is None:
        return None
    if row["is_kept"] or pd.isna(row["target_date"]):
        return kept(bool(row["met"]), change, row["direction"])
    end = row["target_date"].year + row["target_date"].timetuple().tm_yday / 365.25
    return weather(cursor, years, list(values), float(row["target"]), end, row["direction"])
