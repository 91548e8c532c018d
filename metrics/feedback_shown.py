"""What screens, files and the command line show of the voices: small groups and sensitive complaints taken out.

Within a place every count below k is hidden, with as many others as it takes (metrics.suppression). None is a figure
that is hidden; a zero is a zero.
"""

from collections.abc import Callable, Iterable
from datetime import date

import pandas as pd

from data.store import Store
from metrics import feedback, loop
from metrics.feedback_judgement import NO_THEME, Judgement, too_few
from metrics.small_groups import SUPPRESSED, least_shown
from metrics.suppression import TOTAL, Line, hidden

OPINIONS = ("negative", "neutral", "positive")
COUNTS = ("entries", *OPINIONS, "answered", "told_back", "answered_share", "told_back_share", "median_days", "open",
          "overdue")  # fmt: skip


def themes(judged: Judgement) -> pd.DataFrame:
    """As feedback.themes, every figure of a hidden row None, `reason` "suppressed"; hidden sensitive rows come last."""
    found = judged.found.astype(dict.fromkeys(COUNTS, object))
    keys = found["key"].astype(object).where(found["key"].notna(), NO_THEME)
    is_away = (keys.isin(judged.hidden_themes) & ~found["is_total"].astype(bool)) | judged.is_hidden
    away = {at: set(COUNTS) for at in found.index[is_away]}
    if judged.is_in_place and not judged.is_hidden:
        away |= {at: names for at, names in _small_parts(found).items() if at not in away}
    for at, names in away.items():
        found.loc[at, list(names)] = None
    found["reason"] = [SUPPRESSED if "entries" in away.get(at, ()) else None for at in found.index]
    return _hidden_last(found)


def printed_themes(store: Store, as_of: date) -> pd.DataFrame:
    """`themes` of everything, for the command line: without the columns that only code needs."""
    return themes(Judgement(store, as_of)).drop(columns=["key", "is_sensitive"])


def volume(judged: Judgement) -> pd.DataFrame:
    """As feedback.volume; what is hidden is None."""
    found = feedback.volume(judged.store, judged.as_of, **judged.within)
    found = found.astype({"entries": object, "complaints": object})
    if judged.is_hidden:
        return found.assign(entries=None, complaints=None)
    if not judged.is_in_place:
        return found
    rows = found.to_dict("records")
    cells = {(row["period"], "yes"): float(row["complaints"]) for row in rows}
    away = too_few(cells | {(row["period"], "no"): float(row["entries"] - row["complaints"]) for row in rows})
    return found.assign(
        entries=_objects(None if (row["period"], TOTAL) in away else row["entries"] for row in rows),
        complaints=_objects(
            None if {(row["period"], "yes"), (row["period"], TOTAL)} & away else row["complaints"] for row in rows
        ),
    )


def ratings(judged: Judgement) -> pd.DataFrame:
    """As feedback.ratings; what is hidden is None."""
    found = feedback.ratings(judged.store, judged.as_of, **judged.within).astype({"entries": object})
    if judged.is_hidden:
        return found.assign(entries=None)
    if not judged.is_in_place:
        return found
    cells = {(int(rating),): float(n) for rating, n in zip(found["rating"], found["entries"], strict=True)}
    away = too_few(cells | {(0,): judged.total - sum(cells.values())})
    rated = zip(found["rating"], found["entries"], strict=True)
    return found.assign(entries=_objects(None if (int(rating),) in away else n for rating, n in rated))


def steps(judged: Judgement) -> pd.DataFrame:
    """Three rows, `step` and `entries`: received, answered, told_back; `median_days` with the open ones counted stands
    on answered (metrics.loop)."""
    found = themes(judged)
    if found.empty:
        return pd.DataFrame({"step": [], "entries": [], "median_days": []})
    total = found.iloc[0]
    is_known = pd.notna(total["answered"])
    median = loop.closing(judged.store, judged.as_of, **judged.within).iloc[0]["median_days"] if is_known else None
    return pd.DataFrame({
        "step": ["received", "answered", "told_back"],
        "entries": [total["entries"], total["answered"], total["told_back"]],
        "median_days": [None, None if pd.isna(median) else median, None],
    }, dtype=object)  # fmt: skip


def places(judged: Judgement) -> pd.DataFrame:
    """As feedback.places, entries None where hidden."""
    found = feedback.places(judged.store, judged.as_of, **judged.within).astype({"entries": object})
    keys = found["place"].astype(object).where(found["place"].notna(), "")
    is_away = keys.isin(judged.hidden_places) | judged.is_hidden
    counted = zip(is_away, found["entries"], strict=True)
    return found.assign(entries=_objects(None if away else n for away, n in counted))


