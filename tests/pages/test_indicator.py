"""The list of indicators, and the page of one."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from locales import translator
from metrics import names
from tests.pages.shown import words
from ui import downloads, session
from ui.filters import Filters


def test_the_search_finds_by_words_and_by_code(open_screen, sample):
    app = open_screen("indicators", lang="en")
    app.text_input(key="search").input("water drinking").run()
    assert len(app.dataframe[0].value) == 1
    app.text_input(key="search").input("giz").run()
    assert list(app.dataframe[0].value["Code"]) == ["GIZI-01", "GIZI-03", "GIZI-02"]
    app.text_input(key="search").input("<b>zzz</b>").run()
    assert "No indicator has “<b>zzz</b>”" in words(app)


def test_the_address_opens_an_indicator(open_screen, sample):
    app = open_screen("indicator", indicator="AIR-01", lang="en")
    assert app.title[0].value == "People with access to safe drinking water"
    assert "On track. People with access to safe drinking water rose from 18,450 to 35,625 people" in words(app)


def test_the_formula_stands_with_the_numbers_of_this_indicator(open_screen, sample):
    app = open_screen("indicator", indicator="AIR-01", lang="en")
    assert "(35,625 − 18,450) / (52,000 − 18,450) = 51.2%" in words(app)


def test_only_a_high_predikat_of_an_open_target_is_warned_of(open_screen, sample):
    """The predikat of stunting is very high and its target open; a met target and a low predikat need no such words."""
    warning = "A high predikat does not say that the target is reached."
    assert warning in words(open_screen("indicator", indicator="GIZI-01", lang="en"))
    for code in ("PER-02", "PER-03"):
        assert warning not in words(open_screen("indicator", indicator=code, lang="en")), code


def test_every_number_says_which_cell_it_came_from(open_screen, sample):
    app = open_screen("indicator", indicator="AIR-01", lang="en")
    cells = app.dataframe[0].value["Where it stands"]
    assert (cells.str.startswith("contoh-forum-jateng-diy.xlsx › ")).all()
    assert len(cells) == 14  # baseline, final target, target, and eleven places of twelve


def test_an_address_of_an_indicator_that_nobody_knows_says_so_and_offers_the_list(open_screen, sample):
    app = open_screen("indicator", indicator="<script>", lang="en")
    assert not app.exception
    assert "There is no indicator with the code “<script>”" in words(app)
    assert "All indicators" in words(app)


def test_another_period_shows_its_own_cells(open_screen, sample):
    app = open_screen("indicator", indicator="AIR-01", period="2025-Q1", lang="en")
    assert set(app.dataframe[0].value["Period"]) == {"", "Q1 2025"}


def test_a_place_shows_its_own_figures(open_screen, sample):
    app = open_screen("indicator", indicator="AIR-01", place="33.22", lang="en")
    assert not app.exception
    assert ": at 3,940 people; no target was set" in words(app)


def test_every_indicator_has_a_page(open_screen, sample):
    app = open_screen("indicator", lang="en")
    codes = list(names.names(session.opened_store(), "en")["indicator"])
    assert len(codes) == 20
    for code in codes:
        app.selectbox(key="indicator").select(code).run()
        assert not app.exception, code
        assert app.query_params["indicator"] == code


def test_three_judgements_stand_apart(open_screen, sample):
    """Stunting: a very high predikat, a target that is not reached, and not on track, all at once."""
    shown = words(open_screen("indicator", indicator="GIZI-01", lang="en"))
    assert "● Very high" in shown and "Capaian to date 92%: 20.3%, with 18.9% expected by now." in shown
    assert "▽ Not reached yet" in shown and "20.3%; the target is 14% by 31 December 2027." in shown
    assert "20.3%, with 18.9% expected by now: 74% of the way that should be gone." in shown


def test_the_forecast_says_what_is_needed(open_screen, sample):
    shown = words(open_screen("indicator", indicator="AIR-01", lang="en"))
    assert "If it goes on like this: 46,570 people on 31 December 2027" in shown
    assert "Needed from now on: +3,073 people each quarter. So far it has been +2,410 people each quarter." in shown
    assert "1 period is left out because not all reports are in." in shown


def test_noise_between_two_quarters_is_called_so(open_screen, sample):
    shown = words(open_screen("indicator", indicator="GIZI-01", lang="en"))
    assert "Q3 2026 against Q2 2026: no clear evidence of a change (n = 5,695 and 6,593)." in shown


def test_a_flow_can_be_seen_as_a_total_or_by_period(open_screen, sample):
    app = open_screen("indicator", indicator="VOK-01", lang="en")
    assert "Q3 2026: 911 of 940 people" in words(app)
    app.segmented_control(key="points").select("period").run()
    assert not app.exception
    assert "Q3 2026: 108 of 165 people" in words(app)
    assert app.query_params["points"] == "period"


def test_few_people_of_a_group_are_hidden_on_every_table(open_screen, sample):
    """The polytechnic trained one or two older women in one place: neither chart, table nor list of cells says so."""
    app = open_screen("indicator", indicator="VOK-01", partner="POLKA", place="33.08", lang="en")
    assert not app.exception
    shown = words(app)
    assert "fewer than 11 people" in shown
    groups = next(table.value for table in app.table if "Group" in table.value.columns)
    figures = set(groups["Actual"])
    assert "…" in figures
    assert all(int(one.split()[0]) == 0 or int(one.split()[0]) >= 11 for one in figures - {"…", "—", "n.a."})
    cells = app.dataframe[0].value
    assert set(cells.loc[cells["Group"] != "", "Figure"]) == {"…"}


def test_people_of_several_partners_have_bounds_and_a_rule(open_screen, sample):
    shown = words(open_screen("indicator", indicator="VOK-01", lang="en"))
    assert "911 people by the rule below; at least 478, at most 911, since 4 partners may have met the same" in shown
    assert "Rule (OCHA, IASC)" in shown


def test_another_scheme_stays_in_the_address_and_speaks_its_own_words(open_screen, sample):
    app = open_screen("indicator", indicator="AIR-02", lang="id")
    app.selectbox(key="scheme").select("pepfar_75_90_110").run()
    assert not app.exception
    assert app.query_params["scheme"] == "pepfar_75_90_110"
    assert "◆ Berisiko" in words(app)


def test_the_chart_data_hold_what_the_page_holds(store_file, sample):
    store = session.opened_store()
    here = session.Visit(store, store.version(), date(2026, 11, 22), translator("en"))
    chosen = Filters(partner="POLKA", place="33.08")
    book = load_workbook(BytesIO(downloads.indicator_book(here, chosen, "VOK-01", "total")))
    assert book.sheetnames[:2] == ["Standing", "Over time"]
    groups = [row[1].value for row in book["By group"].iter_rows(min_row=2)]
    assert "…" in groups
