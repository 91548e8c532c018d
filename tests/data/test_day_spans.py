"""Several days in one cell are read as the first and the last of them, and never guessed."""

from datetime import date

import pytest

from data.day_spans import day_span
from tests.workbooks.making import Case, Page, written


@pytest.mark.parametrize(("text", "first", "last"), [
    ("3-5 Februari 2025", "2025-02-03", "2025-02-05"), ("28 Feb s.d. 2 Maret 2025", "2025-02-28", "2025-03-02"),
    ("12 & 14 Mei 2025", "2025-05-12", "2025-05-14"), ("12, 13 dan 14 Mei 2025", "2025-05-12", "2025-05-14"),
    ("30 Desember 2024 s/d 2 Januari 2025", "2024-12-30", "2025-01-02"),
    ("30 Desember - 2 Januari 2025", "2024-12-30", "2025-01-02"), ("1–3 Juli 2025", "2025-07-01", "2025-07-03"),
    ("03-05/02/2025", "2025-02-03", "2025-02-05"), ("28/02/2025 - 02/03/2025", "2025-02-28", "2025-03-02"),
    ("28/2 s.d. 2/3/2025", "2025-02-28", "2025-03-02"),
    ("10.06.2025 sampai dengan 12.06.2025", "2025-06-10", "2025-06-12"),
    ("Senin, 3 Februari 2025", "2025-02-03", "2025-02-03"), ("Jum'at 7 Maret 2025", "2025-03-07", "2025-03-07"),
    ("Senin-Rabu, 3-5 Februari 2025", "2025-02-03", "2025-02-05"),
    ("Sabtu & Minggu, 12-13 April 2025", "2025-04-12", "2025-04-13"),
    ("3-5 Februari 2025, pukul 09.00 WIB s.d. selesai", "2025-02-03", "2025-02-05"),
    ("3 dan 10 Maret serta 5 April 2025", "2025-03-03", "2025-04-05"),
    ("Feb 28 - Mar 2, 2025", "2025-02-28", "2025-03-02"),
    ("3rd - 5th February 2025", "2025-02-03", "2025-02-05"), ("1 Januari - 31 Maret 2025", "2025-01-01", "2025-03-31"),
])  # fmt: skip
def test_days_in_one_cell(text, first, last):
    assert day_span(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", [
    "3-5 Februari", "31 Februari 2025", "5-3 Februari 2025", "3-5", "Februari 2025", "2025", "2024-2025", "TW I 2025",
    "12 orang 2025", "Minggu ke-2 Maret 2025", "Minggu 2 Maret 2025", "12-13 Mar 25", "3 Mei 2023 - 7 Juni 2025", "",
])  # fmt: skip
def test_what_is_no_days_is_left_to_be_asked_about(text):
    assert day_span(text) is None


def test_a_list_of_activities_keeps_first_and_last_day(forum, tmp_path):
    rows = [["Yayasan Bina", f"Pelatihan {at}", "Nita", day, 20]
            for at, day in enumerate(("3-5 Februari 2025", "12 & 14 Mei 2025", "Senin, 2 Juni 2025"))]  # fmt: skip
    page = Page([["Pelaksana", "Nama Kegiatan", "Tempat", "Hari/Tanggal", "Jumlah Peserta"], *rows])
    (outcome,) = forum.load(written(Case("", {"Jurnal": page}), tmp_path))
    assert outcome.stops == []
    days = forum.query('select "start"::varchar, "end"::varchar from activities order by 1')
    assert days == [("2025-02-03", "2025-02-05"), ("2025-05-12", "2025-05-14"), ("2025-06-02", None)]


def test_a_day_of_feedback_is_asked_about_and_the_first_of_them_proposed(forum, tmp_path):
    page = Page([["Tanggal", "Lokasi", "Isi umpan balik"], ["3-5 Februari 2025", "Nita", "Air tidak mengalir"]])
    (outcome,) = forum.load(written(Case("", {"Umpan Balik": page}), tmp_path))
    assert [(each.code, each.repair) for each in outcome.stops] == [("not_a_date", "2025-02-03")]
