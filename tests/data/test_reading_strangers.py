"""Files that others made, hostile and awkward ones too: each ends in a workbook or one refusal, in seconds.

They are test material beside the repository (../shared) and are skipped where it is not there. Every eighth of
the real files is taken; with DAMPAK_ALL_FILES=1 all are (about three minutes).
"""

import csv
import datetime as dt
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.reading import CellError, Refused, Sheet, Workbook, read_workbook
from data.reading.contents import read_contents
from data.reading.intake import workbook_in

SHARED = Path(__file__).resolve().parents[3] / "shared"
SECONDS = 12.0  # 5 on a quiet machine; the suite reads two at once on shared cores

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the test workbooks is not here")


def answer(path: Path) -> tuple[str, Workbook | Refused, float]:
    start = time.monotonic()
    try:
        result: Workbook | Refused = read_workbook(path)
    except Refused as refusal:
        result = refusal
    return path.name, result, time.monotonic() - start


def answers(folder: str, every: int = 1) -> dict[str, Workbook | Refused]:
    files = [path for path in sorted((SHARED / folder).rglob("*")) if path.is_file()]
    files = [path for path in files if path.suffix != ".md" and path.name != "MANIFEST.csv"][::every]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(answer, files))
    assert [(name, seconds) for name, _, seconds in found if seconds > SECONDS] == []
    return {name: result for name, result, _ in found}


HOSTILE = {
    "A02": "too_large_unpacked", "A03": "too_large_unpacked", "A05": "text_too_large", "A07": "xml_entities",
    "A18": "compression_method", "A19": "compression_method", "B01": "duplicate_member", "B02": "lying_size",
    "B03": "unsafe_path", "B04": "unsafe_path", "B06": "damaged", "B07": "damaged", "B08": "damaged_part",
    "B09": "empty_file", "B10": "not_a_spreadsheet", "B11": "not_a_spreadsheet", "B13": "not_a_spreadsheet",
    "B14": "not_a_spreadsheet", "B18": "not_a_spreadsheet", "C01": "xml_entities", "C02": "xml_entities",
    "C04": "xml_entities", "D14": "damaged_cell", "D18": "no_data",
    "E13": "too_many_columns", "E14": "not_a_spreadsheet",
}  # fmt: skip


@needs_shared
def test_every_hostile_file_ends_as_it_should():
    found = {
        name[:3]: result.code
        for name, result in answers("hostile").items()
        if isinstance(result, Refused) and not name.startswith(("date_", "num_"))
    }
    assert found == HOSTILE


@needs_shared
def test_real_files_are_read_unless_they_are_broken():
    """What no other reader opens may be refused; what calamine opens is read, with few exceptions."""
    found = answers("spreadsheets", every=1 if os.environ.get("DAMPAK_ALL_FILES") else 8)
    with (SHARED / "spreadsheets" / "MANIFEST.csv").open(encoding="utf-8") as manifest:
        opened = {Path(row["path"]).name for row in csv.DictReader(manifest) if row["calamine"] == "ok"}
    refused = {name: result.code for name, result in found.items() if isinstance(result, Refused)}
    surprising = {name: code for name, code in refused.items() if name in opened and code != "no_data"}
    expected = {
        "53105.xlsx": "too_many_columns",
        "duplicate-filename.xlsx": "duplicate_member",
        "duplicate-filename-case-insensitive.xlsx": "duplicate_member",
        "clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx": "damaged_part",
    }
    assert surprising == {name: code for name, code in expected.items() if name in found}


# calamine trims texts, turns times of day of any day into dates, and keeps control characters; we do neither
DIFFERENT_ON_PURPOSE = {
    "57181.xlsm", "LONumbers.xlsx", "number_format.xlsm", "tests__encoded_entities.xlsx",
    "formula_stress_test.xlsx", "tests__whitespace_trim.xlsx", "tests__has_x000D_.xlsx",
}  # fmt: skip


@needs_shared
def test_our_cells_are_those_of_calamine(tmp_path):
    """A second reader that shares nothing with ours: 90,000 cells of 550 sheets from many programs."""
    compared = 0
    differences: list[str] = []
    for at, path in enumerate(sorted((SHARED / "spreadsheets").rglob("*.xls[xm]"))):
        for sheet in sheets_read_here(path, tmp_path / str(at)):
            theirs = cells_of_calamine(path, sheet.name)
            compared += len(theirs)
            differences += [f"{path.name} {sheet.name} {cell}" for cell in different(sheet, theirs)]
    assert differences == []
    assert compared > 90_000


def sheets_read_here(path: Path, folder: Path) -> tuple[Sheet, ...]:
    """Read in this process: a start of a child for each of 330 files would take minutes."""
    folder.mkdir()
    try:
        read = read_contents(path, path.name, folder)
    except Refused:
        return ()
    is_ours = read["kind"] in ("xlsx", "xlsm") and path.name not in DIFFERENT_ON_PURPOSE
    return workbook_in(read, path.name, folder).sheets if is_ours else ()


def cells_of_calamine(path: Path, sheet: str) -> dict[tuple[int, int], object]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except CalamineError:  # it gives up where we do not
        return {}
    return {(at, column): value for at, row in enumerate(rows, 1) for column, value in enumerate(row) if value != ""}


def different(sheet: Sheet, theirs: dict[tuple[int, int], object]) -> list[tuple[int, int]]:
    ours = {(at, column): value for at, row in sheet.rows(0, sheet.n_rows) for column, value in row.items()}
    return [
        cell
        for cell in (ours.keys() | theirs.keys() if theirs else ())
        if ours.get(cell) != theirs.get(cell)
        and not isinstance(ours.get(cell), CellError)  # calamine leaves them empty
        and not isinstance(theirs.get(cell), dt.time | dt.timedelta)  # a number of ours
    ]
