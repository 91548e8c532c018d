"""New words: only what many people of several places say, never a name, never a count below k."""

from datetime import date, timedelta

from metrics.feedback_judgement import Judgement
from metrics.new_words import by_period, by_place, is_name, lately

DAY = date(2026, 1, 15)
PLACES = ("33.09", "33.10", "33.22")


def said(text: str, times: int, since: date, places=PLACES) -> list[dict]:
    return [{"date": since + timedelta(days=n % 60), "text": f"{text} {n}", "place": places[n % len(places)]}
            for n in range(times)]  # fmt: skip


def shown(judged: Judgement) -> str:
    listed = [*lately(judged), *(word for each in (*by_period(judged), *by_place(judged)) for word in each.words)]
    return " ".join(each.words for each in listed)


def test_a_word_of_one_village_is_not_shown_and_one_of_three_is(forum):
    """`serakah` is said 14 times in one village, `lumut` 15 times in three, `ulat` twice in each of three."""
    forum.send(feedback=[*said("airnya jernih sekali", 90, date(2025, 5, 1)),
                         *said("dia serakah terus", 14, date(2025, 11, 1), ("33.10",)),
                         *said("banyak lumut hijau", 15, date(2025, 11, 1)),
                         *said("ulat masuk tandon", 6, date(2025, 11, 1))])  # fmt: skip
    found = shown(Judgement(forum.store, DAY))
    assert "lumut" in found and "serakah" not in found and "ulat" not in found


def test_a_name_is_never_a_new_word(forum):
    forum.send(feedback=[*said("airnya jernih sekali", 90, date(2025, 5, 1)),
                         *said("bantuan diambil suparno terus", 30, date(2025, 11, 1))])  # fmt: skip
    judged = Judgement(forum.store, DAY)
    assert lately(judged) and "suparno" not in shown(judged)


def test_a_word_that_says_nothing_by_itself_is_not_new(forum):
    """`sudah` came up as often as `lumut`; beside a word of its own it may stand."""
    forum.send(feedback=[*said("airnya jernih sekali", 90, date(2025, 5, 1)),
                         *said("sudah pada lumut", 30, date(2025, 11, 1))])  # fmt: skip
    listed = [word for each in by_period(Judgement(forum.store, DAY)) for word in each.words]
    assert listed and all("lumut" in each.words for each in listed)


def test_within_a_place_a_word_needs_eleven_voices_there(forum):
    """33.10 says `lumut` 4 times of its 34 voices, the others 26 times."""
    forum.send(feedback=[*said("airnya jernih sekali", 90, date(2025, 5, 1)),
                         *said("banyak lumut", 4, date(2025, 11, 1), ("33.10",)),
                         *said("banyak lumut", 26, date(2025, 11, 1), ("33.09", "33.22"))])  # fmt: skip
    assert "lumut" not in shown(Judgement(forum.store, DAY, place="33.10"))
    assert "lumut" in shown(Judgement(forum.store, DAY))


def test_names_are_told_from_words():
    assert is_name("suparno") and is_name("diambil wagiyem") and not is_name("air keruh") and not is_name("sekolah")
