"""The parts of Mitra & Kemitraan about single partners: who they are, agreements, roles, who is missing."""

import streamlit as st

from charts.chart import About, Chart, foot, subtitle, table
from charts.grid import Cell, Frame, grid, telling
from charts.missing import NOT_REPORTED, records
from charts.numbers import date, number
from charts.text import clean
from data.storyboards import View
from definitions.partnership import partnership
from definitions.vocabulary import vocabulary
from locales import Translate, mark
from metrics import directory
from ui import answers, furniture, session
from ui.literal import literal
from ui.session import Visit

STANDINGS = {
    "ended": mark("✖ ended"), "ending": mark("◆ ends soon"), "none": mark("○ no agreement named"),
    "open": mark("● without an end"), "valid": mark("● in force"),
}  # fmt: skip


def has_any(here: Visit) -> bool:
    """Whether any partner was ever uploaded."""
    return not directory.partners(here.store, here.as_of).empty


def nothing_yet(here: Visit) -> None:
    """For a store without partners."""
    t = here.t
    furniture.empty(
        t("There are no partners yet"),
        t("Partners, agreements and the health of the partnership appear here as soon as a workbook with the sheet "
          "Partners has been uploaded: at least code, name and kind. The sheet Partnership survey adds how they feel "
          "about it."),
        t("Upload partners"), "pages/upload.py",
    )  # fmt: skip


def views(here: Visit) -> dict[str, str]:
    """What the page can show."""
    t = here.t
    return {"directory": t("Partners"), "roles": t("Roles"), "missing": t("Who is missing"),
            "health": t("Partnership health"), "balance": t("Balance"),
            "network": t("Who with whom")}  # fmt: skip


def about(here: Visit) -> About:
    """What the charts of this page say of themselves."""
    return About(source=here.t("workbooks of the partners"), as_of=here.as_of)


def word_of(choices: str, key: str | None, here: Visit) -> str:
    """A fixed answer in the language; what nobody fixed as it is."""
    known = vocabulary().answer(choices, key) if key else None
    return known.label(here.language) if known else key or NOT_REPORTED


def partners_known(here: Visit) -> None:
    """Agreements to see to, then every partner in a table, and the way to each one's indicators."""
    t, rows = here.t, records(directory.partners(here.store, here.as_of))
    reminders(rows, here)
    furniture.section(t.plural("{n} partner", "{n} partners", len(rows), n=number(len(rows), t)))
    kinds = {}
    for row in rows:
        kinds.setdefault(word_of("partner_kind", row["kind"], here), []).append(row)
    st.text(
        " · ".join(
            f"{kind}: {number(len(found), t)}" for kind, found in sorted(kinds.items(), key=lambda one: -len(one[1]))
        )
    )
    types(rows, here)
    cells = [
        [
            row["partner_name"],
            word_of("partner_kind", row["kind"], here),
            types_of(row, here),
            row["focus"] or NOT_REPORTED,
            row["place_name"] or NOT_REPORTED,
            agreement_words(row, t),
            programmes_of(row, here),
        ]
        for row in rows
    ]
    heads = [t("Partner"), t("Kind"), t("Partnership"), t("Focus"), t("Place"), t("Agreement"), t("Programmes")]
    furniture.text_table(table(cells, heads))  # fmt: skip
    with st.expander(t("Indicators of a partner")), st.container(horizontal=True, key="partner_ways"):
        for row in rows:
            if row["indicators"]:
                label = f"{literal(row['partner_name'])} ({number(row['indicators'], t)})"
                st.page_link("pages/indicators.py", label=label,
                             query_params={"partner": row["partner"]})  # fmt: skip


def reminders(rows: list[dict], here: Visit) -> None:
    """Agreements that have ended or end soon, the nearest first."""
    t = here.t
    waiting = sorted(
        (row for row in rows if row["standing"] in ("ended", "ending")), key=lambda row: row["agreement_end"]
    )
    none = [row["partner_name"] for row in rows if row["standing"] == "none"]
    furniture.section(
        t.plural("{n} agreement to see to", "{n} agreements to see to", len(waiting), n=number(len(waiting), t))
    )
    for row in waiting:
        st.text(clean(f"{row['partner_name']}: {agreement_words(row, t)}"))
    if not waiting:
        st.text(t("No agreement has ended or ends in the next {n} days.", n=partnership().remind_days))
    if none:
        st.text(t("Without an agreement in the sheet Partners: {partners}", partners=", ".join(none)))


def agreement_words(row: dict, t: Translate) -> str:
    """ "◆ segera berakhir: MoU 04, 15 Desember 2026 (23 hari lagi)"."""
    word, left = t(STANDINGS[row["standing"]]), row["days_left"]
    if row["agreement_end"] is None:
        return f"{word}: {row['agreement']}" if row["agreement"] else word
    time = t.plural("{n} day left", "{n} days left", left, n=number(left, t)) if left >= 0 else t.plural(
        "{n} day ago", "{n} days ago", -left, n=number(-left, t))  # fmt: skip
    near = f" ({time})" if row["standing"] in ("ended", "ending") else ""
    return f"{word}: " + ", ".join(filter(None, (row["agreement"], date(row["agreement_end"], t) + near)))


