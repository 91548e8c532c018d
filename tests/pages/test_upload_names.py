"""Several files of one name in one drop: each can be told from the others."""

from data.intake import Outcome
from ui.upload_summary import told_apart


def test_the_second_file_of_a_name_is_shown_with_its_number():
    outcomes = [Outcome(name, []) for name in ("laporan.xlsx", "data.csv", "laporan.xlsx", "laporan.xlsx")]
    assert [each.file_name for each in told_apart(outcomes)] == [
        "laporan.xlsx", "data.csv", "laporan.xlsx (2)", "laporan.xlsx (3)"]  # fmt: skip
    assert [each.file_name for each in outcomes][2] == "laporan.xlsx"  # stored under its own
