"""Storing, all or nothing; undo; where a number comes from; reading while another writes; a copy and the way back."""

import threading

import duckdb
import openpyxl
import pytest

from data import backup, ledger
from data.store import Store, StoreBusy


@pytest.fixture
def started(forum, define):
    """A forum that knows two indicators."""
    forum.send(indicators=[define("I"), define("R", measure="ratio", unit="%", over_time="last", over_units="ratio")])
    return forum


TABLES = (
    "uploads",
    "upload_events",
    "results",
    "targets",
    "indicators",
    "places",
    "rollup_periods",
    "upload_columns",
    "upload_warnings",
)


def contents(forum):
    return {table: forum.query(f"select * from {table} order by all") for table in TABLES}


# --- all or nothing ----------


def test_one_bad_file_keeps_the_good_ones_out(started):
    before = contents(started)
    good, bad = started.workbook(results=[("I", "2025", 5)]), started.workbook(results=[("UNKNOWN", "2025", 5)])
    outcomes = started.load(good, bad)
    assert [(bool(outcome.stops), outcome.upload_id) for outcome in outcomes] == [(False, None), (True, None)]
    assert contents(started) == before


def test_a_later_file_may_use_what_an_earlier_one_defines(forum, define):
    outcomes = forum.load(forum.workbook(indicators=[define("NEW")]), forum.workbook(results=[("NEW", "2025", 5)]))
    assert [outcome.stops for outcome in outcomes] == [[], []]
    assert forum.actual("NEW") == 5


def test_a_dry_run_and_a_check_store_nothing_but_tell_the_consequences(started):
    started.send(results=[("I", "2024", 5), ("I", "2023", 1)])
    before = contents(started)
    path = started.workbook(results=[("I", "2024", 6), ("I", "2023", 1), ("I", "2025", 7), ("I", "2022", None)])
    outcome = started.load(path, dry_run=True)[0]
    assert outcome.consequences["results"] == {"changed": 1, "unchanged": 1, "new": 1, "blank": 1}
    assert outcome.changes[["old_value", "new_value"]].to_numpy().tolist() == [[5, 6]]
    assert outcome.upload_id is None
    assert contents(started) == before


def test_the_same_file_twice_is_known_by_its_content(started):
    path = started.workbook(results=[("I", "2025", 5)])
    first = started.load(path)[0]
    copy = path.with_name("nama lain.xlsx")
    copy.write_bytes(path.read_bytes())
    again = started.load(copy)[0]
    assert (again.already_stored_as, again.upload_id, started.actual("I")) == (first.upload_id, None, 5)
    assert [problem.code for problem in again.problems] == ["already_stored"]


def test_an_undone_file_may_be_sent_again(started):
    path = started.workbook(results=[("I", "2025", 5)])
    ledger.undo(started.store, started.load(path)[0].upload_id)
    assert started.load(path)[0].upload_id is not None
    assert started.actual("I") == 5


def test_a_store_that_fails_half_way_stores_nothing(started, monkeypatch):
    before = contents(started)
    path = started.workbook(results=[("I", "2025", 5)])
    monkeypatch.setattr(ledger, "_RECORD", ledger._RECORD + " ; insert into results select * from nowhere")
    with pytest.raises(duckdb.Error):
        started.load(path)
    monkeypatch.undo()
    assert contents(started) == before
    assert started.load(path)[0].upload_id is not None


def test_a_failure_after_the_rows_were_written_takes_them_back(started):
    before = contents(started)
    with pytest.raises(ZeroDivisionError), started.store.writing() as cursor:
        cursor.execute("insert into places select 1, 'x', 'x', null, null, null, null")
        raise ZeroDivisionError
    assert contents(started) == before


# --- undo, restore, history ----------


def test_every_upload_and_every_undo_is_remembered(started):
    upload = started.send(results=[("I", "2025", 5)]).upload_id
    ledger.undo(started.store, upload, done_by="sekretariat", reason="salah file")
    ledger.undo(started.store, upload)  # twice does nothing
    ledger.restore(started.store, upload)
    assert [
        row[0] for row in started.query(f"select event from upload_events where upload_id = {upload} order by event_id")
    ] == ["stored", "undone", "restored"]
    newest = ledger.uploads(started.store)[0]
    assert (newest.upload_id, newest.rows_stored, newest.is_live) == (upload, 1, True)


def test_an_upload_nobody_made_cannot_be_undone(started):
    with pytest.raises(ledger.UnknownUpload):
        ledger.undo(started.store, 99)


def test_nothing_is_ever_deleted_by_undo(started):
    rows = started.query("select count(*) from results")
    upload = started.send(results=[("I", "2025", 5)]).upload_id
    ledger.undo(started.store, upload)
    assert started.query("select count(*) from results")[0][0] == rows[0][0] + 1


def test_the_version_changes_with_every_event(started):
    seen = [started.store.version()]
    upload = started.send(results=[("I", "2025", 5)]).upload_id
    seen.append(started.store.version())
    ledger.undo(started.store, upload)
    seen.append(started.store.version())
    assert len(set(seen)) == 3


# --- where a number comes from ----------


def test_the_trace_leads_to_the_very_cell(started, define):
    path = started.workbook(
        indicators=[define("T", baseline=7, target=99)], targets=[("T", "2025", 50), ("T", "2024", 40)],
        results=[("T", "2024", 11), ("T", "2025-Q1", 22, "A"), ("T", "2025-Q2", 33, "B", "Desa Lor")],
    )  # fmt: skip
    started.load(path)
    book = openpyxl.load_workbook(path)
    found = started.trace("T")
    assert [(row["what"], row["value"]) for row in found] == [
        ("baseline", 7),
        ("final_target", 99),
        ("target", 40),
        ("target", 50),
        ("result", 11),
        ("result", 22),
        ("result", 33),
    ]
    for row in found:
        assert (row["file_name"], book[row["sheet"]][row["cell"]].value) == (path.name, row["value"])


