"""Joint fundraising on Dana & Kontribusi: goal, raised, donors; each campaign in its own currency."""

import streamlit as st

from charts.missing import records
from charts.numbers import date, money, number, percent
from locales import mark
from metrics import contributions as given
from ui import answers, furniture, session
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit

STANDINGS = {
    "reached": mark("▲ goal reached"), "running": mark("● running"), "ended": mark("◆ ended short of the goal"),
    "planned": mark("○ not begun"),
}  # fmt: skip


def campaigns(here: Visit, chosen: Filters) -> None:
    """Joint fundraising: goal, raised, donors, each in its own currency."""
    t = here.t
    rows = records(given.campaigns(here.store, here.as_of, chosen.programme))
    furniture.section(t("Raised together"))
    if not rows:
        st.text(t("No joint fundraising campaign has been uploaded (sheet Campaigns)."))
        return
    for row in rows:
        campaign(row, here)


def campaign(row: dict, here: Visit) -> None:
    """One campaign: a bar towards its goal, and the figures in words."""
    t, known = here.t, session.remembered(answers.known_names, here)["partner"]
    donors = int(row["donors"] or 0)
    raisers = [known.get(code.strip(), code.strip()) for code in (row["partners"] or "").split(";") if code.strip()]
    with st.container(border=True):
        st.markdown(f"**{literal(row['name'])}** · {literal(t(STANDINGS[row['standing']]))}")
        said = t("{raised} of {goal} raised ({percent})", raised=money(row["raised"], row["currency"], t),
                 goal=money(row["goal"], row["currency"], t), percent=percent(row["raised_share"], t))  # fmt: skip
        st.progress(min(max(row["raised_share"] or 0.0, 0.0), 1.0), text=literal(said))
        parts = [
            t.plural("{n} donor", "{n} donors", donors, n=number(donors, t)) if donors else "",
            t("mean gift {amount}", amount=money(whole(row["mean_gift"]), row["currency"], t)) if donors else "",
            t("by {partners}", partners=", ".join(raisers)) if raisers else "", row["channel"] or "",
            f"{date(row['start'], t)} – {date(row['end'], t) if row['end'] else t('until further notice')}",
            t.plural("{n} day left", "{n} days left", row["days_left"], n=number(row["days_left"], t))
            if row["standing"] == "running" and row["days_left"] is not None else "",
        ]  # fmt: skip
        st.caption(literal(" · ".join(filter(None, parts))))


def whole(amount: float | None) -> float | None:
    """An amount without its cents from a hundred on."""
    return round(amount) if amount and abs(amount) >= 100 else amount
