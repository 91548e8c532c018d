"""A row of a CSV stays a row, whatever its quotes, commas, encoding and delimiter."""

import argparse
import csv
import io

import pytest

from metrics import theme_commands
from metrics.labelled_texts import NoSuchColumn, one_spelling, read


def rows(tmp_path, written: str | bytes, needed=("text", "label")) -> list[tuple[str, ...]]:
    path = tmp_path / "t.csv"
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    return [tuple(row.values()) for row in read(path, needed)]


@pytest.mark.parametrize(("written", "found"), [
    ("text,label\nair keruh,neg\nbagus,pos\n", [("air keruh", "neg"), ("bagus", "pos")]),
    ('text,label\n"air keruh,neg\nbagus,pos\nlancar,pos\n',
     [('"air keruh', "neg"), ("bagus", "pos"), ("lancar", "pos")]),
    ('text,label\n"air keruh,neg\n"bagus, sekali",pos\n', [('"air keruh', "neg"), ("bagus, sekali", "pos")]),
    ('text,label\n"air keruh,neg\nbagus,pos\nlancar",pos\n',
     [('"air keruh', "neg"), ("bagus", "pos"), ('lancar"', "pos")]),
    ('text,label\n"dua\nbaris",pos\nx,neg\n', [("dua\nbaris", "pos"), ("x", "neg")]),
    ("text,label\nair keruh, bau, kotor,neg\n", [("air keruh, bau, kotor", "neg")]),
    ('text,label\n"kata ""Pak"" itu, ya",pos\n"Bagus" katanya,pos\n',
     [('kata "Pak" itu, ya', "pos"), ('"Bagus" katanya', "pos")]),
    ("id,text,label\n1,air, keruh,neg\n2,bagus\n", [("air, keruh", "neg"), ("bagus", "")]),
    ("label;text\nneg;air; keruh\n", [("air; keruh", "neg")]),
    ("Text \tLABEL\r\nair, keruh\tneg\r\n\r\n", [("air, keruh", "neg")]),
])  # fmt: skip
def test_every_row_is_there_with_its_whole_text(tmp_path, written, found):
    assert rows(tmp_path, written) == found


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_encodings_of_spreadsheets_are_read(tmp_path, encoding):
    assert rows(tmp_path, "text;label\nrésumé bagus;pos\n".encode(encoding)) == [("résumé bagus", "pos")]


def test_a_file_of_texts_alone_may_hold_commas_and_quotes(tmp_path):
    written = 'text\nair keruh, bau\n"bagus, sekali"\n"tidak ditutup\nhalo\n'
    found = rows(tmp_path, written, ("text",))
    assert found == [("air keruh, bau",), ("bagus, sekali",), ('"tidak ditutup',), ("halo",)]


def test_a_header_without_the_columns_is_told(tmp_path):
    with pytest.raises(NoSuchColumn):
        rows(tmp_path, "isi,tema\nx,y\n")


def test_labels_are_one_whatever_capitals_and_spaces():
    assert one_spelling(["Negatif", "negatif ", "negatif", "NEGATIF", "baik  sekali", "Baik sekali"]) == [
        "negatif", "negatif", "negatif", "negatif", "Baik sekali", "Baik sekali"]  # fmt: skip


def test_the_command_gives_as_many_rows_as_it_was_given(tmp_path, capsys):
    coded = "text;label\nairnya keruh;Negatif\nbagus sekali;positif\nrusak;negatif \n"
    (tmp_path / "train.csv").write_bytes(coded.encode("utf-16"))
    given = 'text,id\n"keruh,1\nbagus, sekali,2\n"rusak",3\n"a ""b"",4\n,5\n'
    (tmp_path / "predict.csv").write_text(given, "utf-8")
    options = argparse.Namespace(train=tmp_path / "train.csv", predict=tmp_path / "predict.csv", lang="en")
    out = io.TextIOWrapper(io.BytesIO())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        assert theme_commands.run(options) == 0
        out.flush()
    found = list(csv.DictReader(io.StringIO(out.buffer.getvalue().decode("utf-8"))))
    assert [row["text"] for row in found] == ['"keruh', "bagus, sekali", "rusak", '"a ""b""', ""]
    assert {row["label"].casefold() for row in found} <= {"negatif", "positif"}
