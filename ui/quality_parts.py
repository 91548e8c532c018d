"""Data quality: what deserves a second look. Each row leads to the cells behind it."""

import pandas as pd
import streamlit as st

from charts.missing import HIDDEN, NOT_REPORTED, records
from charts.numbers import number, percent, period_label
from definitions.units import is_percent, unit_in
from locales import Translate
from metrics import quality
from metrics.names import group_name
from metrics.small_cells import key_of
from ui import answers, furniture, session
from ui.filters import Filters
from ui.session import Visit

KEY, PAGE, MOST = "quality", "pages/indicator.py", 200
ROW = 66  # px: texts are wrapped from here on


def found_in(here: Visit) -> list[dict]:
    """The findings as rows."""
    return records(quality.findings(here.store, here.as_of))


def timeliness(here: Visit) -> list[dict]:
    """How quickly partners report, as rows."""
    return records(quality.timeliness(here.store, here.as_of))


def section(here: Visit) -> None:
    """How complete, how quick, and what to look at."""
    session.remembered(how_complete, here)
    session.remembered(how_quick, here)
    to_look_at(here)


def how_complete(here: Visit) -> None:
    """Reports that came of those due."""
    t = here.t
    received, due = session.remembered(answers.received_of_due, here, Filters())
    furniture.section(t("How complete is this?"))
    st.text(t("{n} of {m} reports have come in ({percent}).", n=number(received, t), m=number(due, t),
              percent=percent(received / due, t)) if due else t("No reports are due yet."))  # fmt: skip


def how_quick(here: Visit) -> None:
    """A row a partner, once there are periods that ended while the store was in use."""
    t, rows = here.t, session.remembered(timeliness, here)
    furniture.section(t("How quickly do reports come?"))
    if not rows:
        st.text(t("Nothing can be said yet: no period has ended since the first upload, and what was carried in from "
                  "before says nothing of how quickly it was reported."))  # fmt: skip
        return
    partners = session.remembered(answers.known_names, here)["partner"]
    furniture.text_table(pd.DataFrame([{
        t("Partner"): partners.get(row["partner"], row["partner"]) or NOT_REPORTED,
        t("Reports"): number(row["reports"], t),
        t("Within {n} days", n=quality.IN_TIME_DAYS): percent(row["in_time"] / row["reports"], t),
        t("Median delay (days)"): number(row["median_days"], t),
    } for row in rows]))  # fmt: skip


def to_look_at(here: Visit) -> None:
    """The list of findings; a click opens the cells of the indicator and period."""
    t, found = here.t, session.remembered(found_in, here)
    furniture.section(t("What deserves a second look"))
    if not found:
        st.text(t("Nothing was found: parts add up, targets agree, and no figure lies far from its series."))
        return
    st.caption(t("A finding is a question, not a mistake: it may be right. Click a row to see the cells behind it."))
    picked = st.dataframe(
        pd.DataFrame([cells(row, here) for row in found[:MOST]]), hide_index=True, key=KEY, on_select="rerun",
        selection_mode="single-cell", height="content", row_height=ROW,
        column_config={t("What was found"): st.column_config.TextColumn(width=330)},
        alt=t("Findings about the data, with their cells"),
    )  # fmt: skip
    if len(found) > MOST:
        st.text(t("The first {n} are shown.", n=number(MOST, t)))
    opened = [row for row, _column in picked.selection.cells]
    if opened and opened[0] < len(found):
        row = found[opened[0]]
        st.switch_page(PAGE, query_params={name: row[name] for name in ("indicator", "period") if row[name]})


def cells(row: dict, here: Visit) -> dict[str, str]:
    """A finding as text."""
    t, known = here.t, session.remembered(answers.known_names, here)
    who = (known["partner"].get(row["partner"], row["partner"]), known.get("place", {}).get(row["place"], row["place"]),
           group_name(row["group"], t))  # fmt: skip
    return {
        t("Indicator"): known["indicator"].get(row["indicator"], row["indicator"]),
        t("What was found"): words(row, here),
        t("Period"): period_label(row["period"], t) if row["period"] else "",
        t("Who and where"): " · ".join(filter(None, who)),
        t("Where it stands"): " › ".join(filter(None, (row["file_name"], row["sheet"], row["cell"]))),
    }  # fmt: skip


def words(row: dict, here: Visit) -> str:
    """The finding in a sentence; a figure of a hidden cell stays hidden."""
    t = here.t
    figure, compared = (_figure(row[name], row, here) for name in ("figure", "compared"))
    if _is_hidden(row, here):
        figure = compared = HIDDEN
    said = {"figure": figure, "compared": compared}
    if row["kind"] == "parts":
        return t("The total is {figure}, but its parts by {dimension} add up to {compared}.",
                 dimension=dimension_name(row["dimensions"], t), **said)  # fmt: skip
    if row["kind"] == "promises" and row["period"]:
        if row["is_flow"]:
            return t("The target of this period is {figure}, but those of the periods inside it add up to {compared}.",
                     **said)  # fmt: skip
        return t("The target of this period is {figure}, but that of the last period inside it is {compared}.", **said)
    if row["kind"] == "promises":
        if row["is_flow"]:
            return t("The final target is {figure}, but the targets of the periods add up to {compared}.", **said)
        return t("The final target is {figure}, but the target of the last period is {compared}.", **said)
    if row["kind"] == "direction":
        return t("The target {figure} lies on the other side of the baseline {compared} than the direction says.",
                 **said)  # fmt: skip
    return t("{figure} lies far from the other figures of this series (middle {compared}).", **said)


def _is_hidden(row: dict, here: Visit) -> bool:
    """Whether the figure of a finding, or a part of it, is of too few people."""
    if row["kind"] not in ("parts", "outlier"):
        return False
    cells = session.remembered(answers.hidden_cells, here, row["indicator"])
    key = key_of(row, ("partner", "place"))
    return key in cells or (row["kind"] == "parts" and any(
        cell[:3] == key[:3] and cell[3] is not None for cell in cells))  # fmt: skip


def dimension_name(dimensions: str | None, t: Translate) -> str:
    """ "sex" as a word; a dimension nobody translated as it was written."""
    names = {"sex": t("sex"), "age": t("age"), "group": t("group")}
    return ", ".join(names.get(name, name) for name in (dimensions or "group").split(";"))


def _figure(value: float | None, row: dict, here: Visit) -> str:
    definition = session.remembered(answers.definition, here, row["indicator"])
    unit = definition["unit"] if definition else None
    return number(value, here.t, unit_in(unit, here.language) if unit and not is_percent(unit) else unit)
