"""Quotes: beside each only what at least eleven voices share, and none where figures are hidden."""

from datetime import date

import pytest

from data.coding import approve_all
from metrics.quotes import band, quotes

DAY = date(2026, 1, 1)


def said(times: int, place: str, *, month: int = 3, **more) -> list[dict]:
    return [{"date": date(2025, month, 1 + n % 28), "text": f"Suara {place} {month} {n} {more.get('sex', '')}",
             "place": place, "consent": "ya"} | more for n in range(times)]  # fmt: skip


@pytest.fixture
def heard(forum):
    """33.22: 30 in March, of whom 12 women of 25 and one man of 71, and one in July; 33.04: 4; 33.09: 12,
    hidden beside 33.04, which could else be worked out."""
    forum.send(feedback=[*said(12, "33.22", sex="P", age="25"), *said(1, "33.22", sex="L", age="71"),
                         *said(17, "33.22"), *said(4, "33.04", sex="P"), *said(1, "33.22", month=7),
                         *said(12, "33.09", month=5)])  # fmt: skip
    approve_all(forum.store, 1, decided_by="uji")
    return forum


def rows(forum, **within) -> list[dict]:
    return quotes(forum.store, DAY, most=99, **within).to_dict("records")


def test_a_place_of_fewer_than_eleven_has_no_quotes(heard):
    assert rows(heard, place="33.04") == []
    assert rows(heard, place="33.09") == []


def test_what_twelve_share_is_told_and_what_one_has_alone_is_not(heard):
    found = {row["text"]: row for row in rows(heard, place="33.22")}
    woman, man = found["Suara 33.22 3 0 P"], found["Suara 33.22 3 0 L"]
    assert (woman["place"], woman["period"], woman["sex"], woman["age"]) == ("33.22", "2025-03", "f", "20-29")
    assert (man["place"], man["period"], man["sex"], man["age"]) == ("33.22", "2025-03", None, None)


def test_of_a_month_of_one_the_year_is_told(heard):
    """One voice in July 2025 and in the third quarter; 31 in 33.22 in the year."""
    assert next(row for row in rows(heard) if row["text"].startswith("Suara 33.22 7"))["period"] == "2025"


def test_of_a_small_place_the_province_is_told(heard):
    """33.04 has 4 voices; all 47 are of Jawa Tengah."""
    found = next(row for row in rows(heard) if row["text"].startswith("Suara 33.04"))
    assert (found["place"], found["place_name"]) == (None, "Jawa Tengah")


def test_every_combination_that_is_told_is_shared_by_eleven(heard):
    """What is told of each quote, counted in the store by hand of SQL."""
    for row in rows(heard):
        asked = [f"place = '{row['place']}'"] if row["place"] else []
        asked += [f"sex = '{row['sex']}'"] if row["sex"] else []
        asked += ["age between '20' and '29'"] if row["age"] else []
        asked += ["month(date) = 3"] if row["period"] == "2025-03" else []
        ((count,),) = heard.query(f"select count(*) from current_feedback where {' and '.join(asked) or 'true'}")
        assert count >= 11, row


def test_a_filter_shows_no_quote_that_it_would_tell_more_of(forum):
    """30 of the place, 12 of the programme, 2 of both: the programme's page does not show them."""
    forum.send(programmes=[{"code": "AIR", "name": "Air", "start": date(2025, 1, 1), "end": date(2026, 1, 1)}],
               feedback=[*said(28, "33.22"), *said(2, "33.22", month=4, programme="AIR"),
                         *said(10, "33.09", month=5, programme="AIR"), *said(11, "33.04")])  # fmt: skip
    approve_all(forum.store, 1, decided_by="uji")
    both = [row for row in rows(forum, place="33.22") if row["text"].startswith("Suara 33.22 4")]
    assert len(both) == 2 and all(row["programme"] is None for row in both)
    assert not [row for row in rows(forum, programme="AIR") if row["text"].startswith("Suara 33.22 4")]


@pytest.mark.parametrize(("age", "told"), [("34", "30-39"), ("9", "0-9"), ("18-24", "18-24"), ("", None), (None, None)])
def test_an_exact_age_becomes_a_band(age, told):
    assert band(age) == told
