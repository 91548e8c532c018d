"""Suggestions for what nobody has spoken of, to be confirmed together; and texts that say nothing get none."""

import pytest

from metrics.assisted import Proposal, learnt, proposal
from metrics.many_suggestions import Open, of_theme, sure_enough, usual_level, waiting


def row(entry: str, text: str, theme: str | None = None) -> dict:
    return {"entry": entry, "text": text, "theme": theme}


ROWS = [row("a", "Iuran mahal"), row("b", "Biaya mahal sekali"), row("c", "Pompa rusak"),
        row("d", "Iuran naik", "biaya"), row("e", "Iuran mahal, petugas minta uang pelicin"), row("f", "-"),
        row("g", "Biaya berat")]  # fmt: skip


def test_what_is_coded_has_a_theme_is_sensitive_or_says_nothing_is_left_out():
    found = waiting(ROWS, None, {"g"})
    assert sorted((one.row["entry"], one.proposal.theme) for one in found) == [
        ("a", "cost"), ("b", "cost"), ("c", "broken")]  # fmt: skip
    assert sure_enough(found, 0.9) == {"cost": 2, "broken": 1}
    assert [one.row["entry"] for one in of_theme(found, "cost", 0.9)] == ["a", "b"]


@pytest.fixture(scope="module")
def known():
    texts = {f"c{n}": f"iuran bulanan mahal {n}" for n in range(20)}
    texts |= {f"r{n}": f"pompa rusak bocor {n}" for n in range(30)}
    return learnt(texts, {entry: "cost" if entry[0] == "c" else "broken" for entry in texts})


def test_of_what_was_learnt_only_the_sure_ones_are_counted(known):
    found = waiting([row("x", "iuran mahal"), row("y", "iuran pompa")], known, ())
    sure = {one.row["entry"]: one.proposal.confidence for one in found}
    assert sure["x"] > sure["y"]
    between = (sure["x"] + sure["y"]) / 2
    assert sure_enough(found, between) == {found[0].proposal.theme: 1} and found[0].row["entry"] == "x"


@pytest.mark.parametrize("text", ["", "  ", "-", "…", "12", "[telepon]", "[nama] [alamat]"])
def test_a_text_without_words_gets_no_suggestion(known, text):
    assert proposal(text, known) is None and proposal(text, known, "c0") is None


def test_words_that_nobody_has_coded_get_no_suggestion_by_chance(known):
    assert proposal("Zzyx qwv", known) is None


@pytest.mark.parametrize(
    ("sure", "level"), [((0.95, 0.4), 0.8), ((0.72, 0.5), 0.7), ((0.5,), 0.5), ((0.49, 0.3), None), ((), None)]
)
def test_nobody_opens_an_empty_list_while_a_lower_level_has_suggestions(sure, level):
    found = [Open(row(str(each), "x"), Proposal("cost", each, ("x",), "learnt")) for each in sure]
    assert usual_level(found) == level
