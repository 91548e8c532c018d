"""Figures by group of so few people that one could be recognised: taken out of what screens show, and not to be solved.

All partners, places and groups of an indicator are judged together, once (metrics.suppression): whatever filter is
chosen, the same cell is hidden. Only indicators that count people are judged; twelve toilets are no secret.
"""

import os
from collections.abc import Mapping
from datetime import date

import pandas as pd

from data.store import Store
from definitions.units import is_people
from metrics.progress import progress
from metrics.suppression import LEAST_SHOWN, TOTAL, Key, Line, hidden

MEASURES = (
    "actual", "target", "expected", "achievement", "capaian", "progress", "on_track", "numerator", "denominator",
    "judged_actual", "aim", "baseline", "start_value", "met", "share_low", "share_high", "change",
)  # fmt: skip
SUPPRESSED = "suppressed"
_VIEWS = (["group"], ["partner", "place", "group"], ["partner", "place"])


def least_shown() -> int:
    """k: DAMPAK_K, else 11. A smaller k than 2 hides nothing, so it counts as none given."""
    asked = os.environ.get("DAMPAK_K", "")
    return int(asked) if asked.isdecimal() and int(asked) >= 2 else LEAST_SHOWN


def counts_people(row: Mapping) -> bool:
    """Whether the figures of an indicator, or the two parts of its share, are people."""
    return row["measure"] == "ratio" or (row["measure"] == "number" and is_people(row["unit"]))


def hidden_cells(store: Store, as_of: date, indicator: str, least: int | None = None) -> frozenset[Key]:
    """The cells (partner, place, group) of an indicator that nobody may see; TOTAL (None) is added up over.

    Where even a total is too small to stand beside its groups, all groups of that partner and place are hidden.
    """
    views = [progress(store, as_of, by, indicator=indicator) for by in _VIEWS]
    return _hidden_in(*views, least or least_shown())


def hidden_of_each(store: Store, as_of: date, programme: str | None = None) -> dict[str, frozenset[Key]]:
    """`hidden_cells` of every indicator that has any, asked for all at once (for a report of many)."""
    least = least_shown()
    views = [dict(list(progress(store, as_of, by, programme=programme).groupby("indicator"))) for by in _VIEWS]
    found = {str(code): _hidden_in(*(view.get(code, own.iloc[:0]) for view in views), least)
             for code, own in views[0].items()}  # fmt: skip
    return {code: cells for code, cells in found.items() if cells}


def _hidden_in(by_group: pd.DataFrame, groups: pd.DataFrame, totals: pd.DataFrame, least: int) -> frozenset[Key]:
    """The hidden cells of one indicator, from its rows by group, by partner, place and group, and without groups."""
    if by_group["group"].isna().all() or by_group.empty or not counts_people(by_group.iloc[0].to_dict()):
        return frozenset()
    first = by_group.iloc[0]
    rows = [row for view in (groups, totals) for row in view.to_dict("records")]
    is_additive = first["over_units"] in ("sum", "ratio")
    found: set[Key] = set()
    cube: dict[Key, float] = {}
    for part in ("numerator", "denominator") if first["measure"] == "ratio" else ("actual",):
        cube = {_key(row): float(row[part]) for row in rows if pd.notna(row[part])}
        cube |= _added_up(cube) if is_additive else _figures(by_group, part)
        found |= hidden(cube, _sums(cube), least_shown=least)
    return frozenset(found | _beside_hidden_totals(found, cube))


def without_hidden(found: pd.DataFrame, cells: frozenset[Key], partner: str | None = None,
                   place: str | None = None) -> pd.DataFrame:  # fmt: skip
    """A frame of metrics.progress with every measure of a hidden row NULL, its reason "suppressed", not judged.

    `partner` and `place` are those that the frame was filtered by.
    """
    if not cells or found.empty:
        return found
    is_hidden = pd.Series([_key(row | {"partner": row["partner"] if pd.notna(row["partner"]) else partner,
                                       "place": row["place"] if pd.notna(row["place"]) else place}) in cells
                           for row in found.to_dict("records")], index=found.index)  # fmt: skip
    return found.assign(
        **{name: found[name].mask(is_hidden) for name in MEASURES if name in found.columns},
        reason=found["reason"].mask(is_hidden, SUPPRESSED), status=found["status"].mask(is_hidden, "no_data"),
        band=found["band"].mask(is_hidden),
    )  # fmt: skip


def _key(row: Mapping) -> Key:
    return tuple(TOTAL if pd.isna(row[name]) else row[name] for name in ("partner", "place", "group"))


def _added_up(cube: Mapping[Key, float]) -> dict[Key, float]:
    """The totals over partners, over places, and over both, of each group and of all."""
    totals: dict[Key, float] = {}
    for (partner, place, group), figure in cube.items():
        for key in {(TOTAL, place, group), (partner, TOTAL, group), (TOTAL, TOTAL, group)} - {(partner, place, group)}:
            totals[key] = totals.get(key, 0) + figure
    return totals


def _figures(found: pd.DataFrame, part: str) -> dict[Key, float]:
    return {_key(row): float(row[part]) for row in found.to_dict("records") if pd.notna(row[part])}


def _sums(cube: Mapping[Key, float]) -> list[Line]:
    """Every sum that holds: over partners, over places, and over each split of the groups."""
    parts: dict[tuple, list[Key]] = {}
    for key in cube:
        partner, place, group = key
        if partner is not TOTAL:
            parts.setdefault((TOTAL, place, group, "partner"), []).append(key)
        if place is not TOTAL:
            parts.setdefault((partner, TOTAL, group, "place"), []).append(key)
        for whole, split in _wholes(group):
            parts.setdefault((partner, place, whole, split), []).append(key)
    return [Line(whole[:3], tuple(keys)) for whole, keys in parts.items()
            if whole[:3] in cube and abs(sum(cube[key] for key in keys) - cube[whole[:3]]) < 1e-6]  # fmt: skip


def _wholes(group: str | None) -> list[tuple[str | None, str]]:
    """What a group is a part of, and by which dimension: "age=18-24;sex=f" of "age=18-24" (sex) and "sex=f" (age)."""
    if group is TOTAL:
        return []
    parts = str(group).split(";")
    names = [part.partition("=")[0] if "=" in part else "" for part in parts]
    return [(";".join([*parts[:place], *parts[place + 1 :]]) or TOTAL, ";".join(names) + "/" + name)
            for place, name in enumerate(names)]  # fmt: skip


def _beside_hidden_totals(found: set[Key], cube: Mapping[Key, float]) -> set[Key]:
    """Every group of a partner and place whose total is hidden: a total stands elsewhere, and zeros would solve it."""
    totals = {key[:2] for key in found if key[2] is TOTAL}
    return {key for key in cube if key[2] is not TOTAL and key[:2] in totals}
