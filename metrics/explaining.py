"""How a figure was come by, in words and with the indicator's own numbers; nothing measured anew.

The formulas are those of formulas.sql; a step whose measure is NULL in the row says why instead.
"""

from typing import NamedTuple

from definitions.schemes import Scheme
from locales import Translate
from metrics.wording import Row, Write


class Step(NamedTuple):
    """One measure: its name, its formula in words, and the same with this row's numbers."""

    name: str
    formula: str
    numbers: str


def steps(row: Row, bands: Scheme, t: Translate, write: Write, share: Write) -> list[Step]:
    """The way from the figures to the verdict. `write` writes a value with its unit, `share` a fraction as per cent."""
    found = [_actual(row, t, write), _progress(row, t, write, share), _achievement(row, t, write, share),
             _expected(row, t, write), _on_track(row, t, write, share)]  # fmt: skip
    return [step for step in (*found, _status(row, bands, t, share)) if step]


def direction(row: Row, t: Translate) -> str:
    """Which way is good."""
    words = {"up": t("more is better"), "down": t("less is better"), "keep": t("to be kept")}
    return words.get(row["direction"] or "", t("not stated"))


def over_time(row: Row, t: Translate) -> str:
    """How several periods become one figure."""
    words = {
        "sum": t("periods are added up"), "last": t("the latest report counts"), "mean": t("the mean of the periods"),
        "max": t("the largest of the periods"), "none": t("periods are not joined"),
    }  # fmt: skip
    return words.get(row["over_time"] or "", t("not stated"))


def over_units(row: Row, t: Translate) -> str:
    """How several partners and places become one figure."""
    words = {
        "sum": t("partners and places are added up"), "mean": t("the mean of partners and places"),
        "max": t("the largest of partners and places"),
        "ratio": t("numerators and denominators are added up, then divided"),
        "none": t("partners and places are not joined"),
    }  # fmt: skip
    return words.get(row["over_units"] or "", t("not stated"))


def level(row: Row, t: Translate) -> str:
    """Where in the results chain the indicator stands."""
    words = {
        "impact": t("Impact"), "outcome": t("Outcome"), "output": t("Output"),
        "activity": t("Activity"), "input": t("Input"),
    }  # fmt: skip
    return words.get(row["level"] or "", t("not stated"))


def _actual(row: Row, t: Translate, write: Write) -> Step | None:
    if row["actual"] is None or row["denominator"] is None or row["numerator"] is None:
        return None
    scale = f" × {write(row['scale'], None)}" if row["scale"] not in (None, 1) else ""
    return Step(
        t("Actual"), t("sum of numerators / sum of denominators"),
        f"{write(row['numerator'], None)} / {write(row['denominator'], None)}{scale}"
        f" = {write(row['actual'], row['unit'])}",
    )  # fmt: skip


def _progress(row: Row, t: Translate, write: Write, share: Write) -> Step | None:
    if row["progress"] is None or row["target"] is None or row["start_value"] is None:
        return None
    actual, start, target = (write(row[name], None) for name in ("actual", "start_value", "aim"))
    return Step(
        t("Progress"), t("(actual − baseline) / (target − baseline)"),
        f"({actual} − {start}) / ({target} − {start}) = {share(row['progress'], None)}",
    )  # fmt: skip


def _achievement(row: Row, t: Translate, write: Write, share: Write) -> Step | None:
    if row["achievement"] is None:
        return None
    numbers = f"{write(row['actual'], None)} / {write(row['target'], None)} = {share(row['achievement'], None)}"
    return Step(t("Achievement"), t("actual / target"), numbers)


def _expected(row: Row, t: Translate, write: Write) -> Step | None:
    if row["expected"] is None:
        return None
    formula = t("the targets of the periods that have ended; without any, a straight line from baseline to target")
    return Step(t("Expected by now"), formula, write(row["expected"], row["unit"]))


def _on_track(row: Row, t: Translate, write: Write, share: Write) -> Step | None:
    if row["on_track"] is None or row["start_value"] is None:
        return None
    actual, start, expected = (write(row[name], None) for name in ("judged_actual", "start_value", "expected"))
    return Step(
        t("On the way"), t("(actual − baseline) / (expected − baseline)"),
        f"({actual} − {start}) / ({expected} − {start}) = {share(row['on_track'], None)}",
    )  # fmt: skip


def _status(row: Row, bands: Scheme, t: Translate, share: Write) -> Step:
    names = {
        "met": t("Met"), "on_track": t("On track"), "behind": t("Needs attention"), "off_track": t("Off track"),
        "worsening": t("Worsening"), "not_due": t("Not due yet"), "no_data": t("Not judged"),
    }  # fmt: skip
    lower = t(
        "Met: the target is reached. On track: from {first}. Needs attention: from {second}. Off track: from {third}. "
        "Worsening: below. Scheme {scheme}, source: {source}",
        first=share(bands.on_track_from, None), second=share(bands.behind_from, None),
        third=share(bands.off_track_from, None),
        scheme=bands.name[t.language], source=bands.source,
    )  # fmt: skip
    return Step(t("Status"), lower, names.get(row["status"] or "no_data", ""))
