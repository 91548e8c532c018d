"""`data undo` says what would change before it changes it; `data load --reason` keeps why a target was changed."""

import pytest

from data.__main__ import main as data
from data.store import _OPEN, open_store
from tests.workbooks.making import Case, Page, written

TRAINED = "Petani dilatih"
HEADER = ["Indikator", "Satuan", "Target 2024", "Realisasi TW I 2024"]


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs `python -m data …` in English on a store of its own; gives exit code, output and errors."""
    path = tmp_path / "dampak.duckdb"
    monkeypatch.setenv("DAMPAK_STORE", str(path))

    def ran(*arguments):
        code = data([*arguments, "--lang", "en"])
        return code, *capsys.readouterr()

    yield ran
    if path.resolve() in _OPEN:
        open_store(path).close()


@pytest.fixture
def book(tmp_path):
    def made(name, *rows, header=HEADER):
        case = Case(name, {"Data": Page([header, *rows])}, file_name=name)
        return str(written(case, tmp_path))

    (tmp_path / "all.toml").write_text("[[sheet]]\naccepts = true\n", "utf-8")
    return made


def test_an_undo_tells_what_goes_back_and_which_figures_lose_their_definition(run, book, tmp_path):
    takes = ("--mapping", str(tmp_path / "all.toml"))
    assert run("load", book("satu", [TRAINED, "orang", 100, 10]), *takes)[0] == 0
    assert run("load", book("dua", [TRAINED, "orang", 100, 12]), *takes)[0] == 0
    later = book("tiga", [TRAINED, 33], header=["Indikator", "Realisasi TW III 2024"])
    assert run("load", later, *takes)[0] == 0

    code, told, warned = run("undo", "2", "--dry-run")
    assert code == 0
    assert "Results: 1 count now; 1 of them go back to an earlier upload, 0 are no longer shown." in told
    assert "undone" not in told and warned == ""

    code, told, warned = run("undo", "1", "--dry-run")
    assert f"Indicator '{TRAINED}' will have no definition: 3 figures of upload 2, 3 are not shown" in warned
    code, told, warned = run("undo", "1")
    assert code == 0 and "Upload 1 is undone." in told


def test_a_changed_target_is_named_and_its_reason_kept(run, book, tmp_path):
    takes = ("--mapping", str(tmp_path / "all.toml"))
    run("load", book("satu", [TRAINED, "orang", 100, 10]), *takes)
    code, told, _ = run("load", book("dua", [TRAINED, "orang", 120, 10]), *takes, "--dry-run")
    assert code == 0
    assert f"{TRAINED} (target, 2024) changes from 100.0 to 120.0." in told and "No reason is kept" in told
    code, told, _ = run("load", book("dua", [TRAINED, "orang", 120, 10]), *takes,
                        "--reason", "agreed", "--reason-text", "Rapat 3 Juli")  # fmt: skip
    assert code == 0 and "No reason is kept" not in told
    kept = open_store(tmp_path / "dampak.duckdb")
    with kept.cursor() as cursor:
        assert cursor.execute("select reason, note, old_value, new_value from target_changes").fetchall() == [
            ("agreed", "Rapat 3 Juli", "100.0", "120.0")]  # fmt: skip
    assert run("load", book("tiga", [TRAINED, "orang", 130, 10]), "--reason-text", "tanpa kata")[0] == 2
