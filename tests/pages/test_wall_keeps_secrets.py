"""What a public may not see is on no view of the wall: unapproved words, sensitive complaints, figures of few."""

from datetime import date

import pytest

from data.coding import approve_all
from data.intake import load
from data.storyboards import Step, View, create
from data.template import write_template
from locales import translator
from metrics.engine import open_measured
from tests.conftest import rows_of
from tests.pages.shown import texts
from ui import meeting_parts, session, view_kinds
from ui.filters import Filters
from ui.session import Visit

DAY = date(2026, 11, 22)
PEOPLE = {("33.22", "sex=f"): 431, ("33.22", "sex=m"): 8, ("33.04", "sex=f"): 307, ("33.04", "sex=m"): 259}
SECRETS = ("JANGAN DIKUTIP", "TANPA PERSETUJUAN", "TEMPAT KECIL", "dilecehkan")


def said(text: str, place: str = "33.22", **more) -> dict:
    return {"date": date(2026, 3, 1), "text": text, "place": place, "consent": "ya", "rating": 3, "sex": "P"} | more


@pytest.fixture
def secretive(store_file, tmp_path):
    """A store with words that nobody approved, a sensitive complaint, a place of few voices, and a group of few."""
    sheets = {
        "indicators": [{"code": "O", "name": "Peserta", "level": "outcome", "unit": "orang", "measure": "number",
                        "direction": "up", "over_time": "sum", "over_units": "sum", "baseline": 0, "target": 2000,
                        "target_date": date(2027, 12, 31), "baseline_date": date(2024, 12, 31), "key": "ya"}],
        "results": [("O", "2025", value, "A", place, group) for (place, group), value in PEOPLE.items()],
        "feedback": [*(said(f"Boleh dikutip {n}") for n in range(30)), said("TANPA PERSETUJUAN", consent="tidak"),
                     *(said("Boleh dikutip di sini", "33.09") for _n in range(12)),
                     *(said("TEMPAT KECIL", "33.04") for _n in range(3)),
                     *(said(f"Saya dilecehkan petugas {n}") for n in range(12))],
    }  # fmt: skip
    later = {"feedback": [said("JANGAN DIKUTIP")]}
    store = open_measured(store_file)
    for number, one in enumerate((sheets, later)):
        path = tmp_path / f"{number}.xlsx"
        write_template(path, "id", {key: rows_of(key, rows) for key, rows in one.items()})
        assert load(store, [path])[0].upload_id == number + 1
        if number == 0:
            approve_all(store, 1, decided_by="uji")
    store.close()


def drawn(view: View) -> str:
    """Everything that a chart carries into the browser."""
    here = Visit(session.opened_store(), 2, DAY, translator("id"), large=True)
    chart = view_kinds.chart_of(here, view)
    if chart is None:
        return ""
    narrow = chart.narrow.to_json() if chart.narrow is not None else ""  # for the phones in the room
    return " ".join((chart.figure.to_json(), narrow, chart.title, chart.subtitle, chart.source, chart.alt))


def test_no_view_of_the_wall_says_what_a_public_may_not_see(open_screen, secretive):
    app = open_screen("meeting", lang="id")
    everything = []
    asked = ({}, {"place": "33.22"}, {"place": "33.04"}, {"indicator": "O"}, {"indicator": "O", "place": "33.22"})
    for choices in asked:
        for kind in view_kinds.CHARTS:
            found = drawn(View.of(kind, choices))
            everything.append(found)
            if choices.get("indicator") and choices.get("place"):
                assert "431" not in found, kind  # with the total of the place it would tell how many men there are
    here = Visit(session.opened_store(), 2, DAY, translator("id"), large=True)
    voices = [Step(View.of("voices", {"place": place})) for place in ("33.22", "33.04")]
    steps = (*meeting_parts.composed(here, Filters(), with_open=True), *voices)
    create(session.opened_store(), "Semua", steps)
    app = open_screen("meeting", lang="id", storyboard="1")
    for number in range(len(steps)):
        assert not app.exception, steps[number]
        everything.append(" ".join(texts(app)))
        if number < len(steps) - 1:
            app.button(key="next").click().run()
    whole = " ".join(everything)
    assert "Boleh dikutip" in whole and "Peserta" in whole
    assert [secret for secret in SECRETS if secret in whole] == []
