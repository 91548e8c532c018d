"""Storyboards: from the link under a chart to the wall, and back next quarter."""

from datetime import date, datetime
from urllib.parse import parse_qsl

import pytest

from data.actions import take
from data.store import run
from data.storyboards import Step, View, create, storyboards
from locales import translator
from tests.pages.shown import words
from ui import session, view_kinds
from ui.session import Visit

SCREENS = [
    ("overview", {"show": "all", "programme": "GIZI"}),
    ("indicator", {"indicator": "GIZI-01", "partner": "GEMATI"}),
    ("places", {"view": "map"}), ("places", {"view": "matrix", "programme": "GIZI"}), ("places", {"view": "calendar"}),
    ("voices", {"theme": "manfaat"}), ("contributions", {}),
    ("partners", {"part": "roles"}), ("partners", {"part": "missing"}), ("partners", {"part": "health"}),
    ("partners", {"part": "balance"}), ("partners", {"part": "network"}),
]  # fmt: skip


def links(app) -> list[dict[str, str]]:
    """What every link "Add to the meeting" on the screen asks for."""
    found = [dict(parse_qsl(one.proto.query_string)) for one in app.get("page_link")]
    return [asked for asked in found if "add" in asked]


def wall(store) -> Visit:
    return Visit(store, 1, date(2026, 11, 22), translator("en"), large=True)


def test_every_chart_of_every_screen_can_be_shown_again(open_screen, sample):
    app, drawn = None, 0
    for screen, address in SCREENS:
        app = open_screen(screen, lang="en", **address)
        assert not app.exception, (screen, address)
        titles = words(app)
        asked = links(app)
        charts = {one.proto.id for one in app.get("plotly_chart")}
        assert asked and len(charts) >= len(asked), (screen, address)
        for one in asked:
            view = View.of(one.pop("add"), one)
            assert {name for name, _value in view.choices} <= set(view_kinds.CHOICES)
            chart = view_kinds.chart_of(wall(session.opened_store()), view)
            assert chart is not None and chart.subtitle in titles, view
            assert chart.figure.layout.font.size == 29
            drawn += 1
    assert drawn > 20


def test_a_chart_is_added_ordered_renamed_shown_and_removed(open_screen, sample):
    app = open_screen("storyboards", lang="en", add="trend", indicator="GIZI-01")
    assert "Prevalence of stunting among under-fives" in words(app)
    app.text_input(key="adding_heading").set_value("Are fewer children stunted?")
    app.text_area(key="adding_note").set_value("Ask the posyandu first")
    app.button(key="FormSubmitter:adding_form-Add").click().run()
    assert "Please give the storyboard a name." in words(app)
    app.text_input(key="adding_name").set_value("Quarterly meeting")
    app.button(key="FormSubmitter:adding_form-Add").click().run()
    assert not app.exception
    assert "add" not in app.query_params and app.query_params["storyboard"] == "1"

    app = open_screen("storyboards", lang="en", add="map", storyboard="1")
    app.button(key="FormSubmitter:adding_form-Add").click().run()
    app.button(key="up_1").click().run()
    assert "1\\. Partners by province" in "\n".join(one.value for one in app.markdown).replace("**1.", "1\\.")
    app.text_input(key="storyboard_name_1").set_value("Rapat pleno").run()
    app.button(key="storyboard_rename_keep").click().run()
    (kept,) = storyboards(session.opened_store())
    assert (kept.name, [step.view.kind for step in kept.steps]) == ("Rapat pleno", ["map", "trend"])

    app = open_screen("meeting", lang="en", storyboard="1", slide="2")
    assert [one.value for one in app.header] == ["Are fewer children stunted?"]
    assert "Ask the posyandu first" not in words(app)
    app.button(key="note").click().run()
    assert "Ask the posyandu first" in words(app)

    app = open_screen("storyboards", lang="en", storyboard="1")
    app.button(key="remove_0").click().run()
    app.button(key="storyboard_remove_yes").click().run()
    assert storyboards(session.opened_store()) == []
    assert "Composed by itself" in words(app)


def test_what_somebody_wrote_is_never_lost_without_a_word(open_screen, sample):
    open_screen("overview")
    create(session.opened_store(), "Pleno", [Step(View.of("map", {}))])
    app = open_screen("storyboards", lang="en", add="trend", indicator="GIZI-01")
    app.text_input(key="adding_name").set_value("Rapat baru")
    app.text_input(key="adding_heading").set_value("a" * 130)
    app.button(key="FormSubmitter:adding_form-Add").click().run()
    assert "also wrote a new name, “Rapat baru”" in app.warning[0].value
    app.text_input(key="adding_name").set_value("")
    app.button(key="FormSubmitter:adding_form-Add").click().run()
    assert "“Heading” has 130 characters; there is room for 120." in app.warning[0].value
    assert app.text_input(key="adding_heading").value == "a" * 130
    assert [len(one.steps) for one in storyboards(session.opened_store())] == [1]


def test_ones_own_storyboard_opens_with_what_is_still_open_too(open_screen, sample):
    open_screen("overview")
    store = session.opened_store()
    create(store, "Pleno", [Step(View.of("map", {}))])
    take(store, "Tambah kader", "Bu Siti", date(2026, 12, 31), "Ani")
    with store.writing() as cursor:
        run(cursor, "update actions set taken_at = $then::timestamp", {"then": datetime(2026, 9, 1)})
    app = open_screen("meeting", storyboard="1", lang="en")
    assert "Tambah kader" in words(app) and "1 of 2" in words(app)


def test_the_composed_order_is_kept_under_a_name(open_screen, sample):
    app = open_screen("storyboards", lang="en")
    app.text_input(key="storyboard_copy_name").set_value("Rapat TW IV").run()
    app.button(key="storyboard_copy_keep").click().run()
    assert not app.exception
    (kept,) = storyboards(session.opened_store())
    kinds = [step.view.kind for step in kept.steps]
    assert kinds == ["finding", "bullets", "bullets", "works", "attention", "trend", "trend", "voices", "overlaps",
                     "completeness", "agreed"]  # fmt: skip
    assert app.query_params["storyboard"] == "1"


@pytest.mark.parametrize("address", [
    {"add": "trend"}, {"add": "bullets", "programme": "TIDAK-ADA", "scheme": "x", "storyboard": "²"}])  # fmt: skip
def test_the_address_may_say_nonsense(open_screen, sample, address):
    app = open_screen("storyboards", lang="en", **address)
    assert not app.exception


def test_what_is_no_longer_there_is_said_and_not_replaced_by_everything(open_screen, sample):
    open_screen("overview")  # opens the store
    here, gone = wall(session.opened_store()), {"indicator": "HILANG", "programme": "HILANG"}
    assert [kind for kind in view_kinds.CHARTS if view_kinds.chart_of(here, View.of(kind, gone))] == []
    steps = [Step(View.of(kind, gone)) for kind in ("trend", "finding", "voices", "dari-versi-lain")]
    create(session.opened_store(), "Lama", steps)
    app = open_screen("meeting", lang="en", storyboard="1")
    for number in range(len(steps)):
        assert not app.exception
        assert "There is nothing to show for this choice at the moment." in words(app), steps[number]
        if number < len(steps) - 1:
            app.button(key="next").click().run()
