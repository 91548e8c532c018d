"""The parts of an indicator's page: where it stands, how it moved, who and where. Each is drawn once for a state of the
data and a choice, but for those that hold a widget."""

from itertools import pairwise

import pandas as pd
import streamlit as st

from charts.bullets import bullet_list
from charts.chart import About, Chart
from charts.comparison import by_unit
from charts.missing import records
from charts.numbers import number, period_label
from charts.rows import judged_text
from charts.trend import trend
from metrics import explaining, history, running, small_groups, wording
from ui import answers, choice, furniture, outlook_parts, session, voice_beside
from ui.filters import Filters, in_words, view_of
from ui.literal import literal
from ui.session import Visit

MOST_QUOTES = 5
TOTAL, PERIOD = "total", "period"
"""What one point of the trend of a flow is: everything up to there, or what that period added."""


def nobody_knows(here: Visit, asked: str) -> None:
    """For an address that names an indicator nobody defined: said so, and the way to the list."""
    t = here.t
    furniture.head(t("Indicator"))
    with st.container(border=True):
        st.markdown(f"**{literal(t('There is no indicator with the code “{code}”', code=asked))}**")
        st.text(t("It may have been renamed, or the upload that defined it was undone."))
        st.page_link("pages/indicators.py", label=t("All indicators"), icon=":material/checklist:")


def finding(here: Visit, chosen: Filters, indicator: str) -> None:
    """What the indicator is called, where it stands in one sentence, and its bullet."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    furniture.head(row["name"])
    programme = session.remembered(answers.known_names, here)["programme"].get(row["programme"])
    parts = (row["indicator"], explaining.level(row, t), programme, t("key indicator") if row["is_key"] else None)
    st.caption(literal(" · ".join(filter(None, parts))))
    st.header(literal(f"{judged_text(row, t)}. {wording.finding(row, t, answers.write(here))}"), anchor="finding")


def bullet(here: Visit, chosen: Filters, indicator: str) -> None:
    """Its way from baseline to target."""
    drawn = bullet_chart(here, chosen, indicator)
    furniture.chart(drawn, here, view_of("bullet", chosen, indicator=indicator), has_title=False)


def bullet_chart(here: Visit, chosen: Filters, indicator: str) -> Chart:
    """Its way from baseline to target."""
    frame = session.remembered(answers.standing, here, chosen)
    about = About(period=in_words(here, chosen), as_of=here.as_of)
    return bullet_list(frame[frame["indicator"] == indicator], here.t, large=here.large, about=about)


def point_choices(here: Visit, chosen: Filters, indicator: str) -> dict[str, str]:
    """What a point of the trend may be; one choice where the figures are no flow, or do not add up to the headline."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    each = {PERIOD: t("Each period")}
    if not running.is_flow(row):
        return each
    periods = records(session.remembered(answers.over_periods, here, chosen, indicator))
    return ({TOTAL: t("Running total")} if running.adds_up(row, periods) else {}) | each


def points(here: Visit, chosen: Filters, indicator: str) -> str:
    """The heading of the trend and, for a flow, the choice between running total and single periods."""
    furniture.section(here.t("Over time"))
    options = session.remembered(point_choices, here, chosen, indicator)
    return choice.one_of(here.t("Show"), options, key="points") if len(options) > 1 else next(iter(options))


def over_time(here: Visit, chosen: Filters, indicator: str, point: str) -> None:
    """The trend, with the targets of the periods, the baseline and the way to the final target."""
    view = view_of("trend", chosen, indicator=indicator, points=point)
    furniture.chart(trend_of(here, chosen, indicator, point), here, view)
    for note in filter(None, (point_note(here, chosen, indicator, point), difference(here, chosen, indicator),
                              change_words(here, chosen, indicator))):  # fmt: skip
        st.text(note)


