"""What is shown of the voices: small places and sensitive complaints are in no figure, and cannot be worked out."""

import json
import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

from charts.missing import records
from data.coding import CODED, Code, record
from data.erasure import Entry
from metrics import feedback, feedback_shown
from metrics.feedback_judgement import Judgement
from metrics.new_words import by_place
from tests.conftest import ROOT

DAY = date(2026, 1, 1)
SHEET = "Umpan Balik"


def said(theme: str | None, times: int, **more) -> list[dict]:
    """So many entries of a theme, each with words of its own that hint at nothing."""
    return [{"date": date(2025, 3, 1 + n % 28), "text": f"{theme} {n} {more.get('place', '')}", "theme": theme} | more
            for n in range(times)]  # fmt: skip


def shown(forum, **within) -> dict[str | None, dict]:
    """The rows of the themes by name; the row for all is ALL."""
    found = feedback_shown.themes(Judgement(forum.store, DAY, **within))
    return {"ALL" if row["is_total"] else row["theme"]: row for row in records(found)}


def test_few_sensitive_complaints_are_hidden_and_so_is_the_smallest_theme_beside_them(forum):
    """3 of abuse, 12 of access, 20 of cost: 35 in all. Without access the three cannot be worked out: 35 − 20 = 15."""
    forum.send(feedback=[*said("Keselamatan dan penyalahgunaan", 3), *said("akses", 12), *said("biaya", 20)])
    rows = shown(forum)
    assert rows["ALL"]["entries"] == 35
    assert rows["biaya"]["entries"] == 20
    assert rows["akses"]["entries"] is None
    assert rows["Keselamatan dan penyalahgunaan"]["entries"] is None
    assert rows["Keselamatan dan penyalahgunaan"]["reason"] == "suppressed"
    assert feedback_shown.sensitive_count(forum.store, DAY) is None


def test_the_pages_of_a_hidden_theme_have_no_figures_either(forum):
    forum.send(feedback=[*said("safety", 3, rating=1), *said("akses", 12), *said("biaya", 20)])
    for theme in ("safety", "Keselamatan dan penyalahgunaan", "akses"):
        judged = Judgement(forum.store, DAY, theme=theme)
        assert feedback_shown.volume(judged)["entries"].tolist() == [None]
        assert feedback_shown.ratings(judged)["entries"].isna().all()
        assert feedback_shown.steps(judged)["entries"].isna().all()
    assert feedback_shown.volume(Judgement(forum.store, DAY, theme="biaya"))["entries"].tolist() == [20]


def test_eleven_are_shown_but_not_within_a_programme(forum):
    forum.send(feedback=[*said("safety", 11), *said("biaya", 20)])
    assert shown(forum)["safety"]["entries"] == 11
    assert feedback_shown.sensitive_count(forum.store, DAY) == 11
    assert Judgement(forum.store, DAY, programme="AIR").hidden_themes == {"safety", "cost"}


@pytest.mark.parametrize(("text", "found"), [
    ("Ada relawan yang melecehkan anak saya", ["words"]), ("Petugas minta uang pelicin", ["words"]),
    ("Pompanya rusak", []), ("Jalan ke sana jauh", []),
])  # fmt: skip
def test_a_sensitive_complaint_is_found_by_its_words_whatever_the_sender_called_it(forum, text, found):
    forum.send(feedback=[{"date": date(2025, 3, 1), "text": text, "theme": "akses"}])
    assert feedback.sensitive(forum.store, DAY)["found_by"].tolist() == found
    assert len(feedback.overdue(forum.store, DAY)) == 1 - len(found)


def test_what_a_coder_says_goes_before_the_words_and_counts_as_sensitive(forum):
    """The words of row 2 sound like danger, a coder says it is a broken bridge; of row 3 a coder says it is abuse."""
    forum.send(feedback=[
        {"date": date(2025, 3, 1), "text": "Jembatan berbahaya", "theme": "sarana rusak"},
        {"date": date(2025, 3, 2), "text": "Dia datang malam-malam", "theme": "sikap petugas"},
    ])  # fmt: skip
    record(forum.store, Code(Entry(1, SHEET, 2), "Ani", CODED, ("broken",)))
    record(forum.store, Code(Entry(1, SHEET, 3), "Ani", CODED, ("safety",)))
    found = feedback.sensitive(forum.store, DAY)
    assert found[["row_number", "found_by"]].values.tolist() == [[3, "coder"]]
    record(forum.store, Code(Entry(1, SHEET, 3), "Budi", CODED, ("conduct",)))
    assert len(feedback.sensitive(forum.store, DAY)) == 1, "one coder is enough"


