"""The percentages of a table as a second witness of its targets and results."""

import pytest

from data import intake
from tests.workbooks.making import Case, Page, written

NAMES = ("Petani dilatih", "Sumur dibangun", "Kader aktif", "Bidan dilatih", "Jamban dibangun")
HEAD = ["Indikator", "Satuan", "Target 2025", "Realisasi 2025", "Capaian (%)"]
SHARE_CODES = {"stated_share_differs", "stated_shares_swapped", "stated_shares_differ"}


@pytest.fixture
def told(forum, tmp_path):
    """What is said of the percentages of a table: (code, cell, params)."""

    def read(rows, head=HEAD, **page):
        pages = {"Data": Page([head, *rows], **page)}
        outcome = intake.check(forum.store, written(Case("", pages), tmp_path))
        return [(each.code, each.cell, each.params) for each in outcome.problems if each.code in SHARE_CODES]

    return read


def lines(targets, results, shares):
    return [[name, "unit", *three] for name, *three in zip(NAMES, targets, results, shares, strict=True)]


TARGETS, RESULTS = (40, 8, 30, 12, 25), (30, 8, 33, 5, 10)
RIGHT = (75, 100, 110, 42, 40)


@pytest.mark.parametrize("shares", [
    RIGHT, (0.75, 1, 1.1, 0.4167, 0.4), ("75%", "100 %", "110%", "41,7%", "40%"), (75, 100, 100, 42, 40),
    (75.0, 100, None, 41.67, "n/a"),
])  # fmt: skip
def test_right_percentages_are_no_matter_how_they_are_written_or_cut_off(told, shares):
    assert told(lines(TARGETS, RESULTS, shares)) == []


def test_a_percentage_that_its_row_does_not_give_is_named_with_what_it_gives(told):
    [(code, cell, params)] = told(lines(TARGETS, RESULTS, (75, 100, 110, 24, 40)))
    assert (code, cell) == ("stated_share_differs", "E5")
    assert (params["found"], params["result"], params["target"], params["expected"]) == ("24", 5, 12, 41.7)


def test_where_less_is_better_other_ways_of_counting_are_right_too(told):
    assert told(lines((40, 8, 30, 12, 25), (30, 8, 33, 16, 20), (75, 100, 110, 75, 120))) == []


def test_two_headings_that_seem_swapped_are_named(told):
    [(code, cell, params)] = told(lines(RESULTS, TARGETS, RIGHT))
    assert (code, cell) == ("stated_shares_swapped", "E1")
    assert (params["agree"], params["rows"]) == (4, 5)  # 8 of 8 tells nothing


def test_percentages_of_other_figures_are_named_once(told):
    assert [(code, cell) for code, cell, _ in told(lines(TARGETS, RESULTS, (12, 3, 77, 64, 91)))] == [
        ("stated_shares_differ", "E1")]  # fmt: skip


def test_shares_of_the_year_fit_the_total_of_the_quarters(told):
    head = ["Indikator", "Satuan", "Target 2025", "TW I 2025", "TW II 2025", "Total Realisasi 2025", "% Capaian"]
    rows = [[name, "unit", target, result - 3, 3, result, share]
            for name, target, result, share in zip(NAMES, TARGETS, RESULTS, RIGHT, strict=True)]  # fmt: skip
    assert told(rows, head) == []
    rows[3][6] = 24
    assert [(code, cell) for code, cell, _ in told(rows, head)] == [("stated_share_differs", "G5")]


def test_what_is_left_to_do_and_few_rows_say_nothing(told):
    left = [*HEAD[:4], "Sisa (%)"]
    assert told(lines(TARGETS, RESULTS, (25, 0, -10, 58, 60)), left) == []
    assert told(lines(TARGETS, RESULTS, (12, 3, 77, 64, 91))[:2]) == []


@pytest.mark.parametrize(("order", "kinds"), [(("Janji", "Kenyataan"), "target result"),
                                              (("Kenyataan", "Janji"), "result target")])  # fmt: skip
def test_of_two_columns_that_no_word_tells_the_percentages_do(forum, tmp_path, order, kinds):
    by_name = {"Janji": TARGETS, "Kenyataan": RESULTS}
    rows = lines(by_name[order[0]], by_name[order[1]], RIGHT)
    pages = {"Data": Page([["Kinerja 2025"], [], ["Indikator", "Satuan", *order, "%"], *rows])}
    outcome = intake.check(forum.store, written(Case("", pages), tmp_path))
    asked = [each.question for each in outcome.problems if each.code == "which_what"]
    assert [question.proposed for question in asked] == kinds.split()
