"""Short answers of different people are alike: every row of a file counts, and the same file again none twice."""

from datetime import date

import pytest

from data.coding import CODED, Code, codes, record
from data.erasure import Entry, erase
from locales import translator
from metrics import feedback
from ui.upload_preview import voices_known

DAY = date(2025, 3, 2)


def said(text: str, times: int = 1, **more) -> list[dict]:
    return [{"date": DAY, "place": "33.10", "text": text} | more for _ in range(times)]


def current(forum) -> int:
    return forum.query("select count(*) from current_feedback")[0][0]


def test_three_people_who_say_the_same_are_three(forum):
    forum.send(feedback=[*said("Bagus", 3), *said("Cukup")])
    assert current(forum) == 4
    volume = feedback.themes(forum.store, date(2026, 1, 1))
    assert volume.loc[volume["is_total"], "entries"].tolist() == [4]


def test_the_same_rows_again_with_one_more_are_not_counted_twice(forum):
    forum.send(feedback=said("Bagus", 3))
    forum.send(feedback=[*said("Cukup"), *said("Bagus", 4)])
    assert current(forum) == 5
    forum.send(feedback=said("Bagus", 2, rating=4))
    ratings = forum.query("select rating, count(*) from current_feedback group by all order by all")
    assert ratings == [(4.0, 2), (None, 3)]


def test_the_preview_holds_each_equal_row_against_its_own(forum):
    forum.send(feedback=said("Bagus", 2))
    outcome = forum.check(feedback=said("Bagus", 3))
    told = {name: number for name, number in outcome.consequences["feedback"].items() if number}
    assert told == {"unchanged": 2, "new": 1}


def test_a_code_belongs_to_one_of_them_and_survives_the_next_file(forum):
    forum.send(feedback=said("Bagus", 2))
    record(forum.store, Code(Entry(1, "Umpan Balik", 3), "Sari", CODED, ("mutu",)))
    forum.send(feedback=said("Bagus", 3))
    assert len(codes(forum.store)) == 1
    rows = feedback.to_code(forum.store, "Sari").to_dict("records")
    assert [row["row_number"] for row in rows if row["coded"] == "mutu"] == [3]


def test_erasing_one_of_them_leaves_the_others(forum):
    forum.send(feedback=said("Bagus", 3))
    forum.send(feedback=said("Bagus", 3))
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    assert current(forum) == 2


def told(forum, **sheets) -> dict:
    """What the preview says of the feedback of a file, then stored."""
    counts = {name: number for name, number in forum.check(**sheets).consequences["feedback"].items() if number}
    forum.send(**sheets)
    return counts


def test_short_answers_of_different_people_in_two_files_are_two(forum):
    forum.send(feedback=[*said("ya", sex="P", age="30"), *said("sudah bagus", sex="L")])
    assert told(forum, feedback=[*said("ya", sex="L", age="30"), *said("sudah bagus", sex="L")]) == {
        "new": 1, "unchanged": 1}  # fmt: skip
    assert current(forum) == 3


def test_the_same_file_again_doubles_none_of_them(forum):
    rows = [*said("ya", 2, sex="P"), *said("ya", sex="L"), *said("ya"), *said("sudah bagus", age="41")]
    forum.send(feedback=rows)
    # One row more: a file of the very same bytes is known before its rows are looked at.
    assert told(forum, feedback=[*said("lain"), *rows]) == {"unchanged": 5, "new": 1}
    assert current(forum) == 6


def test_an_answer_that_tells_its_sex_later_is_the_same_and_the_fuller_one_stays(forum):
    forum.send(feedback=said("ya", 2))
    assert told(forum, feedback=said("ya", sex="P")) == {"changed": 1}
    assert current(forum) == 2
    assert told(forum, feedback=[*said("ya", 2), *said("lain")]) == {"unchanged": 2, "new": 1}  # see above: other bytes
    assert forum.query("select sex, count(*) from current_feedback group by all order by all") == [("f", 1), (None, 2)]


def test_a_long_text_is_the_same_whatever_its_sex(forum):
    long = "Air sumur bor di dusun kami keruh"
    forum.send(feedback=said(long, sex="P"))
    assert told(forum, feedback=said(long, sex="L")) == {"changed": 1}
    assert current(forum) == 1


def test_the_preview_says_how_many_answers_are_known(forum):
    rows = [*said("ya", sex="P"), *said("sudah bagus", sex="L")]
    english = translator("en")
    assert voices_known([forum.check(feedback=rows)], english) == ""
    forum.send(feedback=rows)
    assert voices_known([forum.check(feedback=[*rows, *said("ya", sex="L")])], english).startswith("2 answers ")


@pytest.mark.parametrize("written, proposed", [("didisposisi", "ditangani"), ("slesai", "selesai"), ("aneh", "")])
def test_a_status_that_nobody_listed_has_the_nearest_one_as_proposal(forum, written, proposed):
    row = {"date": date(2025, 3, 1), "text": "Air mati setiap sore", "status": written}
    (problem,) = forum.check(feedback=[row]).stops
    assert (problem.code, problem.proposal) == ("not_an_answer", proposed)
