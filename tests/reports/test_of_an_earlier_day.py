"""A report of an earlier day says what it would have said if nothing of later days had ever been sent in."""

import re
from datetime import date

import pytest

from data import coding
from reports.asked import Asked
from reports.content import content_of
from reports.forms import FORMS

DAY = date(2025, 6, 30)


def money(period, partner, delivered, **differs):
    return {"partner": partner, "programme": "P", "period": period, "kind": "money", "pledged": 100.0,
            "delivered": delivered, "currency": "IDR"} | differs  # fmt: skip


def voice(day, text, **differs):
    return {"date": day, "programme": "P", "channel": "survey", "rating": 4, "text": text, "theme": "access",
            "consent": True} | differs  # fmt: skip


THEN = {
    "contributions": [money("2025-Q1", "A", 40.0), money("2025", "B", 30.0), money("2025-Q2", "B", 5.0, kind="goods")],
    "results": [("W", "2025-Q1", 10, "A"), ("W", "2025-Q2", 12, "A"), ("W", "2025-Q1", 3, "B")],
    "feedback": [voice(date(2025, 3, 1 + n), f"Airnya mengalir {n}") for n in range(12)],
    "activities": [
        {
            "partner": "A",
            "activity": "Gali sumur",
            "place": "Desa Satu",
            "start": date(2025, 2, 1),
            "programme": "P",
            "status": "ongoing",
        }
    ],
}
SINCE = {
    "contributions": [
        money("2025-Q3", "A", 900.0),
        money("2026", "C", 70.0),
        money("2025-12", "A", 8.0, currency="USD"),
    ],
    "results": [("W", "2025-Q3", 80, "A"), ("W", "2025-Q3", 5, "C")],
    "feedback": [voice(date(2025, 8, 1 + n), f"Pompa rusak {n}", rating=1) for n in range(12)],
    "activities": [
        {
            "partner": "C",
            "activity": "Gali sumur",
            "place": "Desa Satu",
            "start": date(2025, 9, 1),
            "programme": "P",
            "status": "ongoing",
        }
    ],
}


@pytest.fixture(scope="module")
def forums(forum_of, define):
    """(all that was ever sent in, what was sent in by the day): the same but for the rows of later days."""

    def made(rows):
        found = forum_of(
            programmes=[{"code": "P", "name": "Air", "start": date(2025, 1, 1), "end": date(2026, 12, 31),
                         "budget": 1000.0, "currency": "IDR"}],
            partners=[{"code": code, "name": f"Mitra {code}", "kind": "ngo"} for code in "ABC"],
            indicators=[define("W", programme="P", baseline=0, unit="sumur", target=100,
                               target_date=date(2026, 12, 31))],
            targets=[("W", f"2025-Q{quarter}", 20) for quarter in (1, 2, 3, 4)], **rows,
        )  # fmt: skip
        coding.approve_all(found.store, 1, decided_by="sekretariat")
        return found

    return made({name: [*THEN[name], *SINCE[name]] for name in THEN}), made(THEN)


@pytest.mark.parametrize("choice", [{}, {"partner": "A"}, {"funder": "C"}])
def test_nothing_of_later_days_is_in_any_form(forums, choice, tmp_path):
    told = []
    for place, forum in enumerate(forums):
        content = content_of(forum.store, Asked(DAY, "id", **choice))
        folder = tmp_path / str(place)
        folder.mkdir()
        for form in ("html", "csv", "iati", "texts"):
            FORMS[form].write(content, folder / form)
        told.append({form.name: re.sub(r'generated-datetime="[^"]*"', "", form.read_text("utf-8"))
                     for form in folder.iterdir()})  # fmt: skip
    for form, text in told[0].items():
        assert text == told[1][form], form


def test_the_figures_are_those_of_the_day(forums):
    """By 30 June A gave 40 and B 30 in money and goods of 5, of 300 pledged; C gave nothing yet."""
    (each,) = content_of(forums[0].store, Asked(DAY, "id")).money
    assert (each.currency, each.money, each.delivered, each.pledged) == ("IDR", 70, 75, 300)
    assert content_of(forums[0].store, Asked(DAY, "id", funder="C")).money == []
