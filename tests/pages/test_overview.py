"""Ringkasan: the finding, the list, the filters."""

import itertools

import pytest

from definitions.schemes import schemes
from tests.pages.shown import words


def test_the_headline_counts_what_is_met_on_track_and_worse(open_screen, sample):
    assert "12 of 18 indicators are met or on track; 1 is getting worse." in words(open_screen(lang="en"))


def test_a_sentence_says_from_where_to_where_and_what_should_be(open_screen, sample):
    sentence = "Prevalence of stunting among under-fives fell from 24.5% to 20.3%, but should be at 18.9% by now."
    assert sentence in words(open_screen(lang="en"))


def test_a_partner_chosen_leaves_only_what_it_works_on(open_screen, sample):
    app = open_screen(lang="en")
    app.selectbox(key="partner").select("UKP").run()
    assert not app.exception
    assert app.query_params["partner"] == "UKP"
    assert "Q3 2026 · all programmes · Unit Kemitraan Pembangunan Serayu–Merapi · all places" in words(app)


def test_the_choice_survives_a_change_of_page(open_screen, sample):
    app = open_screen(programme="AIR", lang="en")
    app.switch_page("pages/indicators.py")
    app.query_params.clear()  # as Streamlit does when a reader follows the menu
    app.run()
    assert app.selectbox(key="programme").value == "AIR"
    assert app.query_params["programme"] == "AIR"
    assert len(app.dataframe[0].value) == 5


def test_an_address_with_codes_nobody_knows_shows_everything(open_screen, sample):
    app = open_screen(programme="'; drop table results", place="99.99", show="nothing", lang="en")
    assert not app.exception
    assert "12 of 18 indicators" in words(app)


def test_a_choice_without_data_offers_the_way_back(open_screen, sample):
    app = open_screen(programme="AIR", partner="RESIK", lang="en")
    assert "No indicator has targets or results for this choice" in words(app)
    app.button(key="no_filters").click().run()
    assert "12 of 18 indicators" in words(app)


def test_the_list_can_show_one_status(open_screen, sample):
    app = open_screen(show="worsening", lang="en")
    assert len(app.table[0].value) == 1
    assert "Children weighed" in app.table[0].value.iloc[0, 0]


def test_partners_that_are_late_are_named(open_screen, sample):
    assert "Q3 2026 is still incomplete from: PT Kainara Mitra Busana" in words(open_screen(lang="en"))


def test_the_difference_that_a_scheme_makes_is_counted(open_screen, sample):
    """Under the five-step predikat 17 do well; under the usual bands 8 are on track and 4 are met."""
    app = open_screen(scheme="permendagri_86", lang="en")
    assert not app.exception
    shown = words(app)
    assert "17 of 18 indicators are “Very high / High”." in shown
    assert "8 indicators change their status under Predikat (Permendagri 86/2017)." in shown


def test_a_scheme_that_nobody_knows_is_the_usual_one(open_screen, sample):
    app = open_screen(scheme="'; drop table results", lang="en")
    assert not app.exception
    assert "12 of 18 indicators are met or on track" in words(app)


def test_each_programme_remembers_its_scheme(open_screen, sample):
    app = open_screen(programme="AIR", lang="en")
    app.selectbox(key="scheme").select("tola_15").run()
    app.selectbox(key="programme").select("GIZI").run()
    assert app.selectbox(key="scheme").value == "sdg_95_60_0"
    app.selectbox(key="programme").select("AIR").run()
    assert app.selectbox(key="scheme").value == "tola_15"
    assert app.query_params["scheme"] == "tola_15"


def test_a_programme_in_one_figure_never_hides_its_worst_part(open_screen, sample):
    app = open_screen(lang="en")
    assert not any("Index" in table.value.columns for table in app.table)  # folded away, and not even sent
    app.session_state["more"] = True
    app.run()
    table = next(table.value for table in app.table if "Index" in table.value.columns)
    found = table[table["Programme"].str.contains("Stunting")].iloc[0]
    assert found["Known"] == "3 of 3"
    assert found["Worst part"].replace("\\", "").startswith("Children weighed at the posyandu")


def test_people_reached_stand_between_bounds(open_screen, sample):
    app = open_screen(lang="en")
    app.session_state["more"] = True
    app.run()
    table = next(table.value for table in app.table if "At least" in table.value.columns)
    row = table[table["Indicator"].str.contains("completed training")].iloc[0]
    assert (row["At least"], row["Estimate"], row["At most"]) == ("478", "911", "911")


@pytest.mark.parametrize(("key", "language"), list(zip(schemes(), itertools.cycle(("id", "en")))))
def test_every_scheme_can_be_chosen_on_every_screen_that_judges(open_screen, sample, key, language):
    for page in ("overview", "indicators", "indicator", "meeting"):
        assert not open_screen(page, scheme=key, lang=language, indicator="AIR-03").exception
