"""Reading a workbook: what stands in the cells comes out as it is, and nothing is lost in silence."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from data.reading import CellError, Refused, Sheet, Workbook, read_workbook
from data.reading.xls_errors import errors_in_xls
from tests.reading_here import read_here

Write = Callable[[xlsxwriter.Workbook, "xlsxwriter.worksheet.Worksheet"], None]


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Write], Workbook]:
    def write_and_read(write: Write) -> Workbook:
        book = xlsxwriter.Workbook(str(tmp_path / "laporan.xlsx"))
        write(book, book.add_worksheet("Realisasi"))
        book.close()
        return read_workbook(tmp_path / "laporan.xlsx")

    return write_and_read


def repacked(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The same workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    path.write_bytes(out.getvalue())
    return path


def sheet_of(path: Path, rows: str, before: str = "", after: str = "") -> Path:
    """A workbook whose sheet holds exactly this XML."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    book.save(path)
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    xml = f"<worksheet {namespace}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    return repacked(path, "xl/worksheets/sheet1.xml", lambda _: xml.encode())


def read_rows(path: Path, rows: str, **around: str) -> Sheet:
    return read_workbook(sheet_of(path, rows, **around)).sheets[0]


def test_a_column_of_numbers_under_a_heading_is_a_column_of_floats(written):
    def write(_, sheet):
        sheet.write_column("A1", ["nilai", 1200, 0.1, -3])

    body = written(write).sheets[0].body(2)
    assert body.to_pydict() == {"row_number": [2, 3, 4], "n0": [1200.0, 0.1, -3.0]}


def test_a_text_that_looks_like_a_number_stays_a_text(written):
    def write(_, sheet):
        sheet.write_string("A1", "1.234")
        sheet.write_number("A2", 1.234)
        sheet.write_string("A3", "0012")

    table = written(write).sheets[0].table
    assert table.column("t0").to_pylist() == ["1.234", None, "0012"]
    assert table.column("n0").to_pylist() == [None, 1.234, None]


def test_an_empty_cell_is_not_zero_and_an_empty_row_is_not_a_row(written):
    def write(_, sheet):
        sheet.write_row("A1", ["a", "b"])
        sheet.write_number("A4", 0)
        sheet.write_string("B4", "")

    sheet = written(write).sheets[0]
    assert sheet.head(9) == [(1, {0: "a", 1: "b"}), (4, {0: 0})]
    assert sheet.cell(4, 1) is None
    assert sheet.cell(2, 0) is None


def test_doubles_come_out_to_the_last_bit(tmp_path):
    values = [0.1 + 0.2, 1 / 3, 1e-300, 123456789012345.0, -2.5e15]
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{value!r}</v></c></row>' for at, value in enumerate(values, 1))
    assert read_rows(tmp_path / "x.xlsx", rows).table.column("n0").to_pylist() == values


def test_dates_have_a_field_of_their_own(written):
    def write(book, sheet):
        day, moment = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": 22})
        sheet.write_datetime("A1", dt.datetime(2025, 9, 30), day)
        sheet.write_datetime("A2", dt.datetime(2025, 9, 30, 14, 30, 5), moment)
        sheet.write_number("A3", 45930)

    sheet = written(write).sheets[0]
    assert [sheet.cell(row, 0) for row in (1, 2, 3)] == [
        dt.date(2025, 9, 30), dt.datetime(2025, 9, 30, 14, 30, 5), 45930,
    ]  # fmt: skip


