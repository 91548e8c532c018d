"""The parts of Tempat & Kegiatan: the map, the matrix, the calendar, and the list of activities with their cells."""

import pandas as pd
import streamlit as st

from charts.calendar import calendar, standing, who
from charts.chart import About, Chart, foot, subtitle, table
from charts.grid import Cell, Frame, grid, telling
from charts.missing import NOT_REPORTED, records
from charts.numbers import date, number
from charts.place_tiles import place_tiles
from charts.tiles import province_map
from metrics import places
from ui import answers, furniture, session
from ui.filters import Filters, view_of
from ui.session import Visit

MOST_ACTIVITIES = 300


def where(chosen: Filters) -> dict[str, str | None]:
    """Programme, partner and place of the choice."""
    return {"programme": chosen.programme, "partner": chosen.partner, "place": chosen.place}


def has_any(here: Visit) -> bool:
    """Whether any activity or need was ever uploaded."""
    return not places.activities(here.store, here.as_of).empty or not places.gaps(here.store, here.as_of).empty


def nothing_yet(here: Visit) -> None:
    """For a store without activities and needs."""
    t = here.t
    furniture.empty(
        t("There are no activities yet"),
        t("Who does what where appears here as soon as a workbook with the sheet Activities has been uploaded: at "
          "least partner, activity, place and start. With the sheet Needs, places that nobody serves are shown too."),
        t("Upload activities"), "pages/upload.py",
    )  # fmt: skip


def views(here: Visit, chosen: Filters) -> dict[str, str]:
    """What the page can show, with counts where there is something to decide."""
    t = here.t
    counts = session.remembered(open_cases, here, chosen, decisions_made(here))
    return {
        "map": t("Map"), "matrix": t("Places and sectors"), "calendar": t("Calendar"),
        "overlaps": f"{t('Overlaps')} ({number(counts['overlap'], t)})",
        "gaps": f"{t('Gaps')} ({number(counts['gap'], t)})", "activities": t("Activities"),
    }  # fmt: skip


def decisions_made(here: Visit) -> int:
    """How many decisions about overlaps and gaps there are: changes with each."""
    return len(places.decisions(here.store))


def open_cases(here: Visit, chosen: Filters, _decisions: int) -> dict[str, int]:
    """How many overlaps and gaps nobody has decided about."""
    found = places.overlaps(here.store, here.as_of, **where(chosen))
    unmet = places.gaps(here.store, here.as_of, **where(chosen))
    alone = found[found["decision"] == places.OPEN].drop_duplicates(["case_key", "run"])
    return {"overlap": len(alone), "gap": int((unmet["decision"] == places.OPEN).sum())}


def about(here: Visit, chosen: Filters) -> About:
    """What the charts of this page say of themselves."""
    known = session.remembered(answers.known_names, here)
    words = [known.get(kind, {}).get(code, code) for kind, code in where(chosen).items() if code]
    return About(place=subtitle(*words) or None, source=here.t("activities sent in by the partners"), as_of=here.as_of)


def map_of_provinces(here: Visit, chosen: Filters) -> None:
    """Who is in which province, and in each of them the places with anybody."""
    furniture.chart(province_chart(here, chosen), here, view_of("map", chosen))
    furniture.chart(tiles_chart(here, chosen), here, view_of("place_tiles", chosen))


def province_chart(here: Visit, chosen: Filters) -> Chart:
    """How many partners are in each province."""
    found = places.provinces(here.store, programme=chosen.programme, partner=chosen.partner)
    return province_map(found, here.t, large=here.large, about=about(here, chosen))


def tiles_chart(here: Visit, chosen: Filters) -> Chart:
    """How many partners are in each place."""
    found = places.by_place(here.store, here.as_of, **where(chosen))
    return place_tiles(found, here.t, large=here.large, about=about(here, chosen))


def presence(here: Visit, chosen: Filters) -> tuple[list[dict], dict[str, str], dict[str, str]]:
    """Rows of who is where in which sector; the heads of the sectors; the names of the places."""
    rows = records(places.presence(here.store, here.as_of, **where(chosen)))
    heads = {sector: sector.capitalize() or here.t("no sector") for sector in sorted({row["sector"] for row in rows})}
    return rows, heads, telling({row["place"]: row["place_name"] for row in rows})


