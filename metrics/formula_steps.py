"""How a figure was come by, step by step and with the indicator's own numbers; nothing is measured anew.

The formulas are those of formulas.sql; a step whose measure is NULL in the row says why instead.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from definitions.schemes import Scheme
from locales import Translate
from metrics.explaining import scheme_words
from metrics.whole_counts import expected_shown
from metrics.wording import Row, Write

MOST_TERMS = 6


class Step(NamedTuple):
    """One measure: its name, its formula in words, and the same with this row's numbers."""

    name: str
    formula: str
    numbers: str


@dataclass(frozen=True)
class Say:
    """How things are written: a value with its unit, a fraction as per cent, why a measure is missing."""

    t: Translate
    write: Write
    share: Callable[[float | None], str]
    why: Callable[[str | None], str]


def steps(
    row: Row, bands: Scheme, say: Say, verdict: str, ended: Sequence[Row] = (), to_date: Row | None = None
) -> list[Step]:
    """The way from the figures to the verdict.

    Args:
        verdict: the status as the scheme words it.
        ended: the periods with a target that have ended, in order: what "expected" comes from where there are any.
        to_date: the row as a scheme on capaian judges it, to show what the predikat beside the verdict comes from.
    """
    found = [_actual(row, say), _progress(row, say), _achievement(row, say), _capaian(row, say),
             _expected(row, say, ended), _on_track(row, say),
             _to_date(row if bands.applies_to == "capaian" else to_date, say)]  # fmt: skip
    status = Step(say.t("Status"), scheme_words(bands, say.t, lambda value, _unit: say.share(value)), verdict)
    return [step for step in (*found, status) if step]


def _actual(row: Row, say: Say) -> Step | None:
    if row["actual"] is None or row["denominator"] is None or row["numerator"] is None:
        return None
    scale = f" × {say.write(row['scale'], None)}" if row["scale"] not in (None, 1) else ""
    return Step(
        say.t("Actual"), say.t("sum of numerators / sum of denominators"),
        f"{say.write(row['numerator'], None)} / {say.write(row['denominator'], None)}{scale}"
        f" = {say.write(row['actual'], row['unit'])}",
    )  # fmt: skip


def _progress(row: Row, say: Say) -> Step:
    name, formula = say.t("Progress"), say.t("(actual − baseline) / (target − baseline)")
    if row["progress"] is None or row["aim"] is None or row["start_value"] is None:
        return Step(name, formula, say.why(row["reason"]))
    actual, start, target = (say.write(row[column], None) for column in ("actual", "start_value", "aim"))
    if row["actual"] == row["aim"] and row["target_low"] is not None:
        return Step(name, formula, say.t("inside the range: {share}", share=say.share(row["progress"])))
    return Step(name, formula, f"({actual} − {start}) / ({target} − {start}) = {say.share(row['progress'])}")


def _achievement(row: Row, say: Say) -> Step | None:
    if row["achievement"] is None:
        return None
    numbers = f"{say.write(row['actual'], None)} / {say.write(row['target'], None)} = {say.share(row['achievement'])}"
    return Step(say.t("Achievement"), say.t("actual / target"), numbers)


def _capaian(row: Row, say: Say) -> Step:
    name = say.t("Capaian of the whole target (the Indonesian public formula)")
    if row["is_kept"] and not row["met"]:  # 12 against 5 to 10 would read 120 %: more than was promised
        return Step(name, say.t("does not judge a level to be kept"), say.why("no_capaian"))
    return Step(name, *_capaian_of(row, "actual", "aim", row["capaian"], say))


def _capaian_of(row: Row, actual: str, target: str, found: float | None, say: Say) -> tuple[str, str]:
    """The formula of capaian for the direction, and the same with numbers."""
    is_down = row["direction"] == "down"
    formula = say.t("(2 × target − actual) / target") if is_down else say.t("actual / target")
    if found is None:
        return formula, say.why(row["reason"] or "no_capaian")
    if row["target_low"] is not None and row[actual] == row[target]:
        return formula, say.t("inside the range: {share}", share=say.share(found))
    figure, aim = say.write(row[actual], None), say.write(row[target], None)
    return formula, f"(2 × {aim} − {figure}) / {aim} = {say.share(found)}" if is_down else (
        f"{figure} / {aim} = {say.share(found)}"
    )


def _expected(row: Row, say: Say, ended: Sequence[Row]) -> Step:
    name, t = say.t("Expected by now"), say.t
    if row["expected"] is None:
        return Step(name, t("where the figure should be today"), say.why(row["reason"] or "not_due"))
    total = say.write(expected_shown(row), row["unit"])
    if not row["is_final_row"] or row["is_due"]:
        return Step(name, t("the target, whose day has come"), total)
    if ended and row["over_time"] == "sum" and not row["cumulative"]:
        terms = [say.write(one["target"], None) for one in ended]
        shown = " + ".join(terms) if len(terms) <= MOST_TERMS else f"{terms[0]} + {terms[1]} + … + {terms[-1]}"
        return Step(name, t("the targets of the periods that have ended, added up"), f"{shown} = {total}")
    if ended:
        return Step(name, t("the target of the latest period that has ended"), total)
    start, target = say.write(row["start_value"], None), say.write(row["target"], None)
    about = "" if expected_shown(row) == row["expected"] else f"{say.write(row['expected'], None)} ≈ "
    gone = (row["expected"] - row["start_value"]) / (row["target"] - row["start_value"])
    return Step(name, t("baseline + (target − baseline) × share of the time that has passed"),
                f"{start} + ({target} − {start}) × {say.share(gone)} = {about}{total}")  # fmt: skip


def _on_track(row: Row, say: Say) -> Step:
    name, formula = say.t("On the way"), say.t("(actual − baseline) / (expected − baseline)")
    if row["on_track"] is None or row["start_value"] is None:
        return Step(name, formula, say.why(row["reason"] or "not_due"))
    actual, start, expected = (say.write(row[column], None) for column in ("judged_actual", "start_value", "expected"))
    return Step(name, formula, f"({actual} − {start}) / ({expected} − {start}) = {say.share(row['on_track'])}")


def _to_date(row: Row | None, say: Say) -> Step | None:
    """Capaian against what is expected by now: what schemes on capaian judge."""
    if row is None:
        return None
    if row["expected"] is None:
        return Step(say.t("Capaian to date"), say.t("actual against what is expected by now"),
                    say.why(row["reason"] or "not_due"))  # fmt: skip
    return Step(say.t("Capaian to date"), *_capaian_of(row, "judged_actual", "expected", row["judged_by"], say))
