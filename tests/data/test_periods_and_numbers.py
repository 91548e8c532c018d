"""Figures and periods as people type them: the right value, a question or a refusal; never a wrong value in silence."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import numbers, odd_periods, periods
from data.bodies import Bad
from data.figure_column import figure
from definitions.ages import age_group

MANY = settings(max_examples=400, deadline=None)
AMOUNT = st.one_of(
    st.integers(-(10**9), 10**9).map(lambda n: (n, 0)), st.tuples(st.integers(-(10**9), 10**9), st.integers(1, 4))
)


def written(amount: tuple[int, int], decimal: str, grouped: bool) -> tuple[str, float]:
    """A figure of so many decimals as typed in one convention, and what it is."""
    units, places = amount
    sign, digits = "-" if units < 0 else "", str(abs(units)).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    shown = f"{int(whole):,}".replace(",", "." if decimal == "," else ",") if grouped else str(int(whole))
    return sign + shown + (decimal + part if part else ""), float(f"{sign}{whole}.{part or 0}")


def read(column: list[str]) -> list[object]:
    """A column of text cells as the loader reads it: the decimal sign of the column first, then each cell."""
    sign = numbers.decimal_sign(text for text in column if numbers.mark(text) is None)
    return [figure(text, sign) for text in column]


@MANY
@given(amounts=st.lists(AMOUNT, min_size=1, max_size=6), decimal=st.sampled_from([",", "."]), grouped=st.booleans())
def test_a_column_in_one_convention_is_read_right_or_asked_about(amounts, decimal, grouped):
    texts, values = zip(*(written(amount, decimal, grouped) for amount in amounts), strict=True)
    for text, value, found in zip(texts, values, read(list(texts)), strict=True):
        assert isinstance(found, Bad) or found.value == pytest.approx(value), (text, texts)


@MANY
@given(amounts=st.lists(AMOUNT, min_size=1, max_size=4), decimal=st.sampled_from([",", "."]))
def test_one_figure_with_both_signs_settles_the_whole_column(amounts, decimal):
    proof = "1.234,5" if decimal == "," else "1,234.5"
    pairs = [written(amount, decimal, True) for amount in amounts]
    for (text, value), found in zip(pairs, read([text for text, _ in pairs] + [proof])[:-1], strict=True):
        assert found.value == pytest.approx(value), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234.567,89", 1234567.89),
        ("1,234,567.89", 1234567.89),
        ("Rp 1.250.000,-", 1250000),
        ("1,2 jt", 1200000),
        ("(12)", -12),
        ("(Rp 1.250,5)", -1250.5),
        ("Rp (1.250,5)", -1250.5),
        ("−5", -5),
        ("3,5 miliar", 3.5e9),
        ("12 ribu", 12000),
        ("0,5", 0.5),
        ("007", 7),
        ("１２", 12),
        ("1 250 000", 1250000),
        ("nihil", 0),
        ("USD 1,200.50", 1200.5),
    ],
)
def test_figures_of_real_sheets(text, value):
    assert read([text])[0].value == value


@pytest.mark.parametrize("text", ["80%", "80 %", "80,0%"])
def test_a_percent_sign_is_noticed(text):
    assert read([text])[0] == numbers.Number(80, is_percent=True)


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.345", "-1.000"])
def test_one_sign_before_three_digits_is_asked_about(text):
    assert read([text])[0].code == "ambiguous_number"


@pytest.mark.parametrize(
    "text",
    ["1.200 org", "10-20", "1e5", "0x1F", "INF", "NaN", "dua", "12/5", "1.23.4", "1,2,3", "1.234,5,6"]
    + ["(-5)", "(−5)", "(+5)", "-(5)", "5)", "12)", "((7))"],
)
def test_what_is_not_a_number_is_refused(text):
    assert isinstance(read([text])[0], Bad)


@pytest.mark.parametrize("text", ["5 6", "12 1)", "3 4 5", "12'3", "1.234,50-", "250-"])
def test_two_figures_in_a_cell_are_not_run_together_and_no_sign_is_lost(text):
    """`12 1)` is 12 with a footnote; `1.234,50-` is how accounting programs write a negative figure."""
    found = read([text])[0]
    assert isinstance(found, Bad) or found.value in (-1234.5, -250)


# --- periods ----------

MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
ROMAN = ["I", "II", "III", "IV"]


@pytest.mark.parametrize("year", [2019, 2025])
@pytest.mark.parametrize("part", range(1, 5))
def test_every_way_to_write_a_quarter(year, part):
    ways = [
        f"TW {ROMAN[part - 1]} {year}",
        f"Triwulan {part} {year}",
        f"{year}-Q{part}",
        f"Q{part} {year}",
        f"{year} TW {part}",
        f"TW {ROMAN[part - 1]} TA {year}",
        f"Kuartal {ROMAN[part - 1]} Tahun {year}",
        f"triwulan ke-{part} {year}",
    ]
    first = date(year, 3 * part - 2, 1)
    assert {(periods.period(way).key, periods.period(way).start) for way in ways} == {(f"{year}-Q{part}", first)}


@pytest.mark.parametrize("month", range(1, 13))
def test_every_way_to_write_a_month(month):
    name = MONTHS[month - 1]
    ways = [
        f"{name} 2025",
        f"2025-{month:02d}",
        f"{month:02d}/2025",
        f"{name[:3]} 2025",
        f"bulan {name} 2025",
        name.upper() + " 2025",
    ]
    assert {periods.period(way).key for way in ways} == {f"2025-{month:02d}"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2025", "2025"),
        ("2025-S1", "2025-S1"),
        ("Semester II 2025", "2025-S2"),
        ("SMT 1 2025", "2025-S1"),
        ("TA 2025", "2025"),
        ("Jan-Mar 2025", "2025-Q1"),
        ("Juli - Desember 2025", "2025-S2"),
        ("31/12/2025", "2025-12-31"),
        ("1 Mei 2025", "2025-05-01"),
        ("2025-02-03", "2025-02-03"),
        ("02/03/2025", "2025-03-02"),
        ("Jan-Des 2025", "2025"),
    ],
)
def test_periods_of_real_sheets(text, key):
    assert periods.period(text).key == key


@pytest.mark.parametrize(
    "text",
    [
        "Q5 2025",
        "2025-13",
        "31/02/2025",
        "TW V 2025",
        "S3 2025",
        "Feb-Apr 2025",
        "45000",
        "2025/2026",
        "Smarch 2025",
        "TW III",
        "13/13/2025",
        "20255",
        "",
        "2025-Q",
        "00/2025",
    ],
)
def test_what_names_no_single_period_is_refused(text):
    assert periods.period(text) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("s.d. Semester I TA 2025", "Semester I TA 2025"),
        ("s/d TW II 2025", "TW II 2025"),
        ("sampai dengan Juni 2025", "Juni 2025"),
        ("s.d. 2025", "2025"),
        ("Kumulatif s.d. TW III 2025", "TW III 2025"),
        ("TW II 2025", None),
        ("Jan s.d. Mar 2025", None),
    ],
)
def test_a_running_total_is_never_taken_for_the_period_itself(text, until):
    assert periods.to_date(text) == until
    assert until is None or periods.period(text) is None


@pytest.mark.parametrize(
    ("text", "key"), [("Des-98", "1998-12"), ("Mar-15", "2015-03"), ("FY25", "2025"), ("Jan-70", "1970-01")]
)
def test_two_digits_of_a_year_are_of_the_century_that_they_can_be_of(text, key):
    assert periods.period(text).key == key


@pytest.mark.parametrize("text", ["Des-55", "FY61"])
def test_two_digits_that_can_be_of_either_century_are_not_guessed(text):
    assert periods.period(text) is None


@MANY
@given(first=st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_day_is_that_day_however_it_is_written(first):
    ways = [
        first.isoformat(),
        f"{first:%d/%m/%Y}",
        f"{first:%d-%m-%Y}",
        f"{first.day} {MONTHS[first.month - 1]} {first.year}",
        f"{first.day}.{first.month}.{first.year}",
    ]
    assert {periods.period(way) for way in ways} == {periods.Period(first.isoformat(), "day", first, first)}


@MANY
@given(year=st.integers(1950, 2099), kind=st.sampled_from(["year", "half", "quarter", "month"]), data=st.data())
def test_the_stored_form_reads_back_and_ends_the_day_before_the_next(year, kind, data):
    months = periods.MONTHS_IN[kind]
    number = data.draw(st.integers(1, 12 // months))
    made = periods.part_of_year(year, kind, number)
    assert periods.period(made.key) == made
    after = made.end + timedelta(days=1)
    assert (after.day, (after.month - made.start.month) % 12) == (1, months % 12)


@MANY
@given(text=st.text(alphabet="0123456789/-. QqSsTWIVJulianDes,", max_size=14))
def test_no_text_ends_in_an_exception(text):
    found = periods.period(text)
    assert found is None or found.start <= found.end
    read([text])


@pytest.mark.parametrize(
    ("written", "worked_out", "is_same"),
    [(2.11, 2.105, True), (2.1, 2.105, True), (2.12, 2.105, False), (35, 34.6, True), (35, 34.4, False),
     (35, 34, False), (35, 35, True), (1e15, 1e15 + 1, False), (0.3, 0.1 + 0.2, True)],
)  # fmt: skip
def test_a_figure_may_be_the_other_one_rounded_as_it_is_written(written, worked_out, is_same):
    assert numbers.is_close(written, worked_out) is is_same


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("W12 2025", date(2025, 3, 23)), ("2025-W01", date(2025, 1, 5)), ("Minggu ke-3 2025", date(2025, 1, 19)),
        ("Minggu III Maret 2025", date(2025, 3, 21)), ("minggu ke 5 Februari 2025", date(2025, 2, 28)),
        ("Juli 2025 minggu ke-2", date(2025, 7, 14)), ("Juli minggu ke-2 2025", date(2025, 7, 14)),
        ("W54 2025", None), ("Minggu 12 Maret 2025", None), ("W-2 unit", None), ("2025", None),
    ],
)  # fmt: skip
def test_a_week_is_known_by_its_last_day(text, last_day):
    assert odd_periods.week_ends_on(text) == last_day


@pytest.mark.parametrize(
    ("texts", "proof"),
    [
        (["3/4/2025", "3/14/2025 9:12:33"], "3/14/2025 9:12:33"), (["3/4/2025", "4/4/2025"], None),
        (["14/3/2025", "3/14/2025"], None), (["2025-03-14", "14 Maret 2025"], None),
    ],
)  # fmt: skip
def test_a_column_has_its_months_first_where_a_date_proves_it_and_none_says_otherwise(texts, proof):
    assert periods.months_lead(texts) == proof


def test_dates_of_spreadsheets_and_forms_are_days_and_two_digits_are_offered():
    assert [periods.period(text).key for text in ("12-Apr-25", "14/03/2025 9.12.33", "28 Feb-25")] == [
        "2025-04-12", "2025-03-14", "2025-02-28"]  # fmt: skip
    assert periods.led_by_month("3/4/2025").key == "2025-03-04"
    assert [periods.likely_day(text) and periods.likely_day(text).key for text in ("30.06.25", "31/02/25", "TW I")] == [
        "2025-06-30", None, None]  # fmt: skip


@pytest.mark.parametrize("text", ["2024/2025", "TA 2024/25", "FY 2024–2025", "Realisasi 2024 / 2025", "2024-25"])
def test_a_year_over_two_years_is_told_with_either_in_its_place(text):
    found = odd_periods.two_years(text)
    assert (found.first, "2024" in found.as_first, "2025" in found.as_last) == (2024, True, True)
    assert odd_periods.two_years(found.as_first) is None


@pytest.mark.parametrize("text", ["2024-05", "2023/2025", "2011/12", "2025/2024", "12/2024", "2024-2029", "2024/25/01"])
def test_months_spans_and_dates_are_no_year_over_two_years(text):
    assert odd_periods.two_years(text) is None


@pytest.mark.parametrize(("part", "month"), [("I", 4), ("2", 8), ("III", 12)])
def test_four_months_end_in_a_month(part, month):
    assert odd_periods.four_months_end_in(f"Catur Wulan {part} 2025").start == date(2025, month, 1)


@pytest.mark.parametrize(
    ("text", "group"),
    [("0-23 bulan", "age=0-23m"), ("Usia 18 s.d. 24", "age=18-24"), ("60+ tahun", "age=60+"), ("< 5 thn", "age=<5"),
     ("umur di atas 60", "age=60+"), ("1-5", None), ("12 bulan", None), ("2024-2025", None), ("60+", None)],
)  # fmt: skip
def test_ages_are_told_by_a_unit_or_a_word(text, group):
    assert age_group(text) == group
