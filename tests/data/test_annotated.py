"""The user's own workbook with its problems marked: nothing else of it changes, and the marks do not pile up."""

import io
import os
import re
import struct
import zipfile
import zlib
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from data.annotated import annotated, marks
from data.corrections import Correction
from data.problems import WARNS, Problem
from data.reading import read_workbook
from definitions.vocabulary import vocabulary
from locales import translator

ID, EN = translator("id"), translator("en")
CORPUS = Path(os.environ.get("DAMPAK_SPREADSHEETS", "/work/shared/spreadsheets"))


def picture() -> bytes:
    """A red dot as .png."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="module")
def rich() -> bytes:
    """Two sheets with what a careless program loses: chart, picture, formulas, rules, lists, notes, names."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet, other = book.add_worksheet("TW III"), book.add_worksheet("Bu Sari's & co")
        money = book.add_format({"num_format": "#,##0.00", "bg_color": "#FFFF00", "border": 1})
        sheet.write_row(0, 0, ["Indikator", "Target", "Realisasi"])
        for row in range(1, 20):
            sheet.write_string(row, 0, f"IND-{row}")
            sheet.write_number(row, 1, 100 * row, money)
            sheet.write(row, 2, f"{row}00 org" if row % 5 == 0 else row * 90)
        sheet.write_formula("B21", "=SUM(B2:B20)", money, 19000)
        sheet.write_comment("B2", "catatan lama", {"author": "Bu Sari"})
        sheet.conditional_format("B2:B20", {"type": "cell", "criteria": ">", "value": 500, "format": money})
        sheet.data_validation("A2:A99", {"validate": "list", "source": ["IND-1", "IND-2"]})
        sheet.insert_image("H2", "dot.png", {"image_data": io.BytesIO(picture())})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='TW III'!$B$2:$B$20"})
        sheet.insert_chart("H8", chart)
        sheet.autofilter("A1:C20")
        sheet.print_area("A1:C21")
        other.write_url("A1", "internal:'TW III'!A1", string="ke TW III")
        book.define_name("Bu Sari's & co!Lokal", "='Bu Sari''s & co'!$A$1")
        other.activate()
    return out.getvalue()


def saved(tmp_path: Path, content: bytes, name: str = "laporan.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def wrong(cell: str, sheet: str = "TW III", **more) -> Problem:
    return Problem(
        "not_a_number", sheet=sheet, cell=cell, header="Realisasi", params={"found": "500 org"}, repair="500", **more
    )


def test_a_corrected_cell_that_still_stops_is_listed_beside_what_was_accepted():
    taken = Correction("TW III", "B3", "500 org", "50.123")
    found = marks.marks_of("a.xlsx", [wrong("B3"), wrong("B4")], [taken], translator("en"))
    assert [(line.kind, line.cell) for line in found.lines] == [("stop", "B3"), ("stop", "B4"), ("accepted", "B3")]


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def values_of(content: bytes) -> dict[str, dict[str, object]]:
    """Every cell of every sheet but ours, formulas as formulas."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in book
        if not vocabulary().is_own_page(sheet.title)
    }


def formats_of(content: bytes) -> dict[tuple[str, str], tuple]:
    """What each cell looks like."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        (sheet.title, cell.coordinate): (
            cell.fill.patternType,
            cell.fill.fgColor.rgb,
            cell.border.left.style,
            cell.number_format,
            cell.font.b,
        )
        for sheet in book
        if not vocabulary().is_own_page(sheet.title)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def list_of(content: bytes, name: str = "PERIKSA"):
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def lines_of(content: bytes, name: str = "PERIKSA") -> list[list[object]]:
    """The lines below the header of our sheet."""
    rows = [[cell.value for cell in row[:8]] for row in list_of(content, name).iter_rows()]
    header = next(at for at, row in enumerate(rows) if row[3] in ("Sel", "Cell"))
    return rows[header + 1 :]


