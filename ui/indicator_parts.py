"""The parts of an indicator's page. Each is drawn once for a state of the data and a choice."""

import pandas as pd
import streamlit as st

from charts.bullets import bullet_list
from charts.chart import About, Chart
from charts.comparison import by_unit
from charts.missing import records
from charts.numbers import date, number, percent, period_label
from charts.theme import status_text
from charts.trend import trend
from definitions.schemes import scheme
from metrics import explaining, wording
from metrics.names import group_name
from ui import answers, furniture, session
from ui.filters import Filters, in_words
from ui.literal import literal
from ui.session import Visit

MOST_QUOTES = 5
MOST_SOURCES = 500


def finding(here: Visit, chosen: Filters, indicator: str) -> None:
    """What the indicator is called, where it stands in one sentence, and its bullet."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    furniture.head(row["name"])
    programme = session.remembered(answers.known_names, here)["programme"].get(row["programme"])
    parts = (row["indicator"], explaining.level(row, t), programme, t("key indicator") if row["is_key"] else None)
    st.caption(literal(" · ".join(filter(None, parts))))
    st.header(literal(f"{status_text(row['status'], t)}. {wording.finding(row, t, answers.write(here))}"), anchor=False)
    frame = session.remembered(answers.standing, here, chosen)
    about = About(period=in_words(here, chosen), as_of=here.as_of)
    drawn = bullet_list(frame[frame["indicator"] == indicator], t, about=about)
    furniture.chart(drawn, here, key="bullet", has_title=False)


def over_time(here: Visit, chosen: Filters, indicator: str) -> None:
    """The trend, with the targets of the periods, the baseline and the way to the final target."""
    furniture.section(here.t("Over time"))
    furniture.chart(trend_of(here, chosen, indicator), here, key="trend")
    if note := difference(here, chosen, indicator):
        st.text(note)


def difference(here: Visit, chosen: Filters, indicator: str) -> str:
    """Why the last point of the trend is not the figure above: somebody has not reported that period; else ""."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    periods = records(session.remembered(answers.over_periods, here, chosen, indicator))
    last = next((one for one in reversed(periods) if one["actual"] is not None), None)
    if row["over_time"] != "last" or last is None or last["actual"] == row["actual"] or not last["reports_due"]:
        return ""
    return here.t(
        "The figure at the top takes the latest report of every partner and place. The last point of this line has "
        "only the reports for {period}: {n} of {m}.",
        period=period_label(last["period"], here.t),
        n=number(last["reports"], here.t), m=number(last["reports_due"], here.t),
    )  # fmt: skip


def trend_of(here: Visit, chosen: Filters, indicator: str, large: bool = False) -> Chart:
    """The trend of an indicator. The way to the final target stands on the scale of the periods, or is left out."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    frame = session.remembered(answers.over_periods, here, chosen, indicator)
    is_sum = row["over_time"] == "sum" and not row["cumulative"]
    is_part = chosen.partner is not None or chosen.place is not None
    way = {} if is_sum or is_part else {
        "baseline": row["start_value"], "baseline_date": row["baseline_date"] or row["line_start"],
    }  # fmt: skip
    if way and frame["target"].isna().all():  # with targets for periods, those are the way
        way |= {"target": row["target"], "target_date": row["target_date"]}
    return trend(frame, here.t, large=large, about=About(as_of=here.as_of), **way)


def compared(here: Visit, chosen: Filters, indicator: str) -> None:
    """Tabs by partner, place and group, as far as there are several."""
    t = here.t
    titles = {"partner": t("By partner"), "place": t("By place"), "group": t("By group")}
    frames = {key: session.remembered(answers.over_units, here, chosen, indicator, key) for key in titles}
    several = {key: frame for key, frame in frames.items() if len(frame) > 1}
    if not several:
        return
    furniture.section(t("Who and where"))
    for tab, (key, frame) in zip(st.tabs([titles[key] for key in several]), several.items(), strict=True):
        with tab:
            furniture.chart(by_unit(frame, t, key, about=About(as_of=here.as_of)), here, key=f"by_{key}")


def voices(here: Visit, chosen: Filters, indicator: str) -> None:
    """What people say about it: the newest quotes of those who agreed to be quoted."""
    t, found = here.t, session.remembered(answers.quotes, here, chosen, indicator, MOST_QUOTES)
    furniture.section(t("What people say"))
    if not found:
        st.text(t("Nobody has said anything about this indicator that may be quoted."))
    for quote in found:
        furniture.quote(quote, here)
    st.page_link("pages/voices.py", label=t("All community voices"), icon=":material/forum:")


def definition(here: Visit, chosen: Filters, indicator: str) -> None:
    """What is measured, where it comes from, who answers for it."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    known = session.remembered(answers.definition, here, indicator)
    furniture.section(t("What is measured"))
    facts = {
        t("Definition"): known["definition"], t("Unit"): row["unit"], t("Direction"): explaining.direction(row, t),
        t("Over time"): explaining.over_time(row, t), t("Over partners and places"): explaining.over_units(row, t),
        t("Baseline"): figure_on(row["baseline"], row["baseline_date"], row, here),
        t("Target"): figure_on(row["target"], row["target_date"], row, here),
        t("Source"): known["source"], t("Owner"): known["owner"], t("SDG"): known["sdg"],
    }  # fmt: skip
    known_facts = [(name, value) for name, value in facts.items() if value]
    furniture.text_table(pd.DataFrame(known_facts, columns=[t("Question"), t("Answer")]))


