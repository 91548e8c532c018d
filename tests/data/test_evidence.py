"""What the words of an indicator's name say of it, where its table does not define it."""

import pytest

from data import figure_column
from data.layouts import evidence


@pytest.mark.parametrize(
    "name",
    [
        "Average monthly income of participants",
        "Rata-rata pendapatan peserta",
        "Jumlah rata-rata pengunjung dilayani",
        "Mean attendance of students trained",
        "Median days to answer complaints received",
        "Ratio of teachers to students trained",
        "Proportion of people reached",
        "Kepuasan warga dilayani (skor 1-4)",
    ],
)
def test_what_has_no_sum_over_places_has_none_over_time(name):
    assert evidence.over_time(name, "").answer == "last"
    assert evidence.over_units(name, "", evidence.measure(name, "", [])).answer == "none"


def test_words_that_speak_for_both_ways_are_asked_about():
    assert evidence.over_time("Number of active users trained", "people").is_guess
    assert not evidence.over_time("Jumlah petani dilatih", "orang").is_guess


def test_a_logframe_that_says_what_falls_means_less():
    name = "Angka absensi karena sakit turun dari 12% (2023) menjadi 6% (2026)"
    assert evidence.direction(name, "", None, None, []).answer == "down"
    assert evidence.measure(name, "", []).answer == "percent"


@pytest.mark.parametrize(("text", "offered"), [("2 lusin", None), ("3 dozen", None), ("2 anak", 2.0)])
def test_a_multiple_is_never_offered_as_one(text, offered):
    assert figure_column.figure(text, ",").repair == offered