def test_everything_but_the_marks_is_the_same_to_the_byte(rich, tmp_path):
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", [wrong("C6"), wrong("F30")], ID)
    before, after = parts_of(rich), parts_of(made)
    touched = {
        "[Content_Types].xml",
        "docProps/app.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/sheet2.xml",
    }  # the last only gives up that it was the open tab
    assert {name for name in before if before[name] != after[name]} == touched
    assert set(before) <= set(after)
    assert before["xl/worksheets/sheet2.xml"].replace(b' tabSelected="1"', b"") == after["xl/worksheets/sheet2.xml"]
    assert values_of(made) == values_of(rich)


def test_a_marked_cell_has_a_pattern_a_border_and_a_note_and_keeps_its_number_format(rich, tmp_path):
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", [wrong("B3")], ID)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["TW III"]
    assert sheet["B3"].fill.patternType == "lightUp" and sheet["B3"].border.left.style == "thick"
    assert sheet["B3"].number_format == "#,##0.00"
    assert "500 org" in sheet["B3"].comment.text and "PERIKSA" in sheet["B3"].comment.text
    assert sheet["B4"].fill.patternType == "solid" and sheet["B4"].comment is None


def test_the_list_comes_first_with_stops_before_warnings_and_links_that_lead_to_the_cells(rich, tmp_path):
    problems = [
        wrong("C6", severity=WARNS),
        wrong("C11"),
        wrong("A1", sheet="Bu Sari's & co"),
        Problem("nothing_to_store"),
    ]
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", problems, ID)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["PERIKSA", "TW III", "Bu Sari's & co"]
    assert [row[3] for row in lines_of(made)] == ["C11", "A1", "—", "C6"]
    links = [cell.hyperlink.location for row in book["PERIKSA"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'TW III'!C11", "'Bu Sari''s & co'!A1", "'TW III'!C6"]
    assert book.active.title == "PERIKSA"
    assert [bool(sheet.sheet_view.tabSelected) for sheet in book] == [True, False, False]


def test_names_of_single_sheets_and_titles_move_on_by_one(rich, tmp_path):
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", [wrong("C6")], EN)
    before, after = (openpyxl.load_workbook(io.BytesIO(content)) for content in (rich, made))
    assert after.sheetnames[0] == "CHECK"
    for name in before.sheetnames:
        assert before[name].defined_names.keys() == after[name].defined_names.keys()
        assert before[name].print_area == after[name].print_area
    titles = re.findall(rb"<vt:lpstr>([^<]*)</vt:lpstr>", parts_of(made)["docProps/app.xml"])
    assert titles[2:5] == [b"CHECK", b"TW III", b"Bu Sari&apos;s &amp; co"] or titles[2:4] == [b"CHECK", b"TW III"]
    assert b"<vt:i4>3</vt:i4>" in parts_of(made)["docProps/app.xml"]


def test_a_note_that_was_there_stays_and_ours_follows_it(rich, tmp_path):
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", [wrong("B2"), wrong("B5")], ID)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["TW III"]
    assert sheet["B2"].comment.text.startswith("catatan lama") and "500 org" in sheet["B2"].comment.text
    assert sheet["B2"].comment.author == "Bu Sari"
    assert sheet["B5"].comment.author == "Dampak"
    boxes = parts_of(made)["xl/drawings/vmlDrawing1.vml"]
    assert boxes.count(b"<v:shape ") == 2 and len(set(re.findall(rb'id="(_x0000_s\d+)"', boxes))) == 2


def test_a_cell_and_a_row_that_are_not_there_are_made(rich, tmp_path):
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", [wrong("E3"), wrong("A40"), wrong("B25")], ID)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["TW III"]
    assert {cell for cell in ("E3", "A40", "B25") if sheet[cell].fill.patternType == "lightUp"} == {"E3", "A40", "B25"}
    rows = [int(number) for number in re.findall(rb'<row r="(\d+)"', parts_of(made)["xl/worksheets/sheet1.xml"])]
    assert rows == sorted(rows) and {25, 40} <= set(rows)


def test_the_next_version_has_new_marks_alone(rich, tmp_path):
    first = annotated(saved(tmp_path, rich), "laporan.xlsx", [wrong("B3"), wrong("C6"), wrong("B2")], ID)
    second = annotated(saved(tmp_path, first), "laporan.xlsx", [wrong("C11")], ID)
    book = openpyxl.load_workbook(io.BytesIO(second))
    assert book.sheetnames == ["PERIKSA", "TW III", "Bu Sari's & co"]
    sheet = book["TW III"]
    assert sheet["C11"].fill.patternType == "lightUp"
    assert {key: look for key, look in formats_of(second).items() if key[1] != "C11"} == {
        key: look for key, look in formats_of(rich).items() if key[1] != "C11"
    }
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"B2", "C11"}
    assert sheet["B2"].comment.text == "catatan lama"
    assert [row[3] for row in lines_of(second)] == ["C11"]


def test_marks_go_also_after_another_program_has_saved_the_file(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "TW III"
    book.active.append(["Indikator", "Realisasi"])
    book.active.append(["IND-1", "500 org"])
    book.active["B2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00FF00")
    book.save(tmp_path / "asli.xlsx")
    first = annotated(tmp_path / "asli.xlsx", "asli.xlsx", [wrong("B2"), wrong("D9")], ID)
    again = openpyxl.load_workbook(io.BytesIO(first))
    again["TW III"]["B2"] = 500
    again.save(tmp_path / "lagi.xlsx")
    second = annotated(tmp_path / "lagi.xlsx", "lagi.xlsx", [], ID)
    sheet = openpyxl.load_workbook(io.BytesIO(second))["TW III"]
    assert (sheet["B2"].fill.patternType, sheet["B2"].fill.fgColor.rgb) == ("solid", "FF00FF00")
    assert sheet["D9"].fill.patternType is None and sheet["D9"].border.left.style is None
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.comment]


def test_ten_versions_are_no_larger_than_two(rich, tmp_path):
    content, sizes = rich, []
    for number in range(10):
        content = annotated(saved(tmp_path, content), "laporan.xlsx", [wrong(f"C{number + 2}")], ID)
        sizes.append(len(parts_of(content)["xl/styles.xml"]))
    assert sizes[-1] == sizes[2]


def test_words_never_become_a_formula(rich, tmp_path):
    problem = Problem(
        "not_a_number",
        sheet="TW III",
        cell="C6",
        header='=HYPERLINK("http://x")',
        params={"found": "=cmd|'/c calc'!A0"},
        repair="@SUM(1)",
    )
    made = annotated(saved(tmp_path, rich), "=1+1.xlsx", [problem], ID)
    assert {cell.data_type for row in list_of(made).iter_rows() for cell in row if cell.value is not None} == {"s"}
    page = next(
        xml for name, xml in parts_of(made).items() if b"PERIKSA" not in xml and b"cmd|" in xml and "sheet" in name
    )
    assert b"<f>" not in page and b"<f " not in page
    assert all(cell.quotePrefix for row in list_of(made).iter_rows() for cell in row if cell.value is not None)


def test_the_corrected_workbook_has_the_values_and_says_so(rich, tmp_path):
    corrections = [
        Correction("TW III", "C6", "500 org", 500.0),
        Correction("TW III", "A7", "IND-6", "=IND-7"),
        Correction("TW III", "B21", "19000", 18999.5),
    ]
    made = annotated(
        saved(tmp_path, rich), "laporan.xlsx", [wrong("C11")], ID, corrections=corrections, has_values=True
    )
    sheet = openpyxl.load_workbook(io.BytesIO(made))["TW III"]
    assert (sheet["C6"].value, sheet["C6"].data_type) == (500, "n")
    assert (sheet["A7"].value, sheet["A7"].data_type) == ("=IND-7", "s")
    assert (sheet["B21"].value, sheet["B21"].number_format) == (18999.5, "#,##0.00")
    assert sheet["C6"].fill.patternType == "lightHorizontal" and sheet["C11"].value == "1000 org"
    assert [row[3] for row in lines_of(made)] == ["C11", "C6", "A7", "B21"]
    assert 'fullCalcOnLoad="1"' in parts_of(made)["xl/workbook.xml"].decode()
    others = {cell: value for cell, value in values_of(made)["TW III"].items() if cell not in ("C6", "A7", "B21")}
    assert others == {
        cell: value for cell, value in values_of(rich)["TW III"].items() if cell not in ("C6", "A7", "B21")
    }


def test_without_has_values_the_cells_keep_what_was_typed(rich, tmp_path):
    made = annotated(
        saved(tmp_path, rich), "laporan.xlsx", [], ID, corrections=[Correction("TW III", "C6", "500 org", 500.0)]
    )
    assert values_of(made) == values_of(rich)
    assert "500 org" in lines_of(made)[0][6] and lines_of(made)[0][7] == "500"


def test_ten_thousand_problems_are_all_listed_and_marked(tmp_path):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("TW III")
        for row in range(10_000):
            sheet.write_row(row, 0, [f"IND-{row}", "x org"])
    problems = [wrong(f"B{row}") for row in range(1, 10_001)]
    made = annotated(saved(tmp_path, out.getvalue()), "banyak.xlsx", problems, ID)
    assert len(lines_of(made)) == 10_000
    sheet = openpyxl.load_workbook(io.BytesIO(made))["TW III"]
    assert all(sheet.cell(row, 2).fill.patternType == "lightUp" for row in range(1, 10_001))
    assert sum(cell.comment is not None for cell in sheet["B"]) == marks.NOTES


def test_beyond_the_limit_the_list_says_how_many_there_are(rich, tmp_path, monkeypatch):
    monkeypatch.setattr(marks, "LINES", 3)
    monkeypatch.setattr(marks, "MARKS", 2)
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", [wrong(f"C{row}") for row in range(2, 12)], EN)
    said = " ".join(str(row[0].value) for row in list_of(made, "CHECK").iter_rows(max_row=8))
    assert "first 3 of 10" in said and "1 more cells" in said
    assert len(lines_of(made, "CHECK")) == 3


CSV = "indikator;realisasi;tanggal\nIND-1;1.200 org;31/12/2025\n007;=1+1;\n"


def test_a_csv_comes_back_as_a_workbook_with_the_same_cells(tmp_path):
    path = saved(tmp_path, CSV.encode(), "data.csv")
    name = read_workbook(path).sheets[0].name
    made = annotated(path, "data.csv", [wrong("B2", sheet=name)], ID)
    sheets = openpyxl.load_workbook(io.BytesIO(made))
    assert sheets.sheetnames[0] == "PERIKSA" and len(sheets.sheetnames) == 2
    sheet = sheets.worksheets[1]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["indikator", "realisasi", "tanggal"],
        ["IND-1", "1.200 org", "31/12/2025"],
        ["007", "=1+1", None],
    ]
    assert sheet["B3"].data_type == "s"
    assert sheet["B2"].fill.patternType == "lightUp"
    assert len(list_of(made)["A"]) and any("xlsx" in str(cell.value) for cell in list_of(made)["A"])