def test_dates_of_1904_are_four_years_and_a_day_later(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "mac.xlsx"), {"date_1904": True})
    book.add_worksheet().write_datetime("A1", dt.datetime(2025, 1, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    book.close()
    read = read_workbook(tmp_path / "mac.xlsx")
    assert read.sheets[0].cell(1, 0) == dt.date(2025, 1, 1)
    assert [note.code for note in read.notes] == ["dates_1904"]


def test_percentages_are_known_by_column_or_by_cell(written):
    def write(book, sheet):
        percent = book.add_format({"num_format": "0.0%"})
        sheet.write_column("A1", [0.5, 0.25], percent)
        sheet.write_number("B1", 0.5, percent)
        sheet.write_number("B2", 80)

    sheet = written(write).sheets[0]
    assert sheet.formats == {0: "percent"}
    assert sheet.percent_cells == {"B1"}
    assert sheet.cell(1, 0) == 0.5


def test_error_cells_are_neither_empty_nor_zero(tmp_path):
    rows = (
        '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="3"><c r="B3" t="e"><v>#SPILL!</v></c></row>'
    )
    sheet = read_rows(tmp_path / "e.xlsx", rows)
    assert sheet.error_cells == {"B2": "#DIV/0!", "B3": "#SPILL!"}
    assert sheet.cell(3, 1) == CellError("#SPILL!")
    assert sheet.n_rows == 2


def test_a_formula_that_was_never_calculated_is_named_and_keeps_its_row(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["nilai"])
    book.active.append(["=1+1"])
    book.save(tmp_path / "rumus.xlsx")
    sheet = read_workbook(tmp_path / "rumus.xlsx").sheets[0]
    assert sheet.formula_cells_without_value == ("A2",)
    assert sheet.table.column("row_number").to_pylist() == [1, 2]


def test_booleans_and_formula_texts(written):
    def write(_, sheet):
        sheet.write_boolean("A1", True)
        sheet.write_formula("A2", '="a"&"b"', None, "a & b <c>")

    sheet = written(write).sheets[0]
    assert (sheet.cell(1, 0), sheet.cell(2, 0)) == (True, "a & b <c>")


def test_hidden_things_are_read_and_told(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "sembunyi.xlsx"))
    sheet = book.add_worksheet("Terlihat")
    sheet.write_column("A1", ["a", "b", "c"])
    sheet.write_column("C1", ["NIK", "1", "2"])
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.set_column("C:C", None, None, {"hidden": True})
    sheet.merge_range("E1:F1", "gabung")
    book.add_worksheet("Rahasia").write("A1", 1)
    book.get_worksheet_by_name("Rahasia").hide()
    book.close()
    read = read_workbook(tmp_path / "sembunyi.xlsx")
    assert [(each.name, each.visible) for each in read.sheets] == [("Terlihat", True), ("Rahasia", False)]
    assert (read.sheets[0].hidden_rows, read.sheets[0].hidden_columns) == ({2}, {2})
    assert read.sheets[0].merged == ("E1:F1",)
    assert {note.code for note in read.notes} == {"hidden_sheet", "hidden_rows", "hidden_columns"}


def test_a_wrong_dimension_hides_no_row(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 101))
    sheet = read_rows(tmp_path / "d.xlsx", rows, before='<dimension ref="A1:A10"/>')
    assert sheet.table.column("n0").to_pylist() == [float(n) for n in range(1, 101)]


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        '<row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c><!-- x --><c r='B1'><v><![CDATA[2]]></v></c></row>"
        "<row r='2'><c r='A2' cm='1'><v>3</v></c></row>",
    ],
    ids=["no references", "backwards", "quotes, comments and CDATA"],
)
def test_unusual_xml_gives_the_same_cells(tmp_path, rows):
    assert read_rows(tmp_path / "u.xlsx", rows).head(9) == [(1, {0: 1, 1: 2}), (2, {0: 3})]


def test_a_sheet_in_utf_16_with_prefixes_is_read(tmp_path):
    path = sheet_of(tmp_path / "u16.xlsx", "")
    xml = (
        '<?xml version="1.0" encoding="UTF-16"?>'
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">'
        '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is>'
        "<x:r><x:t>né</x:t></x:r><x:r><x:t>é</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>"
    )
    repacked(path, "xl/worksheets/sheet1.xml", lambda _: xml.encode("utf-16"))
    assert read_workbook(path).sheets[0].cell(1, 0) == "néé"


@pytest.mark.parametrize("value", ["NaN", "-INF", "1e999", "1,5", "0x1F", "31740123456700015"])
def test_a_number_that_is_none_is_an_error_cell(tmp_path, value):
    rows = f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>{value}</v></c></row>'
    sheet = read_rows(tmp_path / "n.xlsx", rows)
    assert sheet.error_cells == {"B1": value}


def test_two_corner_cells_cost_nothing(tmp_path):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    assert read_rows(tmp_path / "s.xlsx", rows).head(3) == [(1, {0: 1}), (1048576, {0: 2})]


def test_pieces_are_joined_without_losing_a_row(tmp_path):
    """More XML than fits into one piece, and a text that begins only in the last."""
    count = 60_000
    book = xlsxwriter.Workbook(str(tmp_path / "besar.xlsx"), {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(count):
        sheet.write_number(row, 0, row)
        sheet.write_string(row, 1, f"teks {row}")
    sheet.write_string(count, 2, "akhir")
    book.close()
    read = read_workbook(tmp_path / "besar.xlsx").sheets[0]
    assert read.table.column("n0").to_pylist() == [*map(float, range(count)), None]
    assert read.table.column("t1").to_pylist() == [*(f"teks {row}" for row in range(count)), None]
    assert read.cell(count + 1, 2) == "akhir"


def test_the_workbook_says_what_it_is(written):
    read = written(lambda _, sheet: sheet.write("A1", 1))
    assert (read.kind, read.file_name, len(read.sha256)) == ("xlsx", "laporan.xlsx", 64)
    assert read.sheet("Realisasi").n_rows == 1
    with pytest.raises(KeyError):
        read.sheet("Target")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused) as refusal:
        read_workbook(tmp_path / "tidak ada.xlsx")
    assert refusal.value.code == "unreadable"


def test_formulas_that_fail_in_an_xls_file_are_errors_and_no_blanks():
    """Made by LibreOffice: =1/0, =NA(), a formula with a slip, 5, and a function that there is not."""
    sheet = read_here(Path(__file__).parents[1] / "workbooks" / "failing_formulas.xls").sheets[0]
    assert [sheet.cell(row, 2) for row in range(2, 7)] == [
        CellError("#DIV/0!"), CellError("#N/A"), CellError("#VALUE!"), 5, CellError("#NAME?")]  # fmt: skip


def test_a_broken_xls_has_no_errors_to_tell_of():
    whole = (Path(__file__).parents[1] / "workbooks" / "failing_formulas.xls").read_bytes()
    for cut in (0, 40, 600, 2000):
        assert errors_in_xls(whole[:cut]) in ({}, {"Realisasi": {}})
    assert len(errors_in_xls(whole)["Realisasi"]) == 4
