"""Files that must not be taken: each ends in one sentence, and the reader lives on."""

import io
import string
import threading
import zipfile
from pathlib import Path

import openpyxl
import pytest

from data.reading import NOTES, SENTENCES, Refused, read_workbook


def refusal_of(path: Path, **options: float) -> Refused:
    with pytest.raises(Refused) as refusal:
        read_workbook(path, **options)
    assert "?" not in str(refusal.value).replace("'?'", ""), "a brace of the sentence was not filled"
    return refusal.value


@pytest.fixture
def honest(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Data"
    book.active.append(["nilai", 1])
    book.save(tmp_path / "jujur.xlsx")
    return tmp_path / "jujur.xlsx"


def changed(path: Path, parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """The workbook with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    path.write_bytes(out.getvalue())
    return path


def sheet_xml(rows: str, start: str = "") -> dict[str, bytes]:
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    xml = f"{start}<worksheet {namespace}><sheetData>{rows}</sheetData></worksheet>"
    return {"xl/worksheets/sheet1.xml": xml.encode()}


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "kosong.xlsx", "empty_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "gambar.xlsx", "not_a_spreadsheet"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "ekspor.xls", "not_a_spreadsheet"),
        (b"PK\3\4" + bytes(200), "rusak.xlsx", "damaged"),
        (b"\x1f\x8b" + bytes(100), "data.csv", "not_a_spreadsheet"),
        (b"a,b\n1,2\n", "tabel.xlsx", "not_a_spreadsheet"),
    ],
)
def test_content_decides_and_not_the_name(tmp_path, content, name, code):
    (tmp_path / name).write_bytes(content)
    assert refusal_of(tmp_path / name).code == code


def test_an_entity_is_never_expanded(honest):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    assert refusal_of(changed(honest, sheet_xml(row, bomb))).code == "xml_entities"


def test_a_cell_in_the_last_corner_is_refused_with_its_address(honest):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    refusal = refusal_of(changed(honest, sheet_xml(rows)))
    assert (refusal.code, refusal.params["cell"]) == ("range_too_large", "XFD1048576")


def test_a_cell_outside_of_any_sheet_is_refused(honest):
    rows = '<row r="1"><c r="ZZZZ99999999"><v>1</v></c></row>'
    assert refusal_of(changed(honest, sheet_xml(rows))).code == "range_too_large"


@pytest.mark.parametrize("rows", ['<row r="1"><c r="A1"><v>1</v></c>', '<row r="1"><c r="A1"><v>1</c></row>'])
def test_broken_xml_is_never_a_shorter_sheet(honest, rows):
    assert refusal_of(changed(honest, sheet_xml(rows))).code == "damaged_part"


def test_a_cell_that_stands_twice_is_refused(honest):
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'
    refusal = refusal_of(changed(honest, sheet_xml(rows)))
    assert (refusal.code, refusal.params["cell"]) == ("duplicate_cell", "A1")


@pytest.mark.parametrize("index", ["-1", "7", "x"])
def test_a_shared_string_that_is_not_there_is_refused_by_cell(honest, index):
    rows = f'<row r="1"><c r="B1" t="s"><v>{index}</v></c></row>'
    refusal = refusal_of(changed(honest, sheet_xml(rows)))
    assert (refusal.code, refusal.params["cell"]) == ("damaged_cell", "B1")


def test_a_workbook_without_a_value_has_no_data(honest):
    assert refusal_of(changed(honest, sheet_xml('<row r="1"><c r="A1" s="1"/></row>'))).code == "no_data"


def test_unpacking_stops_at_the_ratio(honest):
    blank = sheet_xml(" " * 40_000_000)
    assert refusal_of(changed(honest, blank)).code == "too_large_unpacked"


def test_a_size_that_lies_is_found_while_unpacking(honest):
    changed(honest, sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 5000))
    with zipfile.ZipFile(honest) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    raw = honest.read_bytes().replace(size.to_bytes(4, "little"), (2000).to_bytes(4, "little"))
    honest.write_bytes(raw)
    assert refusal_of(honest).code == "lying_size"


def test_methods_that_excel_does_not_use_are_refused(honest):
    assert refusal_of(changed(honest, {}, zipfile.ZIP_LZMA)).code == "compression_method"


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/x", "C:\\x"])
def test_paths_that_climb_are_refused(honest, name):
    assert refusal_of(changed(honest, {name: b"x"})).code == "unsafe_path"


def test_a_part_that_is_there_twice_is_refused(honest):
    assert refusal_of(changed(honest, {"xl/Workbook.xml": b"<workbook/>"})).code == "duplicate_member"


def test_a_compound_file_with_an_encrypted_package_asks_for_the_password_to_go(tmp_path):
    path = tmp_path / "rahasia.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert refusal_of(path).code == "password"


def test_time_that_is_over_is_a_refusal_and_the_next_file_is_read(honest):
    assert refusal_of(honest, seconds=0.001).code == "timeout"
    assert read_workbook(honest).sheets[0].cell(1, 1) == 1


def test_macros_are_never_run_and_the_user_is_told(honest):
    read = read_workbook(changed(honest, {"xl/vbaProject.bin": b"x"}))
    assert (read.kind, [note.code for note in read.notes]) == ("xlsm", ["macro_ignored"])


def test_many_at_once_all_get_an_answer(honest):
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(read_workbook(honest).sheets[0].n_rows)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [1] * 6


@pytest.mark.parametrize("code", [*SENTENCES, *NOTES])
def test_every_sentence_ends_and_its_braces_are_names(code):
    sentence = (SENTENCES | NOTES)[code]
    assert sentence.endswith(".")
    assert all(field is None or field.isidentifier() for _, field, _, _ in string.Formatter().parse(sentence))