def test_dates_truths_and_percentages_of_a_copy_stay_what_they_are(tmp_path):
    from data.annotated import _copied

    book = openpyxl.Workbook()
    book.active.append(["hari", "ya", "porsi"])
    book.active.append([date(2025, 12, 31), True, 0.8])
    book.active["C2"].number_format = "0%"
    book.save(tmp_path / "a.xlsx")
    made = _copied(read_workbook(tmp_path / "a.xlsx"), "a.ods", [], [], ID, has_values=False)
    again = read_workbook(saved(tmp_path, made, "b.xlsx"))
    sheet = next(sheet for sheet in again.sheets if sheet.name != "PERIKSA")
    assert dict(sheet.rows(1, 1)[0][1]) == {0: date(2025, 12, 31), 1: True, 2: 0.8}
    assert sheet.formats == {2: "percent"}


PREFIXED = """<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><!-- <x:row r="1"> -->
<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[<c r="B1"></row>]]></x:t></x:is></x:c>
<x:c><x:v>5</x:v></x:c></x:row><x:row/>
</x:sheetData><x:pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>
</x:worksheet>"""


@pytest.mark.parametrize(
    "xml",
    [
        PREFIXED,
        PREFIXED.replace("x:", "").replace("xmlns:x=", "xmlns="),
        re.sub(r"<x:sheetData>.*</x:sheetData>", "<x:sheetData/>", PREFIXED, flags=re.S),
    ],
)
def test_unusual_xml_is_marked_as_well(rich, tmp_path, xml):
    xml = xml.replace(
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"\n',
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"\n',
    )
    if "<worksheet" in xml and "xmlns=" not in xml:
        xml = xml.replace("<worksheet xmlns:x=", "<worksheet xmlns=")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts_of(rich).items():
            file.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else content)
    path = saved(tmp_path, out.getvalue())
    before = read_workbook(path).sheet("TW III").rows(0, 99)
    made = saved(tmp_path, annotated(path, "x.xlsx", [wrong("B1"), wrong("C2"), wrong("D9")], ID), "made.xlsx")
    assert read_workbook(made).sheet("TW III").rows(0, 99) == before
    sheet = openpyxl.load_workbook(made)["TW III"]
    assert [sheet[cell].fill.patternType for cell in ("B1", "C2", "D9", "A1")] == ["lightUp"] * 3 + [None]
    assert CalamineWorkbook.from_path(str(made)).sheet_names[0] == "PERIKSA"


