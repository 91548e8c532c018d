"""Words of the screen that asks how a file is to be read: kinds of sheets, fields, answers."""

from collections.abc import Mapping

from charts.numbers import number
from data.layouts.kobo_versions import BOTH
from data.layouts.naming import NEW
from data.numbers import plain
from data.problems import Problem
from data.proposal import ProposedColumn
from data.recognised import NONE, TRACKING, Figures
from definitions.places import gazetteer
from definitions.vocabulary import vocabulary
from locales import Translate, mark

LEAVE = "–"
"""The choice not to read a column."""
WHATS: Mapping[str, str] = {
    "target": mark("figures: target"),
    "result": mark("figures: result"),
    "numerator": mark("figures: part (numerator)"),
    "denominator": mark("figures: whole (denominator)"),
}
FIELDS: Mapping[str, str] = {
    "indicator": mark("indicator (its name)"),
    "code": mark("code of the indicator"),
    "unit": mark("unit"),
    "level": mark("level"),
    "programme": mark("programme"),
    "partner": mark("partner"),
    "place": mark("place"),
    "group": mark("group"),
    "period": mark("period"),
    "period_start": mark("first day of the period"),
    "period_end": mark("last day of the period"),
    "year": mark("year"),
    "what": mark("target or result, in words"),
    "baseline": mark("baseline"),
    "baseline_date": mark("date of the baseline"),
    "final_target": mark("final target"),
    "target_date": mark("date of the final target"),
    "direction": mark("direction"),
    "measure": mark("measure: number, percentage …"),
    "cumulative": mark("cumulative or not"),
    "over_time": mark("how figures join over time"),
    "source": mark("source of the data"),
    "owner": mark("who is responsible"),
    "definition": mark("definition"),
    "note": mark("note"),
    "number": mark("running number"),
    "objective": mark("objective"),
    "assumption": mark("assumptions and risks"),
    "frequency": mark("how often it is reported"),
}
_ANSWERS: Mapping[tuple[str, str], str] = {
    ("sheet_name", "place"): mark("the place of its figures"),
    ("sheet_name", "partner"): mark("the partner of its figures"),
    ("sheet_name", "none"): mark("neither of them"),
    ("over_time", "sum"): mark("add them (for example people trained)"),
    ("over_time", "last"): mark("take the last (a state, or a running total)"),
    ("over_time", "mean"): mark("take the average"),
    ("over_time", "max"): mark("take the highest"),
    ("direction", "up"): mark("more is better"),
    ("direction", "down"): mark("less is better"),
    ("direction", "keep"): mark("it should stay as it is"),
    ("what", "target"): mark("targets"),
    ("what", "result"): mark("results"),
    ("what", "percent"): mark("the percentage of the target; leave it out"),
    ("what", "none"): mark("neither; leave it out"),
    ("column", "none"): mark("no, it is something else"),
    ("counted_twice", "parts"): mark("the figures of the parts; the total does not count"),
    ("counted_twice", "total"): mark("the total; the figures of its parts do not count"),
    ("counted_twice", "both"): mark("both; they are different people"),
    ("part_of_year", "year"): mark("the figures of the year so far"),
    ("part_of_year", "none"): mark("leave them out"),
    ("running_total", "year"): mark("from the start of each year"),
    ("running_total", "programme"): mark("from the start of the programme"),
    ("decimal", ","): mark("the comma is the decimal sign"),
    ("decimal", "."): mark("the point is the decimal sign"),
    ("code_system", "kemendagri"): mark("codes of the Ministry of Home Affairs (Kemendagri)"),
    ("code_system", "bps"): mark("codes of Statistics Indonesia (BPS)"),
    ("period", "none"): mark("leave the column out"),
    ("fiscal_year", "start"): mark("the year in which it begins"),
    ("fiscal_year", "end"): mark("the year in which it ends"),
    ("hidden", "leave"): mark("yes, leave it out"),
    ("hidden", "read"): mark("no, read it like the others"),
    ("cancelled", "leave"): mark("no, leave the row out"),
    ("cancelled", "count"): mark("yes, its figures count"),
    ("whole", "thousands"): mark("the sign parts thousands"),
    ("whole", "decimals"): mark("the sign is the decimal one here too"),
    ("date_order", "day"): mark("the day comes first (31/12/2025)"),
    ("date_order", "month"): mark("the month comes first (12/31/2025)"),
    ("scale", "times"): mark("yes, multiply them"),
    ("scale", "as_is"): mark("no, take them as they stand"),
    ("definition", "keep"): mark("keep what is known; leave the new figure out"),
}


