"""Ringkasan: the finding, the list, the filters."""

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