cells = st.builds(lambda column, row: f"{column}{row}", st.sampled_from("ABCDEFZ"), st.integers(1, 45))


@given(stops=st.sets(cells, max_size=12), warns=st.sets(cells, max_size=12), found=st.text(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_marked_values_stay_and_a_second_version_takes_it_back(rich, tmp_path, stops, warns, found):
    problems = [wrong(cell) for cell in stops] + [
        Problem("not_a_date", WARNS, "TW III", cell, params={"found": found}) for cell in warns
    ]
    made = annotated(saved(tmp_path, rich), "laporan.xlsx", problems, ID)
    assert values_of(made) == values_of(rich)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["TW III"]
    assert all(sheet[cell].fill.patternType == "lightUp" for cell in stops)
    assert all(sheet[cell].fill.patternType == "gray125" for cell in warns - stops)
    back = annotated(saved(tmp_path, made), "laporan.xlsx", [], ID)
    assert formats_of(back) == formats_of(rich) and values_of(back) == values_of(rich)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="real files are not on this machine")
def test_real_files_come_back_whole(tmp_path):
    """A sample of files of many programs: every value the same for two other readers, no part lost."""
    files = sorted(path for path in CORPUS.rglob("*") if path.suffix in (".xlsx", ".xlsm"))[::40]
    for path in files:
        try:
            before = read_workbook(path)
        except Exception:  # refused: there is nothing to mark
            continue
        problem = wrong("B2", sheet=before.sheets[0].name) if before.sheets else wrong("B2")
        made = saved(tmp_path, annotated(path, path.name, [problem], ID, workbook=before))
        after = read_workbook(made)
        assert [sheet.rows(0, 10**7) for sheet in after.sheets if sheet.name != "PERIKSA"] == [
            sheet.rows(0, 10**7) for sheet in before.sheets
        ], path
        with zipfile.ZipFile(path) as old:
            assert set(old.namelist()) <= set(parts_of(made.read_bytes())), path
