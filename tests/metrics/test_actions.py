"""Actions of a meeting: what is needed, what becomes of them, and that nothing is forgotten."""

from datetime import date

import pytest

from charts.missing import records
from data.actions import About, edition, note, take
from data.decisions import Case, decide
from data.written import Unfinished
from metrics.actions import actions

TODAY = date(2100, 1, 1)  # after whatever clock the test runs on


def found(forum, as_of=TODAY):
    return records(actions(forum.store, as_of))


def test_the_figure_of_that_day_is_kept(forum):
    take(forum.store, "Tambah kader", "Bu Siti", date(2027, 1, 31), "Ani",
         About(indicator="GIZI-01", value=20.3, unit="%", status="behind", period="2026-Q3"))  # fmt: skip
    (row,) = found(forum)
    assert (row["what"], row["owner"], row["due"], row["state"]) == (
        "Tambah kader", "Bu Siti", date(2027, 1, 31), "open")  # fmt: skip
    assert (row["indicator"], row["value_then"], row["status_then"]) == ("GIZI-01", 20.3, "behind")


@pytest.mark.parametrize(("lacks", "given"), [
    ("what", (" ", "Budi", TODAY, "Ani")), ("owner", ("Cek", "", TODAY, "Ani")),
    ("due", ("Cek", "Budi", None, "Ani")), ("by", ("Cek", "Budi", TODAY, " ")),
])  # fmt: skip
def test_an_action_says_what_who_and_when(forum, lacks, given):
    with pytest.raises(Unfinished) as unfinished:
        take(forum.store, *given)
    assert unfinished.value.args == (lacks,)
    assert found(forum) == []


def test_words_are_kept_masked_and_names_stay(forum):
    take(forum.store, "Hubungi warga di 0812-2733-4455", "Bu Siti 0812-2733-4455", date(2027, 1, 31), "Ani")
    note(forum.store, 1, "done", "Ani", words="NIK 3302114405850022 sudah dicatat")
    (row,) = found(forum)
    told = " ".join((row["what"], row["owner"], row["note"]))
    assert "0812" not in told and "3302" not in told
    assert row["owner"].startswith("Bu Siti") and row["taken_by"] == "Ani"


def test_late_ones_come_first_and_done_ones_last(forum):
    for what, due in (("nanti", date(2099, 5, 1)), ("telat", date(2026, 1, 1)), ("selesai", date(2025, 1, 1))):
        take(forum.store, what, "Budi", due, "Ani")
    note(forum.store, 3, "done", "Budi", words="sudah jalan")
    rows = found(forum, date(2099, 1, 1))
    assert [(row["what"], row["state"], row["is_late"]) for row in rows] == [
        ("telat", "open", True), ("nanti", "open", False), ("selesai", "done", False)]  # fmt: skip
    assert rows[1]["days_left"] == 120 and rows[2]["note"] == "sudah jalan"


def test_a_moved_one_keeps_its_first_day_and_can_be_reopened(forum):
    take(forum.store, "Cek sumur", "Budi", date(2026, 1, 1), "Ani")
    note(forum.store, 1, "moved", "Ani", due=date(2026, 3, 1))
    note(forum.store, 1, "done", "Budi")
    note(forum.store, 1, "reopened", "Ani")
    (row,) = found(forum)
    assert (row["due"], row["first_due"], row["state"]) == (date(2026, 3, 1), date(2026, 1, 1), "open")


def test_dropping_one_asks_why(forum):
    take(forum.store, "Cek sumur", "Budi", date(2026, 1, 1), "Ani")
    with pytest.raises(Unfinished):
        note(forum.store, 1, "dropped", "Ani")
    note(forum.store, 1, "dropped", "Ani", words="sumur sudah ditutup")
    assert found(forum)[0]["state"] == "dropped"


def test_what_was_agreed_about_an_overlap_is_in_the_list(forum):
    before = edition(forum.store)
    decide(forum.store, Case("overlap", "pelatihan|33.01"), "action", decided_by="Ani", reason="Gabung jadwal",
           owner="TOYA", due=date(2026, 12, 31))  # fmt: skip
    (row,) = found(forum)
    assert (row["origin"], row["what"], row["owner"], row["due"]) == (
        "overlap", "Gabung jadwal", "TOYA", date(2026, 12, 31))  # fmt: skip
    assert edition(forum.store) > before
