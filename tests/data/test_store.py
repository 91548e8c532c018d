"""Opening the store: held by another program, no store at all, and an error inside a transaction."""

import subprocess
import sys
import threading

import pytest

from data.ledger import uploads
from data.sample import load_sample
from data.store import Store, StoreBusy, StoreUnusable
from metrics.engine import open_measured


def test_a_file_that_is_no_store_is_not_called_busy(tmp_path):
    path = tmp_path / "letter.duckdb"
    path.write_bytes(b"Dear forum, " * 500)
    with pytest.raises(StoreUnusable) as raised:
        Store(path)
    assert raised.value.args[0] == str(path)


def test_a_store_held_by_another_process_is_busy(tmp_path):
    path = tmp_path / "held.duckdb"
    Store(path).close()
    holding = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    other = subprocess.Popen([sys.executable, "-c", holding, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(StoreBusy):
            Store(path)
    finally:
        other.communicate()


def test_the_error_that_broke_a_transaction_is_the_one_that_is_raised(tmp_path):
    store = Store(tmp_path / "s.duckdb")
    with pytest.raises(ValueError, match="the real one"), store.writing() as cursor:
        cursor.rollback()  # what a broken transaction leaves behind: there is nothing to take back any more
        raise ValueError("the real one")
    store.close()


def test_two_who_ask_for_the_sample_at_once_get_it_once(tmp_path):
    store = open_measured(tmp_path / "s.duckdb")
    asking = [threading.Thread(target=load_sample, args=(store,)) for _ in range(2)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert len(uploads(store)) == 1
    store.close()