def test_codes_of_people_move_an_entry_to_their_themes(forum):
    """One entry coded with two themes stands under both, and once in the row for all."""
    forum.send(feedback=[{"date": date(2025, 3, 1), "text": "a", "theme": "biaya"}])
    record(forum.store, Code(Entry(1, SHEET, 2), "Ani", CODED, ("access", "quality")))
    rows = feedback.themes(forum.store, DAY)
    assert dict(zip(rows["key"].fillna("ALL"), rows["entries"], strict=True)) == {"ALL": 1, "access": 1, "quality": 1}


def test_within_a_place_every_small_count_is_hidden_and_zero_is_not(forum):
    """30 voices: 15 rated 2, 13 rated 4, 2 rated 5. The two are hidden, and the 13 with them; nobody rated 1 or 3."""
    rows = [*said("biaya", 15, rating=2, place="33.09"), *said("akses", 13, rating=4, place="33.09"),
            *said("manfaat", 2, rating=5, place="33.09")]  # fmt: skip
    forum.send(feedback=rows)
    assert feedback_shown.ratings(Judgement(forum.store, DAY, place="33.09"))["entries"].tolist() == [
        0, 15, 0, None, None]  # fmt: skip
    assert feedback_shown.ratings(Judgement(forum.store, DAY))["entries"].tolist() == [0, 15, 0, 13, 2]
    assert [name for name, row in shown(forum, place="33.09").items() if row["entries"] is None] == ["akses", "manfaat"]


def test_a_place_cannot_be_worked_out_with_another_filter(forum):
    """30 voices of a place, 25 of them of one partner: 5 are left, so the choice of both is hidden."""
    rows = [*said("biaya", 25, place="33.09", partner="A"), *said("akses", 5, place="33.09", partner="B")]
    forum.send(partners=[{"code": "A", "name": "A", "kind": "ngo"}, {"code": "B", "name": "B", "kind": "ngo"}],
               feedback=rows)  # fmt: skip
    assert not Judgement(forum.store, DAY, place="33.09").is_hidden
    assert Judgement(forum.store, DAY, place="33.09", partner="A").is_hidden


def test_groups_of_few_are_hidden_in_the_figures_of_people(forum):
    """20 women, 14 men and 3 who did not say: the three are hidden, and the 14 with them."""
    forum.send(feedback=[*said("biaya", 20, sex="p"), *said("akses", 14, sex="l"), *said("manfaat", 3)])
    found = feedback_shown.by_trait(Judgement(forum.store, DAY), "sex", lambda written: written or "")
    assert dict(zip(found["theme"], found["entries"], strict=True)) == {"f": 20, "m": None, None: None}


def test_words_of_a_place_appear_only_where_the_place_does(forum):
    rows = [{"date": date(2025, 3, 1), "text": f"ulat masuk tandon {n}", "place": "33.09"} for n in range(12)]
    rows += [{"date": date(2025, 3, 1), "text": f"lumut hijau menempel {n}", "place": "34.04"} for n in range(4)]
    rows += [{"date": date(2025, 3, 1), "text": f"airnya lancar setiap pagi {n}", "place": "33.10"} for n in range(40)]
    forum.send(feedback=rows)
    judged = Judgement(forum.store, DAY)
    assert "34.04" in judged.hidden_places
    assert not any("lumut" in each.words for place in by_place(judged) for each in place.words)


def test_the_command_line_prints_a_mark_for_what_is_hidden(forum):
    forum.send(feedback=[*said("safety", 3), *said("akses", 12), *said("biaya", 20)])
    forum.store.close()
    done = subprocess.run([sys.executable, "-m", "metrics", "feedback", "--store", str(forum.store.path), "--format",
                           "json", "--as-of", "2026-01-01"], capture_output=True, cwd=ROOT, check=True)  # fmt: skip
    rows = {row["theme"]: row for row in json.loads(done.stdout)}
    assert rows["safety"]["entries"] is None and rows["safety"]["reason"] == "suppressed"
    assert rows["biaya"]["entries"] == 20 and rows["biaya"]["reason"] is None


def test_nothing_of_a_hidden_choice_is_left_in_any_column(forum):
    forum.send(feedback=[*said("safety", 3, rating=1, answered_on=date(2025, 6, 1)), *said("biaya", 20)])
    row = pd.Series(shown(forum)["safety"])
    assert row[list(feedback_shown.COUNTS)].isna().all()
