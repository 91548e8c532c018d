"""The list of indicators, and the page of one."""

from tests.pages.shown import words


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
    assert "stands at 3,940 people; no target was set" in words(app)


def test_every_indicator_has_a_page(open_screen, sample):
    app = open_screen("indicator", lang="en")
    for code in app.selectbox(key="indicator").options and list(_codes(app)):
        app.selectbox(key="indicator").select(code).run()
        assert not app.exception, code
        assert app.query_params["indicator"] == code


def _codes(app):
    from ui import answers, session

    store = next(iter(session._STORES.values()))
    return answers.names.names(store, "en")["indicator"]
