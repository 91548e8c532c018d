"""A table that brings a new baseline or final target of a known indicator: told, shown old to new, stored, undone."""

import openpyxl
import pytest

from data import intake
from data.ledger import undo
from data.recognise import SheetMapping

HEADER = ["Indikator", "Satuan", "Nilai Awal", "Target Akhir 2026", "TW I 2025"]
ACCEPTING = [SheetMapping("", "", 0, accepts=True)]


@pytest.fixture
def known(forum, define):
    forum.send(indicators=[define("IND-1", name="Petani dilatih", baseline=10, target=100, target_date="2026-06-30",
                                  owner="Sari")])  # fmt: skip
    return forum


@pytest.fixture
def table(tmp_path):
    def made(*rows, header=HEADER):
        book = openpyxl.Workbook()
        book.active.title = "Realisasi"
        for row in [header, *rows]:
            book.active.append(row)
        path = tmp_path / f"tabel-{len(list(tmp_path.iterdir()))}.xlsx"
        book.save(path)
        return path

    return made


def codes(outcome):
    return [problem.code for problem in outcome.problems]


def defined(forum):
    return forum.query("select baseline, target, target_date::varchar, owner, over_time from current_indicators")


def test_a_new_final_target_is_named_with_old_and_new_and_stored(known, table):
    path = table(["Petani dilatih", "orang", 10, 120, 5])
    checked = intake.check(known.store, path)
    (told,) = [problem for problem in checked.warnings if problem.code == "definition_changed"]
    assert (told.cell, told.params["found"], told.params["expected"]) == ("D2", 120.0, 100.0)
    assert ("IND-1", "target", None, None, None, None, "100.0", "120.0") in checked.changed_targets
    changes = checked.changes[["sheet_key", "field", "cell", "old_value", "new_value"]].values.tolist()
    assert changes == [["indicators", "target", "D2", 100.0, 120.0]]
    known.load(path)
    assert defined(known) == [(10.0, 120.0, "2026-06-30", "Sari", "sum")]  # what the table does not say stays


def test_the_change_is_undone_with_its_upload(known, table):
    upload = known.load(table(["Petani dilatih", "orang", 8, 120, 5]))[0].upload_id
    undo(known.store, upload)
    assert defined(known) == [(10.0, 100.0, "2026-06-30", "Sari", "sum")]


@pytest.mark.parametrize("row", [["Petani dilatih", "orang", 10, 100, 5], ["Petani dilatih", "orang", None, None, 5]])
def test_what_is_said_again_or_not_at_all_changes_nothing(known, table, row):
    outcome = known.load(table(row))[0]
    assert "definition_changed" not in codes(outcome)
    assert known.query("select count(*) from indicators") == [(1,)]
    assert "indicators" not in outcome.rows


def test_a_figure_typed_as_text_is_compared_as_a_figure(known, table):
    assert "definition_changed" not in codes(known.load(table(["Petani dilatih", "orang", "10", "100", 5]))[0])


def test_who_keeps_the_old_one_says_so_in_the_mapping(known, table):
    kept = SheetMapping("", "", 0, answers={"definition": {"Petani dilatih": "keep"}})
    outcome = known.load(table(["Petani dilatih", "orang", 10, 120, 5]), mappings=[kept])[0]
    assert "definition_changed" not in codes(outcome)
    assert defined(known)[0][1] == 100.0


def test_a_share_in_per_cent_is_compared_on_its_own_scale(forum, define, table):
    forum.send(indicators=[define("PCT", unit="%", measure="percent", over_time="last", over_units="none", baseline=20,
                                  target=60)])  # fmt: skip
    path = table(["PCT", "%", 0.2, 0.7, 40])
    book = openpyxl.load_workbook(path)
    for cell in ("C2", "D2"):
        book.active[cell].number_format = "0%"
    book.save(path)
    forum.load(path)
    assert forum.query("select baseline, target from current_indicators") == [(20.0, 70.0)]


def test_baselines_of_villages_are_not_taken_for_the_whole(forum, table):
    header = ["Indikator", "Satuan", "Desa", "Nilai Awal", "TW I 2025"]
    rows = [["Jumlah pompa", "unit", "A", 3, 5], ["Jumlah pompa", "unit", "B", 4, 6]]
    outcome = forum.load(table(*rows, header=header), mappings=ACCEPTING)[0]
    assert "differing_definition" in codes(outcome)
    assert forum.query("select baseline from current_indicators") == [(None,)]


def test_the_row_of_the_whole_speaks_for_its_villages(forum, table):
    header = ["Indikator", "Satuan", "Desa", "Nilai Awal", "TW I 2025"]
    rows = [["Jumlah pompa", "unit", place, *figures] for place, *figures in (("A", 3, 5), (None, 7, 11), ("B", 4, 6))]
    forum.load(table(*rows, header=header), mappings=ACCEPTING)
    assert forum.query("select baseline from current_indicators") == [(7.0,)]


def test_the_sheet_of_indicators_goes_before_a_table(forum, define):
    path = forum.workbook(indicators=[define("X1", baseline=1, target=9)])
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Lain")
    for row in [["Indikator", "Satuan", "Target Akhir", "TW I 2025"], ["X1", "orang", 8, 5]]:
        sheet.append(row)
    book.save(path)
    assert "two_definitions" in codes(forum.load(path, mappings=[SheetMapping("", "", 0, accepts=True)])[0])
    assert forum.query("select target from current_indicators") == [(9.0,)]
