"""`python -m reports`: beside a running dashboard, and what it refuses."""

import subprocess
import sys
from datetime import date

import pytest

from data import looking
from reports.__main__ import main

HOLD = """
import sys
import duckdb
held = duckdb.connect(sys.argv[1])
held.execute("create table beside as select 1 as n")
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def store(forum, define):
    """The file of a store with one indicator; closed."""
    forum.send(indicators=[define("SAFE", target=90, target_date=date(2026, 12, 31))],
               results=[("SAFE", "2025-Q1", 11)])  # fmt: skip
    forum.close()
    return forum.folder / "forum.duckdb"


@pytest.fixture
def held(store):
    """The same, open in another process, with something in its log that is not in its file."""
    with subprocess.Popen([sys.executable, "-c", HOLD, store], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"open"
        yield store
        other.communicate()


def asked(*words: object, store: object) -> int:
    return main([*map(str, words), "--lang", "en", "--as-of", "2025-07-01", "--store", str(store)])


def test_while_the_dashboard_runs_a_copy_is_read_and_nothing_is_written_into_the_store(held, tmp_path, capsys):
    bytes_before = held.read_bytes()
    assert asked("csv", tmp_path / "out.csv", store=held) == 0
    assert "SAFE" in (tmp_path / "out.csv").read_text("utf-8")
    assert "a copy of it as it is now" in capsys.readouterr().err
    assert held.read_bytes() == bytes_before


def test_the_copy_has_what_is_only_in_the_log(held):
    import duckdb

    with looking.copy_of(held) as copy, duckdb.connect(str(copy)) as found:
        assert found.execute("select n from beside").fetchall() == [(1,)]
    assert not copy.exists()


def test_a_store_that_is_written_into_without_pause_is_given_up_with_what_to_do(held, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(looking, "PATIENCE", 0)
    monkeypatch.setattr(looking, "_copied", lambda *_: False)
    assert asked("csv", tmp_path / "out.csv", store=held) == 1
    assert "page Reports" in capsys.readouterr().err


def test_a_write_while_copying_begins_the_copy_anew(store, tmp_path, monkeypatch):
    times = iter([[("s", 1, 1, 0)], [("s", 1, 2, 5)]])
    monkeypatch.setattr(looking, "_state", lambda _path: next(times))
    monkeypatch.setattr(looking.shutil, "copyfile", lambda *_: None)
    (tmp_path / "none").mkdir()
    assert not looking._copied(store, tmp_path / "none")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("brief", "wrong.xlsx"), 2, "ends so"),
        (("xlsx", "wrong.pdf"), 2, "ends so"),
        (("brief", "out.pdf", "--programme", ""), 2, "--programme is empty"),
        (("csv", "out.csv", "--partner", " "), 2, "--partner is empty"),
        (("csv", "out.csv", "--funder", ""), 2, "--funder is empty"),
        (("csv", "out.csv", "--partner", "NOBODY"), 1, "NOBODY"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_writes_nothing(store, tmp_path, capsys, words, code, said):
    form, name, *rest = words
    assert asked(form, tmp_path / name, *rest, store=store) == code
    assert said in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_store_that_is_not_there_is_not_made(tmp_path, capsys):
    assert asked("brief", tmp_path / "out.pdf", store=tmp_path / "none.duckdb") == 1
    assert "There is no store at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
