"""The coding screen: a key for every answer, a suggestion with its words, undo, and quotes that a person approved."""

from datetime import date

import pytest

from data.coding import CODED, Code, NotCoded, coder_codes, codes, decide_quote, record
from data.erasure import Entry
from data.intake import load
from data.template import write_template
from metrics import feedback
from metrics.assisted import agreement
from metrics.engine import open_measured
from tests.pages.shown import words
from tests.pages.test_coding_door import opened
from ui import session

DAY = date(2026, 1, 1)
SHEET = "Umpan Balik"


@pytest.fixture
def heard(forum):
    """Three entries; the second (row 3) was given without consent."""
    forum.send(
        feedback=[
            {"date": date(2025, 3, 1), "text": "Pompa rusak lagi", "consent": "ya"},
            {"date": date(2025, 3, 2), "text": "Iuran terlalu mahal", "consent": "tidak"},
            {"date": date(2025, 3, 3), "text": "Airnya bau", "consent": "ya"},
        ]
    )
    return forum


def test_the_newest_code_of_a_coder_counts_and_an_undone_one_does_not(heard):
    entry = Entry(1, SHEET, 2)
    record(heard.store, Code(entry, "Ani", CODED, ("quality",)))
    record(heard.store, Code(entry, "Ani", CODED, ("broken",), "broken", 0.8))
    record(heard.store, Code(entry, "Budi", CODED, ("cost",)))
    record(heard.store, Code(entry, "Budi", "undone"))
    assert [(coder, themes) for _, coder, themes in codes(heard.store)] == [("Ani", ("broken",))]
    assert heard.query("select coder, event, is_accepted from feedback_codes order by code_id") == [
        ("Ani", "coded", False),
        ("Ani", "coded", True),
        ("Budi", "coded", False),
        ("Budi", "undone", False),
    ]


def test_a_code_follows_its_entry_into_the_next_upload(heard):
    record(heard.store, Code(Entry(1, SHEET, 2), "Ani", CODED, ("broken",)))
    heard.send(feedback=[{"date": date(2025, 3, 1), "text": "Pompa rusak lagi", "consent": "ya"}])
    rows = feedback.to_code(heard.store, "Ani")
    assert rows.loc[rows["text"] == "Pompa rusak lagi", ["upload_id", "coded"]].values.tolist() == [[2, "broken"]]


@pytest.mark.parametrize(
    ("code", "lacks"),
    [
        (Code(Entry(1, SHEET, 2), " ", CODED, ("broken",)), "coder"),
        (Code(Entry(1, SHEET, 2), "Ani", CODED), "themes"),
        (Code(Entry(9, SHEET, 2), "Ani", CODED, ("broken",)), "entry"),
    ],
)
def test_a_code_without_coder_theme_or_entry_is_refused(heard, code, lacks):
    with pytest.raises(NotCoded) as refused:
        record(heard.store, code)
    assert refused.value.args == (lacks,)


def test_words_appear_only_with_consent_and_after_approval(heard):
    assert feedback.quotes(heard.store, DAY)["text"].tolist() == []
    decide_quote(heard.store, Entry(1, SHEET, 2), "approved", decided_by="Ani")
    with pytest.raises(NotCoded):
        decide_quote(heard.store, Entry(1, SHEET, 3), "approved", decided_by="Ani")
    assert feedback.quotes(heard.store, DAY)["text"].tolist() == ["Pompa rusak lagi"]
    decide_quote(heard.store, Entry(1, SHEET, 2), "withdrawn", decided_by="Budi")
    assert feedback.quotes(heard.store, DAY)["text"].tolist() == []


def test_keys_code_skip_and_undo(open_screen, store_file, tmp_path):
    """Newest first: `Airnya bau` is taken as suggested (quality), `Iuran …` is skipped, and that is undone."""
    rows = [{"date": date(2025, 3, 2), "text": "Iuran terlalu mahal"}, {"date": date(2025, 3, 3), "text": "Airnya bau"}]
    write_template(tmp_path / "suara.xlsx", "id", {"feedback": rows})
    store = open_measured(store_file)
    load(store, [tmp_path / "suara.xlsx"])
    store.close()
    screen = open_screen("coding", lang="en")
    opened(screen)
    assert "Airnya bau" in words(screen)
    screen.button(key="take").click().run()
    assert "Iuran terlalu mahal" in words(screen)
    screen.button(key="skip").click().run()
    screen.button(key="undo_code").click().run()
    assert "Iuran terlalu mahal" in words(screen)
    with session.opened_store().cursor() as cursor:
        rows = cursor.execute(
            "select coder, event, themes, is_accepted from feedback_codes order by code_id"
        ).fetchall()
    assert rows == [("Ani", "coded", "quality", True), ("Ani", "skipped", None, False), ("Ani", "undone", None, False)]