def kind_name(key: str, t: Translate) -> str:
    """What a sheet is."""
    if key == TRACKING:
        return t("a table of indicators with columns of figures")
    if key == NONE:
        return t("leave this sheet out")
    return vocabulary().sheet_by_key[key].label(t.language) if key else t("not recognised")


def field_name(key: str, field: str, t: Translate) -> str:
    """What a column of a sheet of this kind holds; a star marks what must be there."""
    if field == LEAVE:
        return t("leave it out")
    if key != TRACKING:
        column = vocabulary().sheet_by_key[key].column_by_key[field]
        return column.label(t.language) + (" *" if column.required else "")
    return t(WHATS[field]) if field in WHATS else t(FIELDS[field]) if field in FIELDS else field


def read_as(key: str, column: ProposedColumn, t: Translate) -> str:
    """What a column is taken for, in words."""
    if column.figures:
        return _figures(column.figures, t)
    if not column.field:
        return t("left out")
    return field_name(key, chosen_field(key, column), t) if key else column.field


def chosen_field(key: str, column: ProposedColumn) -> str:
    """A column's entry in the list of fields. A mapping's `target` is the final one; here that is a figure's kind."""
    if key == TRACKING and column.field == "target":
        return "final_target"
    return column.field or (column.figures.what if column.figures else None) or LEAVE


def answer(problem: Problem, about: str, given: str, t: Translate, names: Mapping[str, str] | None = None) -> str:
    """An answer to a problem's question, in words; `names` are those of known indicators, by code."""
    params = problem.params
    if about == "decimal" and "found" in params and {"thousands", "decimals"} <= set(params):
        read = params["decimals" if given in str(params["found"]) else "thousands"]
        read = plain(read) if isinstance(read, float) else str(read)
        return t("{found} is {read}; {sign}", found=params["found"], read=_written(read, t),
                 sign=answered(about, given, t))  # fmt: skip
    if about == "same_as":
        if given == NEW and problem.code == "which_new":
            return t("yes, it is a new indicator")
        if given == NEW:
            return t("no, it is a new indicator")
        if given == NONE:
            return t("no, leave the column out")
        name = (names or {}).get(given)
        return t("yes, the same as {name}", name=f"{given} – {name}" if name and name != given else given)
    if about == "place":
        return f"{gazetteer().place(given).name} ({given})"
    if about == "column" and given == BOTH:
        return t("in each row the one that is filled in")
    if about == "column" and given != NONE:
        return t("yes, column {letters}", letters=given)
    return answered(about, given, t)


def answered(about: str, given: str, t: Translate) -> str:
    """An answer in words, without the problem that asked for it."""
    return t(_ANSWERS[about, given]) if (about, given) in _ANSWERS else given


def _written(read: str, t: Translate) -> str:
    """A figure in the language's way, but without signs between its thousands: which sign that is, is the question."""
    try:
        figure = float(read)
    except ValueError:
        return read
    return str(int(figure)) if figure.is_integer() else number(figure, t)


def _figures(figures: Figures, t: Translate) -> str:
    what = t(WHATS[figures.what]) if figures.what in WHATS else t("figures")
    parts = (figures.indicator, figures.period, figures.partner, figures.place, figures.group)
    return ", ".join([what, *(part for part in parts if part)])
