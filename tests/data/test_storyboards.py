"""Storyboards and short addresses: what is kept, what counts, and that nobody overwrites another's work."""

import pytest

from data.short_addresses import long_address, short_number
from data.store import run
from data.storyboards import (
    MOST_STEPS,
    ChangedMeanwhile,
    Step,
    View,
    change,
    create,
    edition,
    moved,
    remove,
    storyboards,
)  # fmt: skip
from data.written import Unfinished

TREND = Step(View.of("trend", {"indicator": "GIZI-01", "programme": None, "place": "33"}), "Stunting", "Tanya Bu Siti")
MAP = Step(View.of("map", {}))


def test_a_storyboard_is_kept_as_what_to_look_at(forum):
    create(forum.store, " Rapat TW IV ", (TREND, MAP), "Ani")
    (kept,) = storyboards(forum.store)
    assert (kept.name, kept.changed_by) == ("Rapat TW IV", "Ani")
    assert kept.steps[1] == MAP
    assert kept.steps[0].view == View("trend", (("indicator", "GIZI-01"), ("place", "33")))  # nothing chosen, not kept
    with forum.store.cursor() as cursor:
        ((steps,),) = run(cursor, "select steps from storyboards")
    assert '"kind": "trend"' in steps and "value" not in steps


def test_the_newest_version_counts_and_the_older_ones_stay(forum):
    first = create(forum.store, "Rapat", (TREND, MAP))
    before = edition(forum.store)
    second = change(forum.store, first, steps=moved(first.steps, 1, -1), name="Rapat pleno")
    (kept,) = storyboards(forum.store)
    assert kept == second and edition(forum.store) > before
    assert (kept.name, [step.view.kind for step in kept.steps]) == ("Rapat pleno", ["map", "trend"])
    with forum.store.cursor() as cursor:
        assert run(cursor, "select count(*) from storyboards") == [(2,)]


def test_who_saw_an_older_version_does_not_overwrite_the_newer(forum):
    first = create(forum.store, "Rapat", (TREND,))
    change(forum.store, first, steps=(TREND, MAP))
    with pytest.raises(ChangedMeanwhile):
        change(forum.store, first, steps=())
    with pytest.raises(ChangedMeanwhile):
        remove(forum.store, first)
    assert len(storyboards(forum.store)[0].steps) == 2


def test_a_removed_one_is_gone_from_the_list_and_the_others_keep_their_numbers(forum):
    first, other = create(forum.store, "A", ()), create(forum.store, "B", (MAP,))
    remove(forum.store, first)
    assert storyboards(forum.store) == [other]
    assert create(forum.store, "C", ()).storyboard_id == 3


@pytest.mark.parametrize(("position", "by", "order"), [(0, -1, "abc"), (0, 1, "bac"), (2, -1, "acb"), (0, 9, "bca")])
def test_a_step_moves_as_far_as_there_are_places(position, by, order):
    steps = tuple(Step(View(letter)) for letter in "abc")
    assert "".join(step.view.kind for step in moved(steps, position, by)) == order


def test_a_name_is_needed_and_words_are_kept_masked(forum):
    with pytest.raises(Unfinished):
        create(forum.store, "  ", (MAP,))
    with pytest.raises(ValueError, match="at most"):
        create(forum.store, "Rapat", (MAP,) * (MOST_STEPS + 1))
    kept = create(forum.store, "Rapat", (Step(MAP.view, "Judul", "Telepon 0812-2733-4455 dulu"),))
    assert "0812" not in kept.steps[0].note
    assert storyboards(forum.store)[0].steps == kept.steps


def test_a_short_address_is_one_number_and_leads_back(forum):
    assert short_number(forum.store, "meeting?slide=3&lang=id") == 1
    assert short_number(forum.store, "voices?lang=en") == 2
    assert short_number(forum.store, "meeting?slide=3&lang=id") == 1
    assert long_address(forum.store, "2") == "voices?lang=en"


@pytest.mark.parametrize("number", ["", "0", "3", "-1", "²", "1 ", "1e1", "9" * 40])
def test_a_number_that_was_never_given_leads_nowhere(forum, number):
    short_number(forum.store, "voices?lang=en")
    assert long_address(forum.store, number) is None


@pytest.mark.parametrize("address", ["https://jahat.example/", "//jahat.example", "a b", "meeting#x", "x" * 3000])
def test_a_short_address_leads_to_no_other_place(forum, address):
    with pytest.raises(ValueError):
        short_number(forum.store, address)
