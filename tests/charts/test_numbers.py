from datetime import date as day
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from charts.numbers import date, money, number, percent, period_label, signed_change, value_with_unit
from locales import translator

ID, EN = translator("id"), translator("en")


@pytest.mark.parametrize(
    "value, indonesian, english",
    [
        (1234.5, "1.234,5", "1,234.5"), (1234567, "1.234.567", "1,234,567"), (Decimal("12.50"), "12,5", "12.5"),
        (0, "0", "0"), (-0.0, "0", "0"), (-3.5, "−3,5", "−3.5"), (0.1 + 0.2, "0,3", "0.3"), (0.004, "0,004", "0.004"),
        (np.float64(2), "2", "2"), (12.345, "12,35", "12.35"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_the_language_does(value, indonesian, english):
    assert (number(value, ID), number(value, EN)) == (indonesian, english)


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT, np.nan])
def test_a_missing_value_is_a_dash_and_never_zero(nothing):
    written = [number(nothing, ID), number(nothing, ID, "orang"), percent(nothing, ID), money(nothing, "IDR", ID)]
    assert written + [date(nothing, ID), period_label(nothing, ID), signed_change(nothing, ID)] == ["—"] * 7


def test_a_unit_stands_after_a_space_and_per_cent_directly():
    assert value_with_unit(60, "orang", ID) == "60 orang"
    assert value_with_unit(80.5, "%", ID) == value_with_unit(80.5, "persen", ID) == "80,5%"
    assert value_with_unit(7, None, ID) == value_with_unit(7, "", ID) == "7"


@pytest.mark.parametrize(
    "fraction, written",
    [
        (0.5, "50%"),
        (0, "0%"),
        (1, "100%"),
        (1.337, "134%"),
        (-0.25, "−25%"),
        (0.125, "13%"),
        (0.996, "99,6%"),
        (0.9996, "99,96%"),
        (0.0004, "0,04%"),
    ],
)
def test_a_share_is_never_rounded_to_nothing_or_to_the_whole(fraction, written):
    assert percent(fraction, ID) == written


def test_nearly_a_hundred_per_cent_is_not_a_hundred():
    assert number(99.96, ID, "%") == "99,96%"


@pytest.mark.parametrize(
    "value, indonesian, english",
    [
        (1.2e9, "Rp1,2 miliar", "IDR 1.2 billion"), (250_000, "Rp250.000", "IDR 250,000"), (0, "Rp0", "IDR 0"),
        (1_500_000, "Rp1,5 juta", "IDR 1.5 million"), (3.4e12, "Rp3,4 triliun", "IDR 3.4 trillion"),
        (-1_500_000, "−Rp1,5 juta", "−IDR 1.5 million"), (999_960_000, "Rp1 miliar", "IDR 1 billion"),
        (1250.5, "Rp1.250,5", "IDR 1,250.5"),
    ],
)  # fmt: skip
def test_money_is_in_words_and_never_a_bare_m(value, indonesian, english):
    assert (money(value, "IDR", ID), money(value, "IDR", EN)) == (indonesian, english)


def test_other_money_keeps_its_code():
    assert money(5_000_000, "USD", ID) == "USD 5 juta"


@pytest.mark.parametrize(
    "period, indonesian, english",
    [
        ("2025", "2025", "2025"),
        ("2025-S1", "Semester I 2025", "H1 2025"),
        ("2025-Q3", "TW III 2025", "Q3 2025"),
        ("2025-07", "Juli 2025", "July 2025"),
        ("2025-07-14", "14 Juli 2025", "14 July 2025"),
        (day(2025, 7, 14), "14 Juli 2025", "14 July 2025"),
        ("2025-13", "2025-13", "2025-13"),
        ("2025-Q5", "2025-Q5", "2025-Q5"),
    ],
)
def test_a_period_is_called_as_people_call_it(period, indonesian, english):
    assert (period_label(period, ID), period_label(period, EN)) == (indonesian, english)


def test_a_day_is_written_out():
    assert [date(value, ID) for value in ("2025-07-14", day(2025, 7, 14), pd.Timestamp("2025-07-14 10:00"))] == [
        "14 Juli 2025"
    ] * 3


def test_a_change_carries_its_sign():
    assert [signed_change(value, ID, "orang") for value in (12, -3.5, 0)] == ["+12 orang", "−3,5 orang", "0 orang"]
