import pytest

from locales import LANGUAGES, Translate, mark, read_catalogue, translator
from locales.extract import listed, messages, missing, sentences, update

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=1; plural=0;\\n"

msgid "Sheet {sheet}, cell {cell}"
msgstr "Sel {cell} di sheet {sheet}"

#, fuzzy
msgid "Unsure"
msgstr "Entah"

msgid "{n} report"
msgid_plural "{n} reports"
msgstr[0] "{n} laporan"
"""


@pytest.fixture
def indonesian(tmp_path):
    (tmp_path / "dampak.po").write_text(PO, "utf-8")
    return Translate("id", read_catalogue(tmp_path / "dampak.po"))


def test_english_is_the_source_text():
    assert translator("en")("Sheet {sheet}, cell {cell}", sheet="TW III", cell="F12") == "Sheet TW III, cell F12"


def test_values_go_in_after_translation_in_the_order_of_the_language(indonesian):
    assert indonesian("Sheet {sheet}, cell {cell}", sheet="TW III", cell="F12") == "Sel F12 di sheet TW III"


@pytest.mark.parametrize("name", ["{secret}", "{0.__class__}", "100% {", "}{"])
def test_a_value_is_never_read_as_a_template(indonesian, name):
    assert indonesian("Sheet {sheet}, cell {cell}", sheet=name, cell="A1") == f"Sel A1 di sheet {name}"


@pytest.mark.parametrize("text", ["{secret}", "{0.__class__}", "}{", ""])
def test_a_text_without_values_is_shown_as_it_is(indonesian, text):
    assert indonesian(text) == text


def test_an_unchecked_translation_is_not_shown(indonesian):
    assert indonesian("Unsure") == "Unsure"


def test_english_has_two_number_forms_and_indonesian_one(indonesian):
    assert [translator("en").plural("{n} report", "{n} reports", n) for n in (0, 1, 2)] == [
        "0 reports",
        "1 report",
        "2 reports",
    ]
    assert [indonesian.plural("{n} report", "{n} reports", n) for n in (0, 1, 2)] == [
        "0 laporan",
        "1 laporan",
        "2 laporan",
    ]


def test_the_number_of_a_plural_can_be_written_in_the_language(indonesian):
    assert indonesian.plural("{n} report", "{n} reports", 1234, n="1.234") == "1.234 laporan"


def test_a_language_knows_its_name_and_is_read_once():
    assert [translator(language).language for language in LANGUAGES] == ["id", "en"]
    assert translator("id") is translator("id")


def test_another_language_is_refused_by_name():
    with pytest.raises(ValueError, match=r"`language` must be one of 'id', 'en', got 'jv'\."):
        translator("jv")


def test_marking_a_text_leaves_it_as_it_is():
    assert mark("Met") == "Met"


def test_sentences_are_found_wherever_they_stand_in_the_code(tmp_path):
    code = tmp_path / "page.py"
    code.write_text(
        'A = {"met": mark("Met")}\nt("Hello " "there {x}", x=t("inner"))\nt(name)\nt(f"no {x}")\nset("no")\n'
        't.plural("{n} row", "{n} rows", len(t("counted")), n="1")\n', "utf-8",
    )  # fmt: skip
    assert set(sentences(code)) == {"Met", "Hello there {x}", "inner", ("{n} row", "{n} rows"), "counted"}


def test_toml_lists_sentences_at_any_depth():
    assert list(listed({"a": [{"msgid": "One"}], "b": {"msgids": ["Two", "Three"]}, "label": "no"})) == [
        "One",
        "Two",
        "Three",
    ]


def test_updating_keeps_translations_adds_what_is_new_and_retires_what_is_gone(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "tests").mkdir()
    page, catalogue = tmp_path / "pages" / "a.py", tmp_path / "dampak.po"
    (tmp_path / "tests" / "b.py").write_text('t("Only in a test")', "utf-8")
    page.write_text('t("Old")\nt("Kept")', "utf-8")
    update(catalogue, tmp_path)
    catalogue.write_text(
        catalogue.read_text("utf-8").replace('msgid "Kept"\nmsgstr ""', 'msgid "Kept"\nmsgstr "Tetap"'), "utf-8"
    )
    page.write_text('t("Kept")\nt("New")', "utf-8")
    found = update(catalogue, tmp_path)
    assert found["Kept"].string == "Tetap"
    assert [message.id for message in missing(found)] == ["New"]
    assert "Old" in found.obsolete
    assert len(messages(tmp_path)) == 2


def test_updating_twice_changes_nothing_and_the_file_has_no_date_of_its_run(tmp_path):
    (tmp_path / "a.py").write_text('t("One")', "utf-8")
    update(tmp_path / "x.po", tmp_path)
    first = (tmp_path / "x.po").read_bytes()
    update(tmp_path / "x.po", tmp_path)
    assert (tmp_path / "x.po").read_bytes() == first
    assert b"POT-Creation-Date: 2025-01-01" in first


def test_missing_translations_can_come_from_another_file(tmp_path):
    (tmp_path / "a.py").write_text('t("Met")', "utf-8")
    (tmp_path / "other.po").write_text(PO + '\nmsgid "Met"\nmsgstr "Tercapai"\n', "utf-8")
    assert update(tmp_path / "x.po", tmp_path, [tmp_path / "other.po"])["Met"].string == "Tercapai"
