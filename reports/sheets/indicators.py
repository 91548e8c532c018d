"""Every indicator with its figures as numbers, and progress, achievement and the rest as formulas on those cells.

What a formula uses stands in columns of its own at the right: the start, the end of the way, the actual of the periods
that have ended. Where such a figure is the one shown at the left, its cell points there.
"""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from charts.missing import measure_mark, missing_mark, reason_text, unpromised_mark
from charts.numbers import percent, period_label
from charts.rows import judged_word
from charts.text import clean
from definitions.schemes import scheme
from locales import Translate
from metrics.formula_steps import Say, steps
from reports.content import Content
from reports.sheets import lineage
from reports.sheets.book import HEAD_ROWS, Book
from reports.sheets.cells import WHOLE, Cell, Formula, Link, Number, Verdict, figure, figure_form, share_form

Row = dict[str, Any]
COLUMNS = (
    "code", "name", "programme", "unit", "status", "baseline", "target", "actual", "expected", "progress",
    "achievement", "on_track", "period", "reports", "reports_due", "note",
    "start", "low", "high", "aim", "judged", "capaian", "to_date", "expected_words",
)  # fmt: skip
WIDTHS = (9, 38, 20, 11, 18, 11, 11, 11, 11, 11, 13, 10, 12, 9, 9, 20, 11, 11, 11, 11, 13, 11, 11, 60)
_PRINTED = COLUMNS.index("start")
FIRST = HEAD_ROWS + 1
"""The row of the first indicator, counted from 0."""


def write(book: Book) -> None:
    """Write the sheet."""
    t = book.t
    page = book.page("indicators", t("Indicators against their targets"), WIDTHS)
    page.put(HEAD_ROWS - 1, _PRINTED, t("What the formulas use"), wrap=False, bold=True)
    starts = lineage.starts(book)
    page.table(_header(t), [_cells(book, row, number_, starts) for number_, row in
                            enumerate(book.content.rows, start=FIRST + 1)], frozen=2)  # fmt: skip
    page.sheet.print_area(0, 0, FIRST + len(book.content.rows), _PRINTED - 1)


def column_range(rows: int, name: str) -> str:
    """The cells of a column, for a formula on another sheet."""
    letter = xl_col_to_name(COLUMNS.index(name))
    return f"${letter}${FIRST + 1}:${letter}${FIRST + max(rows, 1)}"


def _header(t: Translate) -> list[str]:
    return [
        t("Code"), t("Indicator"), t("Programme"), t("Unit"), t("Status"), t("Baseline"), t("Target"), t("Actual"),
        t("Expected by now"), t("Progress"), t("Achievement"), t("On track"), t("Period"), t("Reports"),
        t("Reports due"), t("Note"), t("Start"), t("Range from"), t("Range to"), t("End of the way"),
        t("Actual of ended periods"), t("Capaian"), t("Capaian to date"), t("How “expected by now” was come by"),
    ]  # fmt: skip


def _cells(book: Book, row: Row, line: int, starts: Mapping[str, int]) -> list[Cell]:
    content, t = book.content, book.t
    at = {name: f"{xl_col_to_name(column)}{line}" for column, name in enumerate(COLUMNS)}
    code = row["indicator"]
    programme = content.known["programme"].get(row["programme"], row["programme"] or "")
    found: dict[str, Cell] = {
        "code": Link(code, book.name("lineage"), starts[code]) if code in starts else code,
        "name": row["name"], "programme": programme, "unit": row["unit"] or "",
        "status": Verdict(row["status"], clean(judged_word(row, t))),
        "period": period_label(row["actual_period"], t) if row["actual_period"] else "",
        "reports": _count(row["reports"]), "reports_due": _count(row["reports_due"]),
        "note": reason_text(row["reason"], t) if row["reason"] else "",
        "actual": figure(row["actual"], row["unit"]) if row["actual"] is not None else missing_mark(row["reason"]),
        "expected_words": _expected_words(content, row),
    }  # fmt: skip
    for name, column in (("baseline", "baseline"), ("target", "target"), ("expected", "expected"),
                         ("low", "target_low"), ("high", "target_high")):  # fmt: skip
        missing = "" if name in ("low", "high") else unpromised_mark(row["reason"])
        found[name] = missing if row[column] is None else figure(row[column], row["unit"])
    found |= _used(row, at) | measures(row, at)
    found["to_date"] = _to_date(content, row, at)
    return [found[name] for name in COLUMNS]