def types_of(row: dict, here: Visit) -> str:
    """The types of partnership of one partner."""
    keys = [key.strip() for key in (row["partnership_types"] or "").split(";") if key.strip()]
    return ", ".join(word_of("partnership_type", key, here) for key in keys) or NOT_REPORTED


def types(rows: list[dict], here: Visit) -> None:
    """The six types of partnership, and how many partners are in each; a partner may be in several."""
    t = here.t
    counts = {one.key: sum(one.key in (row["partnership_types"] or "").split(";") for row in rows)
              for one in vocabulary().choices["partnership_type"]}  # fmt: skip
    st.text(t("Types of partnership, several at once: {types}", types=", ".join(
        f"{word_of('partnership_type', key, here)} {number(count, t)}" for key, count in counts.items())))  # fmt: skip


def programmes_of(row: dict, here: Visit) -> str:
    """The names of the programmes that a partner acts in."""
    known = session.remembered(answers.known_names, here)["programme"]
    codes = [code.strip() for code in (row["programmes"] or "").split(",") if code.strip()]
    return ", ".join(known.get(code, code) for code in codes) or NOT_REPORTED


def roles(here: Visit) -> None:
    """Who does what in which programme, as the ledger shows it."""
    furniture.chart(role_chart(here), here, View.of("roles", {}))


def role_chart(here: Visit) -> Chart:
    """Who does what in which programme, as the ledger shows it."""
    t, rows = here.t, records(directory.roles(here.store))
    names = session.remembered(answers.known_names, here)["programme"]
    known = telling({code: names.get(code, code) for code in sorted({row["programme"] for row in rows})})
    who = telling({row["partner"]: row["partner_name"] for row in rows})
    cells = {(who[row["partner"]], known[row["programme"]]):
             Cell(len(signs(row)), role_words(row, t), " ".join(signs(row))) for row in rows}  # fmt: skip
    leads = {row["programme"] for row in rows if row["leads"]}
    title = t("No roles are known yet")
    if rows:
        title = t("{n} of {m} programmes have a lead among the partners", n=number(len(leads), t),
                  m=number(len(known), t))  # fmt: skip
    key = t("★ leads · ◆ money · ◇ in kind · ▶ carries out · ✎ reports")
    words = Frame(title, subtitle(t("Roles by partner and programme"), key),
                  foot([], about(here), t, t("as the reports show it, not as an agreement says")), t("Partner"),
                  t("Grid of partners and programmes"))  # fmt: skip
    return grid(cells, list(who.values()), list(known.values()), words, t, large=here.large, filled=False)


def signs(row: dict) -> list[str]:
    """The roles of a row as signs."""
    has = {"★": row["leads"], "◆": row["funds"], "◇": row["in_kind"], "▶": row["activities"], "✎": row["indicators"]}
    return [sign for sign, value in has.items() if value]


def role_words(row: dict, t: Translate) -> str:
    """The roles of a row in words."""
    words = {t("leads"): row["leads"], t("gives money"): row["funds"], t("gives in kind"): row["in_kind"]}
    parts = [word for word, value in words.items() if value]
    if row["activities"]:
        parts.append(t.plural("{n} activity", "{n} activities", row["activities"], n=number(row["activities"], t)))
    if row["indicators"]:
        parts.append(t("reports {n} indicators", n=number(row["indicators"], t)))
    return ", ".join(parts)


def missing(here: Visit, across: str, place: str | None) -> None:
    """Which kinds of partner are at the table of which sector or place, and which are not."""
    furniture.chart(missing_chart(here, across, place), here, View.of("missing", {"across": across, "place": place}))


def missing_chart(here: Visit, across: str, place: str | None) -> Chart:
    """Which kinds of partner are at the table of which sector or place, and which are not."""
    t = here.t
    rows = [row for row in records(directory.seats(here.store, place)) if row[across]]
    kinds = {one.key: word_of("partner_kind", one.key, here) for one in vocabulary().choices["partner_kind"]}
    column = "place_name" if across == "place" else across
    wheres = telling({row[across]: first_upper(row[column]) for row in rows})
    seats = {(where, kind): sorted({row["partner_name"] for row in rows if (row[across], row["kind"]) == (where, kind)})
             for where in wheres for kind in kinds}  # fmt: skip
    cells = {(wheres[where], kinds[kind]): Cell(len(who), ", ".join(who)) for (where, kind), who in seats.items()}
    nowhere = [word for kind, word in kinds.items() if not any(seats[where, kind] for where in wheres)]
    title = t("Every kind of partner is at some table")
    if nowhere:
        title = t("Not at any table yet: {kinds}", kinds=", ".join(nowhere))
    head = t("Sector") if across == "sector" else t("Place")
    words = Frame(title if rows else t("No activities yet"), subtitle(t("Partners of each kind"), head, t("partners")),
                  foot([], about(here), t, t("— nobody of this kind yet")), head, t("Grid of kinds"))  # fmt: skip
    order = sorted(wheres, key=lambda where: sum(bool(seats[where, kind]) for kind in kinds))
    return grid(cells, [wheres[where] for where in order], list(kinds.values()), words, t, large=here.large)


def first_upper(text: str) -> str:
    """With a capital first letter; the others as they are."""
    return text[:1].upper() + text[1:]