def test_the_trace_of_a_share_leads_to_its_numerator(started):
    path = started.workbook(results=[{"indicator": "R", "period": "2025", "numerator": 3, "denominator": 4}])
    started.load(path)
    (row,) = started.trace("R")
    assert openpyxl.load_workbook(path)[row["sheet"]][row["cell"]].value == row["numerator"] == 3


def test_the_trace_says_what_counts_and_what_does_not(started):
    first = started.send(results=[("I", "2025", 1), ("I", "2024", 9)])
    started.send(results=[("I", "2025", 2), ("I", "2023", None)])
    third = started.send(results=[("I", "2025", 3)])
    ledger.undo(started.store, third.upload_id)
    roles = {(row["period"], row["value"], row["role"]) for row in started.trace("I")}
    assert roles == {
        ("2025", 1, "superseded"),
        ("2024", 9, "counts"),
        ("2025", 2, "counts"),
        ("2023", None, "blank"),
        ("2025", 3, "undone"),
    }
    counted = sum(row["value"] for row in started.trace("I") if row["counts"])
    assert (counted, started.actual("I"), first.upload_id) == (11, 11, 2)


def test_a_total_beside_its_groups_is_what_counts_in_the_trace(started):
    started.send(
        results=[("I", "2025", 30), ("I", "2025", 10, None, None, "sex=f"), ("I", "2025", 20, None, None, "sex=m")]
    )
    assert {row["group"]: row["role"] for row in started.trace("I")} == {
        None: "counts",
        "sex=f": "part_of_total",
        "sex=m": "part_of_total",
    }


# --- several at once ----------


def test_two_read_while_one_writes_and_see_whole_uploads_only(started):
    """Each upload sets both quarters to the same figure: a reader must never see two different ones."""
    paths = [started.workbook(results=[("I", "2025-Q1", at), ("I", "2025-Q2", at)]) for at in range(1, 4)]
    seen: list[object] = []
    done = threading.Event()

    def read():
        while not done.is_set():
            seen.append([row["actual"] for row in started.rows(by="period")])

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for path in paths:
        started.load(path)
    done.set()
    for reader in readers:
        reader.join()
    assert {tuple(pair) for pair in seen} <= {(), (1, 1), (2, 2), (3, 3)}
    assert len(seen) > 2


def test_a_store_in_use_by_another_program_says_so(tmp_path):
    import subprocess
    import sys

    path = tmp_path / "busy.duckdb"
    code = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(StoreBusy):
            Store(path)
        other.stdin.close()


# --- a copy, and the way back ----------


@pytest.fixture
def filled(tmp_path, define):
    """The path of a closed store with one result, 5."""
    from tests.conftest import Forum

    forum = Forum(tmp_path / "one")
    forum.send(indicators=[define("I")], results=[("I", "2025", 5)])
    forum.close()
    return forum.store.path


def figure(path):
    with duckdb.connect(str(path)) as connection:
        return connection.execute("select value from results").fetchall()


def test_a_backup_brings_back_what_was_there_and_keeps_what_stood_in_its_place(filled, tmp_path):
    backup.write(filled, tmp_path / "copies")
    with duckdb.connect(str(filled)) as connection:
        connection.execute("update results set value = 6")
    backup.restore(tmp_path / "copies", filled)
    assert figure(filled) == [(5,)]
    (kept,) = filled.parent.glob("*-before-*.duckdb")
    assert figure(kept) == [(6,)]


def test_two_backups_in_the_same_second_are_two_backups(filled, tmp_path):
    assert backup.write(filled, tmp_path / "copies") != backup.write(filled, tmp_path / "copies")


def test_what_is_no_backup_is_refused_and_the_store_stays(filled, tmp_path):
    with pytest.raises(backup.BackupError):
        backup.restore(tmp_path / "nothing", filled)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "dampak.duckdb").write_bytes(b"not a store")
    with pytest.raises(backup.BackupError):
        backup.restore(tmp_path / "broken", filled)
    assert figure(filled) == [(5,)]


def test_a_store_that_is_open_elsewhere_is_not_replaced_under_its_feet(filled, tmp_path):
    import subprocess
    import sys

    backup.write(filled, tmp_path / "copies")
    code = f"import duckdb, sys; c = duckdb.connect({str(filled)!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(backup.BackupError):
            backup.restore(tmp_path / "copies", filled)
        other.stdin.close()


def test_a_corrected_partner_is_not_counted_beside_the_wrong_one_in_silence(forum_of, define):
    """The commonest correction: one name changes, the file comes again; the old row would go on counting."""
    rows = [("PEOPLE", "2025", n, partner) for n, partner in ((10, "PUSPA"), (20, "TOYA"), (30, "GIZI"))]
    forum = forum_of(indicators=[define("PEOPLE")], results=rows)
    outcome = forum.send(results=[("PEOPLE", "2025", 10, "DINKES"), *rows[1:]])
    said = [problem for problem in outcome.warnings if problem.code == "left_behind"]
    assert [(problem.params["count"], problem.params["upload"]) for problem in said] == [(1, 1)]
    assert "PUSPA" in said[0].params["found"]
    kept = forum.query("select sheet from upload_warnings where code = 'left_behind'")
    assert kept == [("Realisasi",)]
