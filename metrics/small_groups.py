"""Figures of so few people that one could be recognised: not shown, and not to be worked out from the rest.

All periods, partners, places and groups of an indicator are judged together, once (metrics.suppression): whatever
filter is chosen, the same cell is hidden. Only indicators that count people are judged; twelve toilets are no secret.
The figure of all partners and places together is always shown.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from data.store import Store
from definitions.plain_columns import plain_column
from definitions.units import is_people
from metrics.engine import ask
from metrics.progress import figures
from metrics.small_cells import (
    DIMENSIONS,
    Cube,
    Figure,
    always_shown,
    axes_of,
    by_indicator,
    cube_of,
    key_of,
    spans_of,
    sums_of,
)  # fmt: skip
from metrics.suppression import LEAST_SHOWN, TOTAL, Key, hidden

MEASURES = (
    "actual", "target", "expected", "achievement", "capaian", "progress", "on_track", "numerator", "denominator",
    "judged_actual", "aim", "baseline", "start_value", "met", "share_low", "share_high", "change", "judged_by",
    "lowest", "highest", "figures",
)  # fmt: skip
SUPPRESSED = "suppressed"
MARK = "…"
"""What stands in the place of a hidden figure on the command line; charts.missing.HIDDEN on screens."""
MOST_JUDGED = 1000
_JUDGED: dict[tuple, frozenset[Key]] = {}
HiddenCells = Mapping[str, frozenset[Key]]
"""By indicator: its cells (period, partner, place, group) that nobody may see; a period of None is the whole life."""
MOST_CELLS = 20_000
"""With more cells than these nothing by partner, place or group is shown once one of them is small."""


def least_shown() -> int:
    """k: DAMPAK_K, else 11. A smaller k than 2 hides nothing, so it counts as none given."""
    asked = os.environ.get("DAMPAK_K", "")
    return int(asked) if asked.isdecimal() and int(asked) >= 2 else LEAST_SHOWN


def counts_people(rule: Mapping, by_group: bool = False) -> bool:
    """Whether the figures of an indicator, or the two parts of its share, are people.

    The parts of a share are people where its unit says so ("% balita") or where it is told apart by groups.
    """
    if rule["measure"] == "ratio":
        return by_group or is_people(str(rule["unit"] or "").replace("%", " ").strip())
    return rule["measure"] == "number" and is_people(rule["unit"])


def hidden_cells(store: Store, as_of: date, indicator: str, least: int | None = None) -> frozenset[Key]:
    """The cells of an indicator that nobody may see; see HiddenCells."""
    return _hidden(store, as_of, least or least_shown(), indicator=indicator).get(indicator, frozenset())


def hidden_of_each(store: Store, as_of: date, programme: str | None = None) -> dict[str, frozenset[Key]]:
    """`hidden_cells` of every indicator that has any, asked for all at once."""
    return _hidden(store, as_of, least_shown(), programme=programme)


def _hidden(
    store: Store, as_of: date, least: int, programme: str | None = None, indicator: str | None = None
) -> dict[str, frozenset[Key]]:
    rules = {rule["indicator"]: rule
             for rule in ask(store, "people_rules", programme=programme, indicator=indicator).to_dict("records")
             if counts_people(rule, by_group=True)}  # fmt: skip
    if not rules:
        return {}
    groups, units = (by_indicator(figures(store, as_of, by, rules))
                     for by in (["partner", "place", "group"], ["partner", "place"]))  # fmt: skip
    found = {code: _remembered(rule, units[code], groups.get(code), least)
             for code, rule in rules.items() if code in units}  # fmt: skip
    return {str(code): cells for code, cells in found.items() if cells}


def _remembered(rule: Mapping, units: list[Figure], groups: list[Figure] | None, least: int) -> frozenset[Key]:
    """As `_hidden_in`, judged once for the same figures: an upload changes few indicators, and a new day none."""
    told = (least, *(rule[name] for name in ("measure", "unit", "over_units", "over_time")))
    state = (told, len(units), hash(frozenset(units)), None if groups is None else hash(frozenset(groups)))
    if state not in _JUDGED:
        _JUDGED[state] = _hidden_in(rule, units, groups, least)
        while len(_JUDGED) > MOST_JUDGED:
            _JUDGED.pop(next(iter(_JUDGED)), None)
    return _JUDGED[state]


def _hidden_in(rule: Mapping, units: list[Figure], groups: list[Figure] | None, least: int) -> frozenset[Key]:
    """The hidden cells of one indicator, from its figures without groups and by group."""
    rows = units if groups is None else [*units, *(row for row in groups if row.group is not None)]
    if not counts_people(rule, by_group=groups is not None):
        return frozenset()
    spans, is_added = spans_of(rows), rule["over_units"] in ("sum", "ratio")
    found: set[Key] = set()
    cube: Cube = {}
    for part in ("numerator", "denominator") if rule["measure"] == "ratio" else ("actual",):
        cube = cube_of(rows, part, is_added)
        shown = always_shown(cube)
        if not any(0 < figure < least for key, figure in cube.items() if key not in shown):
            continue
        if len(cube) > MOST_CELLS:
            return frozenset(cube.keys() - shown)
        found |= hidden(cube, sums_of(cube, spans, rule["over_time"]), least_shown=least, always_shown=shown,
                        axes=axes_of)  # fmt: skip
    return frozenset(found | (_beside_hidden_totals(found, cube) - always_shown(cube)))


def _beside_hidden_totals(found: set[Key], cube: Cube) -> set[Key]:
    """Every group of a period, partner and place whose total is hidden: zeros beside it would tell it."""
    totals = {key[:3] for key in found if key[3] is TOTAL}
    return {key for key in cube if key[3] is not TOTAL and key[:3] in totals}


def is_hidden_source(row: Mapping, cells: frozenset[Key]) -> bool:
    """Whether a figure of the ledger stands in a hidden cell, or is itself of too few people (an older version).

    `row` has period, partner, place_code and group, and value, numerator and denominator; `what` where it may be
    something else than a result: what was promised is no secret.
    """
    if row.get("what", "result") != "result":
        return False
    if not cells or all(pd.isna(row[name]) for name in ("partner", "place_code", "group")) or pd.isna(row["period"]):
        return False
    least = least_shown()
    if any(pd.notna(row[name]) and 0 < row[name] < least for name in ("numerator", "denominator")):
        return True
    if pd.isna(row["numerator"]) and pd.notna(row["value"]) and 0 < row["value"] < least:
        return True
    return key_of({**row, "place": row["place_code"]}, ("partner", "place")) in cells


def without_hidden(found: pd.DataFrame, cells: frozenset[Key], partner: str | None = None, place: str | None = None,
                   by: Collection[str] = ()) -> pd.DataFrame:  # fmt: skip
    """A frame of metrics.progress with every measure of a hidden row NULL, its reason "suppressed", not judged.

    Args:
        partner, place: those that the frame was filtered by.
        by: the dimensions that its rows are told apart by, where a row without partner or place is one of nobody.
    """
    if not cells or found.empty:
        return found
    return _masked(found, [_cell(row, partner, place, by) in cells for row in found.to_dict("records")])


def without_any_hidden(found: pd.DataFrame, hidden_of: HiddenCells, partner: str | None = None,
                       place: str | None = None, by: Collection[str] = ()) -> pd.DataFrame:  # fmt: skip
    """As `without_hidden`, for rows of several indicators."""
    if not hidden_of or found.empty:
        return found
    return _masked(found, [_cell(row, partner, place, by) in hidden_of.get(row["indicator"], ())
                           for row in _asked_rows(found)])  # fmt: skip


def _asked_rows(found: pd.DataFrame) -> Iterator[dict]:
    """Rows with their indicator and their cell alone: a frame of progress has sixty columns more."""
    asked = ["indicator", *DIMENSIONS]
    columns = (plain_column(found[name]) for name in asked)
    return (dict(zip(asked, values, strict=True)) for values in zip(*columns, strict=True))


def _cell(row: Mapping, partner: str | None, place: str | None, by: Collection[str]) -> Key:
    unit = {"partner": partner, "place": place}
    asked = {name: row[name] if pd.notna(row[name]) else unit.get(name) for name in DIMENSIONS}
    return key_of(asked, [name for name in by if name in unit])


def _masked(found: pd.DataFrame, hidden_rows: Sequence[bool]) -> pd.DataFrame:
    if not any(hidden_rows):
        return found
    away = pd.Series(hidden_rows, index=found.index, dtype=bool)
    return found.assign(
        **{name: found[name].mask(away) for name in MEASURES if name in found.columns},
        reason=found["reason"].mask(away, SUPPRESSED), status=found["status"].mask(away, "no_data"),
        band=found["band"].mask(away),
    )  # fmt: skip
