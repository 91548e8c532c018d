"""Erasure: the words are gone from tables and from the bytes of the file, and nothing brings them back."""

from datetime import date

import pytest

from data.erasure import Entry, NothingToErase, entries_saying, erase, rewrite
from data.ledger import restore, undo
from data.store import open_store

SECRET = "sumur di ujung sawah Kanarisatu bau solar"
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
        forum.store, [entries_saying(forum.store, "kanarisatu")[0].entry], reason="diminta lewat 0812-3456-7890"
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
    assert b"Kanarisatu" in path.read_bytes()
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    rewrite(forum.store)
    assert b"Kanarisatu" not in b"".join(file.read_bytes() for file in path.parent.glob("forum.duckdb*"))
    forum.store = open_store(path)
    assert forum.query("select count(*) from current_feedback") == [(500,)]


def test_a_place_where_nothing_stands_is_refused(forum):
    with pytest.raises(NothingToErase):
        erase(forum.store, [Entry(7, "Umpan Balik", 2)])


def test_a_later_file_that_repeats_the_rows_does_not_bring_it_back_and_says_so(forum):
    """The monthly file repeats what was there and adds a row; the erased sentence stays away, with a warning."""
    forum.send(feedback=said(SECRET, "Airnya lancar"))
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    outcome = forum.send(feedback=said("Airnya lancar", SECRET.upper() + "!", "Jalan rusak"))
    assert sorted(forum.query('select distinct "text" from feedback')) == [("Airnya lancar",), ("Jalan rusak",)]
    warning = next(problem for problem in outcome.warnings if problem.code == "erased_left_out")
    assert (warning.params["count"], warning.params["rows"]) == (1, "3")


def test_a_long_entry_does_not_come_back_with_another_place_or_channel(forum):
    forum.send(feedback=[said(SECRET)[0] | {"place": "Dusun Krajan"}])
    forum.send(feedback=[said(SECRET)[0] | {"channel": "WA"}])
    gone = erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    assert [entry.upload_id for entry in gone] == [1, 2]
    forum.send(feedback=[*said("Airnya lancar"), said(SECRET)[0] | {"place": "33.10", "status": "dijawab"}])
    assert forum.query('select "text" from feedback') == [("Airnya lancar",)]


def test_the_short_words_of_other_people_stay(forum):
    """Three people say Baik on one day; she is a woman of 30, and hers alone goes, then and in every later file."""
    people = [said("Baik")[0] | {"sex": sex, "age": age} for sex, age in (("P", "30"), ("P", "41"), ("L", "30"))]
    forum.send(feedback=people)
    assert erase(forum.store, [Entry(1, "Umpan Balik", 2)]) == [Entry(1, "Umpan Balik", 2)]
    forum.send(feedback=[*people[1:], people[0], *said("Jalan rusak")])
    assert forum.query("select age, sex from feedback where \"text\" = 'Baik' and upload_id = 2 order by all") == [
        ("30", "m"), ("41", "f")]  # fmt: skip


def test_of_two_equal_rows_one_goes_and_one_stays(forum):
    """Nothing tells the two apart but their rows: one is erased, and one is left in the same file and in later ones."""
    forum.send(feedback=said("Baik", "Baik"))
    erase(forum.store, [Entry(1, "Umpan Balik", 3)])
    forum.send(feedback=said("Jalan rusak", "Baik", "Baik"))
    assert forum.query("select upload_id, count(*) from feedback where \"text\" = 'Baik' group by all order by 1") == [
        (1, 1), (2, 1)]  # fmt: skip


def test_places_warnings_and_corrections_of_it_go_too(forum):
    row = said(SECRET)[0] | {"place": "Rumah Kanariplace"}
    forum.send(feedback=[row, said("Airnya lancar")[0] | {"place": "Dusun Sumberejo"}])
    assert "Kanariplace" in str(forum.query("select params from upload_warnings"))
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    rewrite(forum.store)
    assert b"Kanariplace" not in forum.store.path.read_bytes()
    forum.store = open_store(forum.store.path)
    assert forum.query("select name from places") == [("Dusun Sumberejo",)]


def test_the_fingerprint_differs_from_store_to_store_and_holds_no_word(forum, tmp_path):
    forum.send(feedback=said(SECRET))
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    marks = forum.query("select fingerprint from erased_fingerprints order by 1")
    other = type(forum)(tmp_path / "other")
    other.send(feedback=said(SECRET))
    erase(other.store, [Entry(1, "Umpan Balik", 2)])
    assert len(marks) == 2 and all(len(mark) == 64 for (mark,) in marks)
    assert not set(marks) & set(other.query("select fingerprint from erased_fingerprints"))
    other.close()


def test_a_search_shows_a_few_words_around_what_is_searched_and_needs_three_letters(forum):
    long = "Sejak bulan lalu air di dusun kami keruh sekali dan " + SECRET + " setiap pagi sampai sore hari tanpa henti"
    forum.send(feedback=said(long))
    excerpt = entries_saying(forum.store, "KANARI")[0].excerpt
    assert "Kanarisatu" in excerpt and "bulan lalu" not in excerpt and "sore hari" not in excerpt
    assert entries_saying(forum.store, "a") == [] and entries_saying(forum.store, "%") == []


def test_of_an_erased_row_in_a_later_file_neither_place_nor_warning_is_kept(forum):
    row = said(SECRET)[0] | {"place": "Rumah Kanariplace"}
    forum.send(feedback=[row])
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    outcome = forum.send(feedback=[row, said("Airnya lancar")[0] | {"place": "Dusun Sumberejo"}])
    assert forum.query("select name from places") == [("Dusun Sumberejo",)]
    assert "Kanariplace" not in str(forum.query("select params from upload_warnings"))
    told = next(problem.params for problem in outcome.warnings if problem.code == "new_places")
    assert (told["count"], told["found"]) == (1, "'Dusun Sumberejo'")
