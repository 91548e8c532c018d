"""Data & methods: examples that the formulas work out, definitions to search, who has not reported, the log."""

import pytest

from data.ledger import undo
from definitions.schemes import scheme
from metrics.examples import worked_examples
from metrics.published import published_numbers
from tests.pages.shown import words
from ui import session


@pytest.fixture
def page(open_screen, sample):
    return open_screen("methods", lang="en")


def test_the_examples_are_worked_out_by_the_formulas(page):
    made = worked_examples(session.opened_store(), scheme())
    assert {name: float(value) for name, value in made.items()} == pytest.approx({
        "progress": 0.5, "achievement": 0.75, "capaian_up": 0.75, "capaian_down": 1.1, "expected": 30, "on_track": 0.8,
        "keep": 1, "ratio": 0.55, "mean_of_shares": 0.5, "share": 0.4, "share_low": 0.2459, "share_high": 0.5768,
        "index": 0.5, "uncapped": 0.5667,
    }, abs=1e-4)  # fmt: skip
    shown = words(page)
    assert "(30 − 40) / (20 − 40) = 50%" in shown
    assert "(2 × 20 − 18) / 20 = 110%" in shown
    assert "on track from 95%" in shown


def test_a_search_narrows_the_definitions(page):
    page.text_input(key="definition_search").set_value("stunting").run()
    assert not page.exception
    tables = [table.value for table in page.table if "Rules" in table.value.columns]
    assert len(tables) == 1
    assert len(tables[0]) < 4


def test_a_search_without_a_hit_leaves_no_hole(page):
    page.text_input(key="definition_search").set_value("xyzzy").run()
    assert not page.exception
    assert "0 indicators" in words(page)


def test_who_has_not_reported_is_named(page):
    assert "Reports for Q3 2026 that are still to come: PT Kainara Mitra Busana" in words(page)


def test_every_cell_of_an_indicator_can_be_followed(page):
    box = page.selectbox(key="origin")
    box.set_value(box.proto.options and "AIR-01").run()
    assert not page.exception
    assert "figures speak of this" in words(page)


def test_an_undo_and_its_reason_stand_in_the_log(page):
    undo(session.opened_store(), 1, reason="salah berkas")
    page.run()
    assert "undone" in words(page)
    assert "salah berkas" in words(page)


def test_published_numbers_are_worked_out_on_request_with_their_sources(open_screen, sample):
    app = open_screen("methods", lang="id")
    app.button(key="verify").click().run(timeout=60)
    assert not app.exception
    shown = words(app)
    assert "sama dengan yang terbit" in shown
    assert "Fagerland, Lydersen and Laake 2015: 7/34 against 1/34" in shown
    found = published_numbers()
    assert f"{int((found['kind'] == 'published').sum())}" in shown
    assert shown.count("✔") == len(found)


def test_every_scheme_stands_with_its_bands(page):
    shown = words(page)
    for name in ("Tola ±15%", "PEPFAR 75/90/110", "Global Fund rating", "Akvo 49/85", "Predikat (Permendagri 86/2017)"):
        assert name in shown
    assert "above 115%" in shown


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_store_still_explains_the_formulas(open_screen, empty, language):
    app = open_screen("methods", lang=language)
    assert not app.exception
    assert len(app.get("latex")) or "50%" in words(app)


def test_what_deserves_a_second_look_names_its_cell(page):
    """The sample has a total of 22 beside girls and boys who are 19 (F657). The boys are 8: no figure is told.
    Tons of waste are no secret: 205 in F1601, where 119 is usual."""
    found = next(frame.value for frame in page.dataframe if "What was found" in frame.value.columns)
    row = found[found["Where it stands"].str.endswith("› Realisasi › F657")].iloc[0]
    assert row["What was found"] == "The total is …, but its parts by sex add up to …."
    row = found[found["Where it stands"].str.endswith("› Realisasi › F1601")].iloc[0]
    assert "205" in row["What was found"] and "119" in row["What was found"]


def test_nothing_is_said_of_speed_before_a_period_has_ended(page):
    assert "Nothing can be said yet: no period has ended since the first upload" in words(page)
