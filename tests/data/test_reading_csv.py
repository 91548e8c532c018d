"""Delimited text: all cells are text, and what could shift a value to another column stops with its line."""

from pathlib import Path

import pytest

from data.reading import CellError, Refused, Workbook, read_workbook
from tests.reading_here import read_here

TABLE = [(1, {0: "kode", 1: "nilai"}), (2, {0: "IND-é", 1: "1,5"})]


def read(tmp_path: Path, content: bytes) -> Workbook:
    (tmp_path / "data.csv").write_bytes(content)
    return read_workbook(tmp_path / "data.csv")


def refusal(tmp_path: Path, content: bytes) -> tuple[str, object]:
    with pytest.raises(Refused) as refused:
        read(tmp_path, content)
    return refused.value.code, refused.value.params.get("line")


@pytest.mark.parametrize(
    "content",
    [
        "kode;nilai\nIND-é;1,5\n".encode(),
        b"\xef\xbb\xbf" + "kode;nilai\r\nIND-é;1,5".encode(),
        'kode,nilai\rIND-é,"1,5"\r'.encode(),
        "kode\tnilai\nIND-é\t1,5\n".encode("utf-16"),
        "kode;nilai\nIND-é;1,5\n".encode("utf-16-le"),
        "kode;nilai\nIND-é;1,5\n".encode("utf-16-be"),
        "kode;nilai\nIND-é;1,5\n".encode("cp1252"),
    ],
    ids=["utf-8", "bom and crlf", "cr only", "utf-16 and tabs", "utf-16-le bare", "utf-16-be bare", "cp1252"],
)
def test_the_same_table_in_many_writings(tmp_path, content):
    assert read(tmp_path, content).sheets[0].head(5) == TABLE


def test_a_declared_delimiter_counts_as_a_row(tmp_path):
    assert read(tmp_path, b"sep=|\nkode|nilai\na;b|2\n").sheets[0].head(5) == [
        (2, {0: "kode", 1: "nilai"}), (3, {0: "a;b", 1: "2"}),
    ]  # fmt: skip


def test_a_guessed_encoding_is_told(tmp_path):
    assert read(tmp_path, "a;b\né;1\n".encode("cp1252")).notes[0].code == "encoding_guessed"


def test_numbers_stay_text(tmp_path):
    assert read(tmp_path, b"kode,nilai\n0012,1e5\n").sheets[0].table.column_names == [
        "row_number",
        "t0",
        "t1",
    ]


def test_a_line_with_too_many_values_is_refused(tmp_path):
    assert refusal(tmp_path, b"a,b\n1,2\n1,5,2\n3,4\n") == ("csv_ragged", 3)


def test_a_short_line_is_kept_and_told(tmp_path):
    book = read(tmp_path, b"Laporan 2025\na,b,c\n1,2,3\n1,2\n4,5,6\n")
    assert book.sheets[0].head(9)[3] == (4, {0: "1", 1: "2"})
    assert (book.notes[0].code, book.notes[0].params["line"]) == ("short_rows", 4)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'a,b\n1,"2\n3,4\n', ("csv_quote", 2)),
        (b"a,b\n1,\0\n", ("encoding", 2)),
        ("a;b\n1;é\n".encode() + b"2;\xe9\n", ("encoding", 3)),
        (b"a,b\n1," + b"x" * 40_000, ("text_too_long", None)),
    ],
    ids=["open quote", "nul", "two encodings", "a very long text"],
)
def test_what_cannot_be_read_stops_with_its_line(tmp_path, content, expected):
    assert refusal(tmp_path, content) == expected


def test_what_excel_writes_for_an_error_is_an_error_and_no_text(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("kode,lokasi,nilai\nA,#N/A,#REF!\nB,Desa #1,Err:502\n", encoding="utf-8")
    rows = read_here(path).sheets[0].rows(1, 2)
    assert [cells for _, cells in rows] == [
        {0: "A", 1: CellError("#N/A"), 2: CellError("#REF!")},
        {0: "B", 1: "Desa #1", 2: CellError("Err:502")},
    ]
