"""What the numbers say, as plain sentences: frames in, sentences out, nothing measured anew.

`t` is the language, `write(value, unit)` writes a figure in it. A sentence says what moved, from where to where, and
where it should be by now. It never says why.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from definitions.schemes import DEFAULT, FAVOURABLE, UNFAVOURABLE, scheme
from definitions.units import is_percent
from locales import Translate
from metrics.whole_counts import expected_shown

Row = dict[str, Any]
"""A row of metrics.progress with None for every missing value (charts.missing.records)."""
Write = Callable[[float | None, str | None], str]
JUDGED = (*FAVOURABLE, *UNFAVOURABLE)


class Sentence(NamedTuple):
    """A finding about one indicator."""

    indicator: str
    status: str
    text: str


def headline(rows: list[Row], t: Translate, write: Write, words: str = "") -> str:
    """How many are met or on track, and how many move away: "13 of 20 indicators are met or on track; 1 is …".

    `words` are those of a scheme that has its own ("Very high / High").
    """
    if not rows:
        return t("There are no indicators yet.")
    count = counts(rows)
    good, judged, worse = sum(count[key] for key in FAVOURABLE), sum(count[key] for key in JUDGED), count["worsening"]
    if not judged:
        return t.plural("The indicator cannot be judged yet.", "None of the {m} indicators can be judged yet.",
                        len(rows), m=write(len(rows), None))  # fmt: skip
    counted = {"n": write(good, None), "m": write(judged, None)}
    first = t.plural("{n} of {m} indicator is met or on track", "{n} of {m} indicators are met or on track", judged,
                     **counted)  # fmt: skip
    if words:
        return t.plural("{n} of {m} indicator is “{words}”.", "{n} of {m} indicators are “{words}”.", judged,
                        words=words, **counted)  # fmt: skip
    if not worse:
        return t("{sentence}; none is getting worse.", sentence=first)
    return t.plural("{sentence}; {n} is getting worse.", "{sentence}; {n} are getting worse.", worse,
                    sentence=first, n=write(worse, None))  # fmt: skip


def good_words(scheme_key: str, language: str) -> str:
    """The words of a scheme of its own for what goes well: "Sangat tinggi / Tinggi"; "" for the usual one."""
    if scheme_key == DEFAULT:
        return ""
    return " / ".join(band.label[language] for band in scheme(scheme_key).bands if band.status in FAVOURABLE)


def unjudged(rows: list[Row], t: Translate, write: Write) -> str:
    """How many indicators carry no verdict, and why; "" when all do."""
    count = counts(rows)
    parts = [
        t("{n} not due yet", n=write(count["not_due"], None)) if count["not_due"] else "",
        t("{n} without data or target", n=write(count["no_data"], None)) if count["no_data"] else "",
    ]
    return t("Not counted: {reasons}.", reasons=", ".join(filter(None, parts))) if any(parts) else ""


def counts(rows: list[Row]) -> dict[str, int]:
    """How many rows have each status; 0 where none has."""
    keys = [row["status"] or "no_data" for row in rows]
    return {key: keys.count(key) for key in (*JUDGED, "not_due", "no_data")}


def what_works(rows: list[Row], t: Translate, write: Write) -> list[Sentence]:
    """A sentence for each indicator that is met or on track: key ones first, then those met, then the furthest."""
    return _sentences(sorted((row for row in rows if row["status"] in FAVOURABLE), key=_best_first), t, write)


def what_needs_attention(rows: list[Row], t: Translate, write: Write) -> list[Sentence]:
    """A sentence for each that is not: the worst status first, then key indicators, then the furthest behind."""
    return _sentences(sorted((row for row in rows if row["status"] in UNFAVOURABLE), key=_worst_first), t, write)


def finding(row: Row, t: Translate, write: Write) -> str:
    """One indicator in one sentence."""
    if row["actual"] is None:
        return _without_figure(row, t, write)
    say = _Figures(row, write)
    if row["status"] == "met" and row.get("met", True):  # a scheme may call "met" what is ahead of its time
        return _met(row, say, t)
    if row["expected"] is None or row["status"] in ("not_due", "no_data"):
        return _plain(row, say, t)
    if say.judged != say.actual:
        return _ended(row, say, t)
    if row["status"] in FAVOURABLE:
        return _good(row, say, t)
    if not is_short(row) or say.judged_alone == say.expected:
        return _beside_expected(row, say, t)
    if say.moved is None or row["start_value"] == 0 or not row["knows_start"]:
        return t("{name}: at {actual}, but should be at {expected} by now.", **say.words(row))
    if not is_clear_change(row):
        return t("{name}: at {actual}, but should be at {expected} by now; no clear evidence of a change from "
                 "{start}.", **say.words(row))  # fmt: skip
    return _poor_way(row, say, t)


def _without_figure(row: Row, t: Translate, write: Write) -> str:
    if row["reason"] == "suppressed":
        return t("{name}: hidden, since it is of very few people.", name=row["name"])
    if row["reason"] != "not_joined":
        return t("{name}: not reported yet.", name=row["name"])
    if not row.get("figures"):
        return t("{name}: several figures that make no single one.", name=row["name"])
    return t("{name}: {n} figures from {low} to {high}. Without numerators and denominators they make no single one.",
             name=row["name"], n=write(row["figures"], None), low=write(row["lowest"], row["unit"]),
             high=write(row["highest"], row["unit"]))  # fmt: skip


def is_clear_change(row: Row) -> bool:
    """Whether the way from the baseline is more than chance: the baseline lies outside the interval of a share.

    True for figures that have no interval.
    """
    low, high = row.get("share_low"), row.get("share_high")
    if low is None or high is None:
        return True
    factor = 100.0 if is_percent(row["unit"]) else row["scale"] or 1.0
    return not low * factor <= row["start_value"] <= high * factor


def is_short(row: Row) -> bool:
    """Whether the figure that is judged has not come as far as was expected by now, in the agreed direction."""
    judged, expected = row["judged_actual"], row["expected"]
    if judged is None or expected is None:
        return False
    return {"up": judged < expected, "down": judged > expected}.get(row["direction"], judged != expected)


class _Figures:
    """The figures of a row as they are written; the unit stands behind the last of several only."""

    def __init__(self, row: Row, write: Write) -> None:
        unit = row["unit"]
        beside = unit if unit == "%" else None
        self.actual, self.expected = write(row["actual"], unit), write(expected_shown(row), beside)
        self.judged, self.judged_alone = write(row["judged_actual"], unit), write(row["judged_actual"], beside)
        self.start, self.target = write(row["start_value"], beside), write(row["target"], beside)
        self.low, self.high = write(row["target_low"], beside), write(row["target_high"], beside)
        if row["target_low"] is not None and row["target_high"] is not None:
            self.target = f"{self.low}–{self.high}"
        start = row["start_value"]
        self.moved = None if start is None else (row["actual"] > start) - (row["actual"] < start)

    def words(self, row: Row) -> dict[str, str]:
        """What a sentence may name."""
        return {"name": row["name"], "start": self.start, "actual": self.actual, "judged": self.judged,
                "expected": self.expected, "target": self.target}  # fmt: skip


def _met(row: Row, say: _Figures, t: Translate) -> str:
    name = row["name"]
    if row["measure"] == "yes_no":
        return t("{name}: done.", name=name)
    if row["target_low"] is not None and row["target_high"] is not None:
        return t(
            "{name}: at {actual}, within {low} to {high}.", name=name, actual=say.actual, low=say.low, high=say.high
        )
    if row["is_kept"]:
        return t("{name}: kept at {actual} (target {target}).", name=name, actual=say.actual, target=say.target)
    return t("{name}: target reached, at {actual} (target {target}).", name=name, actual=say.actual, target=say.target)


def _plain(row: Row, say: _Figures, t: Translate) -> str:
    if row["target"] is None and row["status"] == "not_due":  # a target there is, of a period that still runs
        return t("{name}: at {actual}; its target is of a period that has not ended.", name=row["name"],
                 actual=say.actual)  # fmt: skip
    if row["target"] is None:
        return t("{name}: at {actual}; no target was set.", name=row["name"], actual=say.actual)
    return t("{name}: at {actual} (target {target}).", name=row["name"], actual=say.actual, target=say.target)


def _ended(row: Row, say: _Figures, t: Translate) -> str:
    """Where a report of a period that still runs is in the actual, and not in what is judged: like beside like."""
    return t("{name}: {judged} at the end of the last period judged ({expected} expected). With later reports: "
             "{actual}.", **say.words(row))  # fmt: skip


def _beside_expected(row: Row, say: _Figures, t: Translate) -> str:
    """What is judged poor for another reason than that it is short (a trend), or is short by a hair."""
    if is_short(row):
        return t("{name}: at {actual}, a little short of what was expected by now.", **say.words(row))
    return t("{name}: at {actual}, with {expected} expected by now.", **say.words(row))


def _good(row: Row, say: _Figures, t: Translate) -> str:
    words = say.words(row) | {"plan": t("near enough to plan") if is_short(row) else t("on plan")}
    agreed = {"up": 1, "down": -1}.get(row["direction"], say.moved)
    if not say.moved or row["start_value"] == 0 or not row["knows_start"] or say.moved != agreed:
        return t("{name}: at {actual}, {plan} ({expected} expected by now).", **words)
    if not is_clear_change(row):
        return t("{name}: at {actual}, {plan} ({expected} expected by now); no clear evidence of a change from "
                 "{start}.", **words)  # fmt: skip
    if say.moved > 0:
        return t("{name} rose from {start} to {actual}, {plan} ({expected} expected by now).", **words)
    return t("{name} fell from {start} to {actual}, {plan} ({expected} expected by now).", **words)


def _poor_way(row: Row, say: _Figures, t: Translate) -> str:
    words = say.words(row)
    if say.moved == 0:
        return t("{name}: still at {actual}, but should be at {expected} by now.", **words)
    if row["status"] == "worsening":
        if say.moved > 0:
            return t("{name} rose the wrong way, from {start} to {actual}; by now it should be {expected}.", **words)
        return t("{name} fell the wrong way, from {start} to {actual}; by now it should be {expected}.", **words)
    if say.moved > 0:
        return t("{name} rose from {start} to {actual}, but should be at {expected} by now.", **words)
    return t("{name} fell from {start} to {actual}, but should be at {expected} by now.", **words)


def _sentences(rows: list[Row], t: Translate, write: Write) -> list[Sentence]:
    return [Sentence(row["indicator"], row["status"], finding(row, t, write)) for row in rows]


def _best_first(row: Row) -> tuple:
    return (not row["is_key"], FAVOURABLE.index(row["status"]), -_ratio(row))


def _worst_first(row: Row) -> tuple:
    return (UNFAVOURABLE.index(row["status"]), not row["is_key"], _ratio(row))


def _ratio(row: Row) -> float:
    return row["on_track"] if row["on_track"] is not None else row["progress"] or 0.0