def by_trait(judged: Judgement, trait: str, group_of: Callable[[str | None], str]) -> pd.DataFrame:
    """One row per group of people: theme (the name of the group, None: not said), entries, negative, neutral, positive.

    Args:
        trait: sex or age. group_of: the group of what is written; "" is not said.
    """
    cells: dict[tuple, float] = {}
    for row in feedback.people(judged.store, judged.as_of, **judged.within).to_dict("records"):
        key = (group_of(None if pd.isna(row[trait]) else row[trait]), row["opinion"])
        cells[key] = cells.get(key, 0) + float(row["entries"])
    groups = sorted({group for group, _ in cells}, key=lambda group: (not group, group))
    cells = {(group, part): cells.get((group, part), 0.0) for group in groups for part in (*OPINIONS, "none")}
    away = too_few(cells)
    rows = []
    for group in groups:
        figures = {part: None if (group, part) in away else cells[(group, part)] for part in OPINIONS}
        whole = sum(cells[(group, part)] for part in (*OPINIONS, "none"))
        rows.append({"theme": group or None, "entries": None if (group, TOTAL) in away else whole} | figures)
    if judged.is_hidden:
        rows = [{"theme": row["theme"]} for row in rows]
    return pd.DataFrame(rows, columns=["theme", "entries", *OPINIONS], dtype=object)


def sensitive_count(store: Store, as_of: date, **within: str | None) -> int | None:
    """How many sensitive entries there are; None, not a number, for 1 to k − 1 of them."""
    count = len(feedback.sensitive(store, as_of, **within))
    return None if 0 < count < least_shown() else count


def _objects(values: Iterable[object]) -> pd.Series:
    """A column in which a missing value stays None, and no count becomes a float."""
    return pd.Series(list(values), dtype=object)


def _hidden_last(found: pd.DataFrame) -> pd.DataFrame:
    """The hidden rows at the end, by their names: an order by size would tell their size; sensitive ones last."""
    is_away = found["reason"].notna() & ~found["is_total"].astype(bool)
    rows = found[is_away].sort_values(["is_sensitive", "theme"], kind="stable")
    return pd.concat([found[~is_away], rows]).reset_index(drop=True)


def _small_parts(found: pd.DataFrame) -> dict[int, set[str]]:
    """What to hide in each row within a place: opinions by theme, and what became of the entries."""
    rows = found.to_dict("index")
    cells = {(NO_THEME if pd.isna(row["key"]) else row["key"], name): n
             for row in rows.values() if not row["is_total"] for name, n in _opinions(row)}  # fmt: skip
    by_theme = too_few(cells)
    gone: dict[int, set[str]] = {}
    for at, row in rows.items():
        key = NO_THEME if pd.isna(row["key"]) else row["key"]
        if not row["is_total"] and (key, TOTAL) in by_theme:
            gone[at] = set(COUNTS)
            continue
        whole = {name for name, _ in _opinions(row) if (TOTAL, name) in by_theme}
        own = {key[0] for key in too_few({(name,): n for name, n in _opinions(row)})}
        apart = {name for name in OPINIONS if (key, name) in by_theme} if not row["is_total"] else whole
        gone[at] = ((own | apart) & set(COUNTS)) | _loop_away(row)
    return gone


def _opinions(row: dict) -> list[tuple[str, float]]:
    counts = [(name, float(row[name])) for name in OPINIONS]
    return [*counts, ("none", float(row["entries"]) - sum(n for _, n in counts))]


def _loop_away(row: dict) -> set[str]:
    """Which of answered, told back, open and overdue would tell of fewer than k, and their shares."""
    cube = {(name,): float(row[name]) for name in ("entries", "answered", "told_back", "open", "overdue")}
    cube |= {("not_told",): float(row["answered"] - row["told_back"]), ("soon",): float(row["open"] - row["overdue"])}
    sums = [Line(("entries",), (("answered",), ("open",))), Line(("answered",), (("told_back",), ("not_told",))),
            Line(("open",), (("overdue",), ("soon",)))]  # fmt: skip
    cube = {key: max(count, 0.0) for key, count in cube.items()}  # told back without an answer: no sum then
    holding = [line for line in sums if cube[line.whole] == sum(cube[part] for part in line.parts)]
    away = {key[0] for key in hidden(cube, holding, least_shown=least_shown())}
    shares = {"answered": ("answered_share", "median_days"), "told_back": ("told_back_share",)}
    return (away & set(COUNTS)) | {share for name in away for share in shares.get(name, ())}