def figure_on(value: float | None, day: object, row: dict, here: Visit) -> str | None:
    """A value and the day it is for."""
    if value is None:
        return None
    text = number(value, here.t, row["unit"])
    return f"{text} ({date(day, here.t)})" if day else text


def formula(here: Visit, chosen: Filters, indicator: str) -> None:
    """How the figures lead to the verdict, with this indicator's own numbers."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    furniture.section(t("How it is computed"))
    found = explaining.steps(row, scheme(), t, answers.write(here), lambda value, _unit: percent(value, t, 1))
    furniture.text_table(pd.DataFrame(found, columns=[t("Measure"), t("Formula"), t("With these numbers")]))


def period_choices(here: Visit, chosen: Filters, indicator: str) -> dict[str, str]:
    """The periods with a figure, the latest first, then all of them."""
    found = records(session.remembered(answers.over_periods, here, chosen, indicator))
    periods = [row["period"] for row in found if row["actual"] is not None]
    single = {period: period_label(period, here.t) for period in reversed(periods)}
    every = {"all": here.t("All periods")}
    row = session.remembered(answers.row_of, here, chosen, indicator)
    adds_up = row["is_final_row"] and row["over_time"] in ("sum", "mean", "max")  # then it is of all of them
    return every | single if adds_up else single | every


def sources(here: Visit, chosen: Filters, indicator: str, period: str) -> None:
    """File › sheet › cell of every figure behind the number."""
    t = here.t
    found = session.remembered(answers.sources, here, chosen, indicator, None if period == "all" else period)
    counting = sum(bool(row["counts"]) for row in found)
    st.text(t("{n} figures speak of this; {m} of them count.", n=number(len(found), t), m=number(counting, t)))
    shown = sorted(found, key=lambda row: not row["counts"])[:MOST_SOURCES]
    st.dataframe(pd.DataFrame([source_cells(row, here) for row in shown]).fillna(""), hide_index=True)
    if len(found) > MOST_SOURCES:
        st.text(t("The first {n} are shown.", n=number(MOST_SOURCES, t)))


def source_cells(row: dict, here: Visit) -> dict[str, str]:
    """One figure of the ledger as text."""
    t = here.t
    whats = {"baseline": t("Baseline"), "final_target": t("Final target"), "target": t("Target"), "result": t("Result")}
    roles = {
        "counts": t("counts"), "part_of_total": t("part of a total that counts"),
        "superseded": t("replaced by a newer one"),
        "undone": t("upload was undone"), "mark": t("no figure"),
    }  # fmt: skip
    partners = session.remembered(answers.known_names, here)["partner"]
    return {
        t("What"): whats.get(row["what"], row["what"]),
        t("Figure"): source_figure(row, here),
        t("Where it stands"): " › ".join(filter(None, (row["file_name"], row["sheet"], row["cell"]))),
        t("Use"): roles.get(row["role"], row["role"]),
        t("Period"): period_label(row["period"], t) if row["period"] else "",
        t("Partner"): partners.get(row["partner"], row["partner"]) if row["partner"] else "",
        t("Place"): row["place"] or "",
        t("Group"): group_name(row["group"], t) or "",
        t("Stored"): date(row["stored_at"], t),
    }  # fmt: skip


def source_figure(row: dict, here: Visit) -> str:
    """The figure as it counts: a value, the two parts of a ratio, or the mark that stood there."""
    if row["value"] is not None:
        return number(row["value"], here.t)
    if row["denominator"] is not None:
        return f"{number(row['numerator'], here.t)} / {number(row['denominator'], here.t)}"
    return row["mark"] or ""