def matrix(here: Visit, chosen: Filters) -> None:
    """Places down, sectors across: how many partners work there; a table names them."""
    t, (rows, heads, names) = here.t, session.remembered(presence, here, chosen)
    furniture.chart(matrix_chart(here, chosen), here, view_of("matrix", chosen))
    with st.expander(t("Who works there")):
        listed = [[names[row["place"]], heads[row["sector"]], row["who"], number(row["activities"], t),
                   number(row["running"], t)] for row in rows]  # fmt: skip
        furniture.text_table(table(listed, [t("Place"), t("Sector"), t("Partners"), t("Activities"), t("Under way")]))


def matrix_chart(here: Visit, chosen: Filters) -> Chart:
    """Places down, sectors across: how many partners work there."""
    t, known_about = here.t, about(here, chosen)
    rows, heads, names = session.remembered(presence, here, chosen)
    there = {place: sum(row["partners"] for row in rows if row["place"] == place) for place in names}
    cells = {(names[row["place"]], heads[row["sector"]]): Cell(row["partners"], row["who"]) for row in rows}
    title = t("No activities in this selection")
    if rows:
        alone = sum(row["partners"] == 1 for row in rows)
        title = t("In {n} of {m} cells with anybody, one partner works alone", n=number(alone, t),
                  m=number(len(rows), t))  # fmt: skip
    words = Frame(title, subtitle(t("Partners by place and sector"), known_about.place, t("partners")),
                  foot([], known_about, t, t("— nobody; that is not to say that nobody is needed")),
                  t("Place"), t("Grid of places and sectors"))  # fmt: skip
    order = sorted(names, key=lambda place: (-there[place], names[place]))
    return grid(cells, [names[place] for place in order], list(heads.values()), words, t, large=here.large)


def calendar_of(here: Visit, chosen: Filters) -> None:
    """When partners do what."""
    furniture.chart(calendar_chart(here, chosen), here, view_of("calendar", chosen))


def calendar_chart(here: Visit, chosen: Filters) -> Chart:
    """When partners do what."""
    found = places.activities(here.store, here.as_of, **where(chosen))
    return calendar(found, here.t, here.as_of, large=here.large, about=about(here, chosen))


def listed(here: Visit, chosen: Filters) -> None:
    """Every activity with its figures, and the cell that it stands in."""
    t = here.t
    rows = records(places.activities(here.store, here.as_of, **where(chosen)))
    frame = pd.DataFrame([{
        t("Activity"): row["activity"], t("Partner"): who(row), t("Place"): row["place_name"] or NOT_REPORTED,
        t("For whom"): row["people_group"] or NOT_REPORTED, t("Start"): date(row["start"], t),
        t("End"): date(row["end"], t) if row["end"] else t("until further notice"), t("Status"): standing(row, t),
        t("Planned"): number(row["planned"], t), t("Reached"): number(row["reached"], t),
        t("Comes from"): f"{row['file_name']} › {row['sheet']} › {row['cell']}",
    } for row in rows[:MOST_ACTIVITIES]])  # fmt: skip
    st.caption(t.plural("{n} activity", "{n} activities", len(rows), n=number(len(rows), t)))
    st.dataframe(frame, hide_index=True, alt=t("Activities with their figures and cells"), height="content")


def ways(here: Visit, chosen: Filters) -> None:
    """From here to the voices and the indicators of what was chosen."""
    t = here.t
    with st.container(horizontal=True, key="places_ways"):
        if chosen.place:
            st.page_link("pages/voices.py", label=t("Voices from this place"), icon=":material/forum:",
                         query_params={"place": chosen.place})  # fmt: skip
        if chosen.partner:
            st.page_link("pages/indicators.py", label=t("Indicators of this partner"), icon=":material/checklist:",
                         query_params={"partner": chosen.partner})  # fmt: skip