def point_note(here: Visit, chosen: Filters, indicator: str, point: str) -> str:
    """For a flow: whether a point is one period or everything up to it."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    if not running.is_flow(row):
        return ""
    if point == TOTAL:
        return here.t("Each point is everything up to then; the last one is the figure at the top.")
    return here.t("Each point is what that period added; the figure at the top adds them up.")


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


def change_words(here: Visit, chosen: Filters, indicator: str) -> str:
    """Whether the last two figures of a share differ by more than chance; "" for figures without an interval."""
    t = here.t
    periods = records(session.remembered(answers.over_periods, here, chosen, indicator))
    reported = [one for one in periods if one["actual"] is not None]
    pair = next((both for both in reversed(list(pairwise(reported))) if both[1]["change"]), None)
    if pair is None:
        return ""
    said = {"now": period_label(pair[1]["period"], t), "then": period_label(pair[0]["period"], t),
            "n": number(pair[1]["denominator"], t), "m": number(pair[0]["denominator"], t)}  # fmt: skip
    if pair[1]["change"] == "no_clear_change":
        return t("{now} against {then}: no clear evidence of a change (n = {n} and {m}).", **said)
    return t("{now} against {then}: evidence of a change (n = {n} and {m}).", **said)


def trend_of(here: Visit, chosen: Filters, indicator: str, point: str = PERIOD) -> Chart:
    """The trend of an indicator. The way to the final target and the forecast stand on the scale of the final target,
    so they are left out where each point is one period of a sum."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    frame = session.remembered(answers.over_periods, here, chosen, indicator)
    is_flow = running.is_flow(row)
    if point == TOTAL and is_flow:
        frame = pd.DataFrame(running.running_totals(records(frame)))
    is_part = chosen.partner is not None or chosen.place is not None
    is_other_scale = is_flow and point != TOTAL
    way = {} if is_other_scale or is_part else {
        "baseline": row["start_value"], "baseline_date": row["baseline_date"] or row["line_start"],
    }  # fmt: skip
    if way and frame["target"].isna().all():  # with targets for periods, those are the way
        way |= {"target": row["target"], "target_date": row["target_date"]}
    measure = {TOTAL: here.t("running total"), PERIOD: here.t("each period")}[point] if is_flow else None
    return trend(
        frame, here.t, large=here.large, about=About(as_of=here.as_of), measure=measure, breaks=breaks(here, indicator),
        ahead=None if is_other_scale else session.remembered(outlook_parts.outlook_of, here, chosen, indicator), **way,
    )  # fmt: skip


def breaks(here: Visit, indicator: str) -> list:
    """The days from which the indicator was defined otherwise."""
    return [moment.date() for moment in history.days_of_new_rules(history.definition_changes(here.store, indicator))]


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
            drawn = unit_chart(here, chosen, indicator, key)
            furniture.chart(drawn, here, view_of(f"by_{key}", chosen, indicator=indicator))
            if (frame["reason"] == small_groups.SUPPRESSED).fillna(False).any():
                st.text(hidden_words(here))


def unit_chart(here: Visit, chosen: Filters, indicator: str, dimension: str) -> Chart:
    """Its partners, places or groups beside each other; small ones hidden."""
    frame = session.remembered(answers.over_units, here, chosen, indicator, dimension)
    return by_unit(frame, here.t, dimension, large=here.large, about=About(as_of=here.as_of))


def hidden_words(here: Visit) -> str:
    """What "…" means, and how few people are too few."""
    return here.t(
        "… is hidden: fewer than {k} people, or a figure from which such a one could be worked out. A zero is shown. "
        "The same cells are hidden whatever is chosen above.", k=number(small_groups.least_shown(), here.t),
    )  # fmt: skip


def voices(here: Visit, chosen: Filters, indicator: str) -> None:
    """What people say about it: the newest quotes of those who agreed to be quoted."""
    t, found = here.t, session.remembered(answers.quotes, here, chosen, indicator, MOST_QUOTES)
    furniture.section(t("What people say"))
    voice_beside.sentence(here, chosen, indicator)
    if not found:
        st.text(t("Nobody has said anything about this indicator that may be quoted."))
    for quote in found:
        furniture.quote(quote, here)
    st.page_link("pages/voices.py", label=t("All community voices"), icon=":material/forum:")