def _used(row: Row, at: Mapping[str, str]) -> dict[str, Cell]:
    """The cells that the formulas start from: a reference where they are what stands at the left."""
    return {
        "start": _same_or_own(row, "start_value", "baseline", at["baseline"]),
        "aim": Formula(f"={nearer(row, at['actual'], at)}", row["aim"], figure_form(row["aim"], row["unit"]))
        if has_range(row) and row["actual"] is not None else _same_or_own(row, "aim", "target", at["target"]),
        "judged": _same_or_own(row, "judged_actual", "actual", at["actual"]),
    }  # fmt: skip


def _same_or_own(row: Row, used: str, shown: str, cell: str) -> Cell:
    if row[used] is None:
        return measure_mark(row)
    if row[used] == row[shown]:
        return Formula(f"={cell}", row[used], figure_form(row[used], row["unit"]))
    return figure(row[used], row["unit"])


def measures(row: Row, at: Mapping[str, str]) -> dict[str, Cell]:
    """Progress, achievement, on track and capaian as formulas; a mark where a measure does not apply.

    `at`: the cells of actual, target, expected, start, aim and judged.
    """
    actual, aim, start = at["actual"], at["aim"], at["start"]
    way = f"({actual}-{start})/({aim}-{start})"
    back = f"(2*{aim}-{actual})/{aim}" if row["direction"] == "down" else f"{actual}/{aim}"
    if has_range(row):  # inside its range a figure has gone all the way
        way, back = (f"IF({actual}={aim},1,{formula})" for formula in (way, back))
    made = {
        "progress": way, "achievement": f"{actual}/{at['target']}", "capaian": back,
        "on_track": f"({at['judged']}-{start})/({at['expected']}-{start})",
    }  # fmt: skip
    return {name: measure_mark(row) if row[name] is None else
            Formula(f"={made[name]}", row[name], share_form(row[name]))
            for name in made}  # fmt: skip


def _to_date(content: Content, row: Row, at: Mapping[str, str]) -> Cell:
    """Capaian against what is expected by now: what schemes on capaian judge by."""
    if scheme(content.asked.scheme).applies_to != "capaian":
        return ""
    if row["judged_by"] is None:
        return measure_mark(row)
    actual, aim = at["judged"], at["expected"]
    if has_range(row):
        aim = nearer(row, actual, at)
    made = f"(2*{aim}-{actual})/{aim}" if row["direction"] == "down" else f"{actual}/{aim}"
    if has_range(row):
        made = f"IF({actual}={aim},1,{made})"
    return Formula(f"={made}", row["judged_by"], share_form(row["judged_by"]))


def has_range(row: Row) -> bool:
    """Whether the target is a range with one end or two."""
    return row["target_low"] is not None or row["target_high"] is not None


def nearer(row: Row, actual: str, at: Mapping[str, str]) -> str:
    """The end of the range that the actual has to answer to; the actual itself inside."""
    found = actual
    if row["target_high"] is not None:
        found = f"IF({actual}>{at['high']},{at['high']},{found})"
    if row["target_low"] is not None:
        found = f"IF({actual}<{at['low']},{at['low']},{found})"
    return found


def _count(value: int | None) -> Cell:
    return "" if value is None else Number(float(value), WHOLE)


def _expected_words(content: Content, row: Row) -> str:
    """Where "expected by now" comes from, with its numbers."""
    if row["expected"] is None:
        return ""
    t = content.t
    say = Say(t, content.write, lambda value: percent(value, t, 1), lambda reason: reason_text(reason, t))
    ended = [each for each in content.periods.get(row["indicator"], ())
             if each["is_due"] and each["target"] is not None]  # fmt: skip
    found = steps(row, scheme(content.asked.scheme), say, "", ended)
    step = next(each for each in found if each.name == t("Expected by now"))
    return f"{step.formula}: {step.numbers}"
