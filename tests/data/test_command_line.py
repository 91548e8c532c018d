"""The command line of README: words, exit codes, columns. In process, but for one true command each."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from data.__main__ import main as data
from data.store import _OPEN, open_store
from metrics.__main__ import main as metrics
from tests.conftest import ROOT, Forum, indicator

COLUMNS = [
    "indicator",
    "programme",
    "level",
    "unit",
    "period",
    "partner",
    "place",
    "group",
    "baseline",
    "target",
    "actual",
    "actual_period",
    "expected",
    "achievement",
    "capaian",
    "progress",
    "on_track",
    "status",
    "reason",
    "reports",
    "reports_due",
]


@pytest.fixture
def store(tmp_path, monkeypatch):
    path = tmp_path / "dampak.duckdb"
    monkeypatch.setenv("DAMPAK_STORE", str(path))
    yield path
    if path.resolve() in _OPEN:
        open_store(path).close()


@pytest.fixture
def books(tmp_path):
    """Makes workbooks in a folder apart from the store."""
    maker = Forum(tmp_path / "books")
    maker.close()
    return maker.workbook


@pytest.fixture
def loaded(store, books, capsys):
    path = books(indicators=[indicator("I"), indicator("N", baseline=10)], targets=[("I", "2025", 10)],
                 results=[("I", "2025", 5, "A", "33.74"), ("N", "2025", 0)])  # fmt: skip
    assert data(["load", str(path)]) == 0
    capsys.readouterr()
    return path


def asked(capsys, *words):
    assert metrics([*words, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_progress_gives_the_columns_of_the_design_and_null_where_undefined(loaded, capsys):
    whole, none = asked(capsys, "progress", "--as-of", "2026-01-01")
    assert list(whole) == COLUMNS
    assert (whole["actual"], whole["target"], whole["progress"], whole["status"]) == (5, 10, 0.5, "off_track")
    assert (none["actual"], none["target"], none["progress"], none["reason"]) == (0, None, None, "no_target")


def test_progress_by_several_words_and_places_by_name(loaded, capsys):
    rows = asked(capsys, "progress", "--as-of", "2026-01-01", "--by", "period,partner,place")
    assert [
        (row["period"], row["partner"], row["place"]) for row in rows if row["indicator"] == "I" and row["actual"]
    ] == [("2025", "A", "Kota Semarang")]


def test_csv_has_the_same_columns_and_blanks(loaded, capsys):
    assert metrics(["progress", "--as-of", "2026-01-01", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == COLUMNS
    assert (rows[1]["target"], rows[1]["actual"]) == ("", "0.0")


@pytest.mark.parametrize(
    "question", ["feedback", "overlap", "contributions", "partnership", "completeness", "progress"]
)
def test_every_question_answers_on_an_empty_store(store, capsys, question):
    assert asked(capsys, question) == []


def test_trace_names_the_cell_and_an_unknown_indicator_is_an_error(loaded, capsys):
    rows = asked(capsys, "trace", "I", "--as-of", "2026-01-01")
    assert [(row["what"], row["sheet"], row["cell"]) for row in rows] == [
        ("target", "Target", "F2"),
        ("result", "Realisasi", "F2"),
    ]
    assert metrics(["trace", "NOBODY"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["progress", "--by", "colour"],
        ["progress", "--as-of", "kemarin"],
        ["nothing"],
        [],
        ["trace"],
        ["progress", "--format", "xml"],
    ],
)
def test_wrong_usage_of_metrics_is_two(store, words):
    with pytest.raises(SystemExit) as ended:
        metrics(words)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["load"],
        ["undo"],
        ["undo", "x"],
        ["nothing"],
        [],
        ["template"],
        ["backup"],
        ["template", "a.xlsx", "--lang", "xx"],
    ],
)
def test_wrong_usage_of_data_is_two(store, words):
    with pytest.raises(SystemExit) as ended:
        data(words)
    assert ended.value.code == 2


def test_a_bad_file_is_one_and_lists_everything_and_stores_nothing(store, books, capsys):
    path = books(results=[("NOBODY", "2025", 5), ("NOBODY", "kapan", "banyak")])
    assert data(["load", str(path), "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert {row["cell"] for row in found["problems"] if row["severity"] == "stop"} == {"A2", "A3", "B3", "F3"}
    assert data(["uploads", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_dry_run_is_zero_and_stores_nothing(store, books, capsys):
    assert data(["load", "--dry-run", str(books(indicators=[indicator("I")]))]) == 0
    capsys.readouterr()
    assert data(["uploads", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_the_same_file_twice_is_no_error(loaded):
    assert data(["load", str(loaded)]) == 0


def test_undo_by_number(loaded, capsys):
    assert data(["undo", "1"]) == 0
    assert data(["undo", "99"]) == 1
    assert asked(capsys, "progress") == [] if not capsys.readouterr().out else True


def test_missing_files_mappings_and_backups_are_one(store, books, tmp_path):
    path = str(books(indicators=[indicator("I")]))
    assert data(["load", str(tmp_path / "nothing.xlsx")]) == 1
    assert data(["load", path, "--mapping", str(tmp_path / "nothing.toml")]) == 1
    assert data(["restore", str(tmp_path / "nowhere")]) == 1
    assert data(["backup", str(tmp_path / "copies")]) == 1  # there is no store yet


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_template_is_written_where_asked(store, tmp_path, language):
    assert data(["template", str(tmp_path / "t.xlsx"), "--lang", language]) == 0
    assert (tmp_path / "t.xlsx").stat().st_size > 5000


def test_the_commands_themselves(tmp_path, books):
    """As a script would: python -m data, python -m metrics, exit codes and all."""
    path, where = (
        books(indicators=[indicator("I")], results=[("I", "2025", 5)]),
        ["--store", str(tmp_path / "own.duckdb")],
    )

    def command(*words):
        return subprocess.run([sys.executable, "-m", *words, *where], cwd=ROOT, capture_output=True, text=True,
                              env=os.environ | {"PYTHONUTF8": "1"}, check=False)  # fmt: skip

    assert command("data", "load", str(path)).returncode == 0
    assert command("data", "load", str(tmp_path / "no.xlsx")).returncode == 1
    assert command("metrics", "progress", "--by", "x").returncode == 2
    assert command("data", "backup", str(tmp_path / "copies")).returncode == 0
    assert command("data", "undo", "1").returncode == 0
    assert command("data", "restore", str(tmp_path / "copies")).returncode == 0
    (row,) = json.loads(command("metrics", "progress", "--format", "json", "--as-of", "2026-01-01").stdout)
    assert row["actual"] == 5