def test_sensitive_complaints_stand_on_a_list_of_their_own_without_their_words(open_screen, store_file, tmp_path):
    rows = [{"date": date(2025, 3, 2), "text": "Relawan melecehkan anak saya", "theme": "akses", "channel": "telepon"},
            {"date": date(2025, 3, 3), "text": "Airnya bau"}]  # fmt: skip
    write_template(tmp_path / "suara.xlsx", "id", {"feedback": rows})
    store = open_measured(store_file)
    load(store, [tmp_path / "suara.xlsx"])
    store.close()
    screen = open_screen("coding", lang="en")
    opened(screen)
    listed = next(table.value for table in screen.table)
    assert listed["Found"].tolist() == ["by its words"] and listed["Row"].tolist() == ["Umpan Balik 2"]
    assert "melecehkan" not in listed.to_string()
    assert "telepon" not in words(open_screen("voices", lang="en"))


@pytest.fixture
def costly(store_file, tmp_path):
    """Three entries about cost, of which nobody named a theme, and one about water."""
    said = ["Iuran terlalu mahal", "Biaya mahal", "Iuran mahal sekali", "Airnya bau"]
    rows = [{"date": date(2025, 3, 1 + n), "text": text} for n, text in enumerate(said)]
    write_template(tmp_path / "suara.xlsx", "id", {"feedback": rows})
    store = open_measured(store_file)
    load(store, [tmp_path / "suara.xlsx"])
    store.close()


def test_many_suggestions_are_confirmed_at_once_and_taken_back(open_screen, costly):
    screen = open_screen("coding", lang="en")
    opened(screen)
    screen.button(key="many_look").click().run()
    assert screen.button(key="many_confirm").label == "Confirm the 3 suggestions of “Cost”"
    screen.button(key="many_confirm").click().run()
    store = session.opened_store()
    assert sorted(themes for _, _, themes in codes(store)) == [("cost",)] * 3
    screen.button(key="many_undo").click().run()
    assert codes(store) == [] and not screen.exception


def test_the_sensitive_list_follows_each_answer(open_screen, costly):
    screen = open_screen("coding", lang="en")
    opened(screen)
    assert "There is none." in words(screen)
    screen.button(key="theme_safety").click().run()
    assert "There is none." not in words(screen)
    screen.button(key="undo_code").click().run()
    assert "There is none." in words(screen)


def test_agreement_follows_each_answer(open_screen, costly):
    store = session.opened_store()
    for row in (2, 3):
        record(store, Code(Entry(1, SHEET, row), "Budi", CODED, ("cost",)))
    screen = open_screen("coding", lang="en")
    opened(screen)
    assert not screen.metric
    screen.button(key="theme_quality").click().run()
    assert [metric.value for metric in screen.metric][1:] == ["0", "2"]
    for _ in range(2):
        screen.button(key="theme_cost").click().run()
    assert [metric.value for metric in screen.metric][1] == "1"


def test_a_coder_who_writes_her_name_twice_does_not_agree_with_herself():
    """Two names of one person are one row. Entries 1 and 2 by both: a a, b b; 3 by Ani alone falls out: alpha is 1."""
    found = [("1", "Ani", ("quality",)), ("2", "ani ", ("cost",)), ("3", "ANI", ("cost",)),
             ("1", "Budi", ("quality",)), ("2", "Budi", ("cost",))]  # fmt: skip
    assert coder_codes(found) == [["quality", "cost", "cost"], ["quality", "cost", None]]
    assert agreement(coder_codes(found)) == (1.0, 2)
    assert agreement(coder_codes(found[:3])) == (None, 0)


def test_alpha_of_three_coders_with_gaps_by_hand():
    """Unit 1: a a b, unit 2: b b, unit 3: a alone falls out. D_o = 2/5, D_e = 2·2·3/(5·4) = 3/5: alpha = 1/3."""
    assert agreement([["a", "b", "a"], ["a", "b", None], ["b", None, None]]) == (pytest.approx(1 / 3), 2)
