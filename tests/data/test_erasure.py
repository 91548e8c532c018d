"""Erasure: the words are gone from tables and from the bytes of the file, and nothing brings them back."""

from datetime import date

import pytest

from data.erasure import Entry, NothingToErase, entries_saying, erase, rewrite
from data.ledger import restore, undo
from data.store import open_store

SECRET = "sumur keluarga Wiryodikromo bau solar"
DAY = date(2025, 3, 2)


def said(*texts: str) -> list[dict]:
    return [{"date": DAY, "text": text, "place": "33.22"} for text in texts]


def test_an_identifier_never_reaches_the_ledger(forum):
    outcome = forum.send(feedback=said("Hubungi saya 0812-3456-7890, NIK 3322014507890002"))
    assert forum.query('select "text" from feedback') == [("Hubungi saya [telepon], NIK [NIK]",)]
    assert [problem.code for problem in outcome.warnings if problem.code == "masked"] == ["masked"]
    assert b"0812-3456-7890" not in forum.store.path.read_bytes()


def test_an_erased_entry_is_gone_from_every_upload_and_the_record_keeps_no_word(forum):
    forum.send(feedback=said(SECRET, "Airnya lancar"))
    forum.send(feedback=said("Jalan rusak", SECRET))
    gone = erase(
        forum.store, [entries_saying(forum.store, "wiryodikromo")[0][0]], reason="diminta lewat 0812-3456-7890"
    )
    assert [(entry.upload_id, entry.row_number) for entry in gone] == [(1, 2), (2, 3)]
    assert sorted(forum.query('select "text" from feedback')) == [("Airnya lancar",), ("Jalan rusak",)]
    assert forum.query("select upload_id, row_number, reason from erasures order by all") == [
        (1, 2, "diminta lewat [telepon]"), (2, 3, "diminta lewat [telepon]")]  # fmt: skip


def test_undo_and_restore_do_not_bring_it_back(forum):
    forum.send(feedback=said(SECRET, "Airnya lancar"))
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    undo(forum.store, 1)
    restore(forum.store, 1)
    assert forum.query('select "text" from current_feedback') == [("Airnya lancar",)]


def test_the_same_file_again_brings_back_all_but_the_erased(forum):
    path = forum.workbook(feedback=said(SECRET, "Airnya lancar"))
    forum.load(path)
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    undo(forum.store, 1)
    forum.load(path)
    assert forum.query('select "text" from current_feedback') == [("Airnya lancar",)]


def test_no_byte_of_it_is_left_in_the_file(forum):
    forum.send(feedback=said(SECRET, *(f"Airnya lancar hari {day}" for day in range(500))))
    path = forum.store.path
    with forum.store.cursor() as cursor:
        cursor.execute("checkpoint")
    assert b"Wiryodikromo" in path.read_bytes()
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    rewrite(forum.store)
    assert b"Wiryodikromo" not in b"".join(file.read_bytes() for file in path.parent.glob("forum.duckdb*"))
    forum.store = open_store(path)
    assert forum.query("select count(*) from current_feedback") == [(500,)]


def test_a_place_where_nothing_stands_is_refused(forum):
    with pytest.raises(NothingToErase):
        erase(forum.store, [Entry(7, "Umpan Balik", 2)])
