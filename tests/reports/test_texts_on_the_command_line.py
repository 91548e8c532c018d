"""`python -m reports texts`, the editor, `--texts`: what a person wrote stands in the report."""

import pytest

from reports.__main__ import main


@pytest.fixture
def store(forum, define):
    """The file of a store with one indicator that fell behind; closed."""
    forum.send(indicators=[define("SAFE", name="Safe water", unit="%", measure="percent", over_time="last", baseline=10,
                                  target=90, baseline_date="2024-12-31", target_date="2026-12-31", over_units="none")],
               results=[("SAFE", "2025-Q1", 11)])  # fmt: skip
    forum.close()
    return str(forum.folder / "forum.duckdb")


def asked(*words: object, store: str) -> int:
    return main([*map(str, words), "--lang", "en", "--as-of", "2025-07-01", "--store", store])


def test_the_draft_is_written_edited_and_given_back(store, tmp_path, capsys):
    draft, page = tmp_path / "draft.toml", tmp_path / "page.html"
    assert asked("texts", draft, store=store) == 0
    written = draft.read_text("utf-8")
    blank = '"SAFE" = "Cause: …… (filled in by the forum)"'
    assert written.count(blank) == 1
    draft.write_text(written.replace(blank, '"SAFE" = "Cause: the pump <broke> & no part was to be had."'), "utf-8")
    assert asked("html", page, "--texts", draft, store=store) == 0
    assert "the pump &lt;broke&gt; &amp; no part was to be had" in page.read_text("utf-8")
    assert asked("report", tmp_path / "report.pdf", "--texts", draft, store=store) == 0
    assert asked("brief", tmp_path / "brief.pdf", "--texts", draft, store=store) == 0
    assert capsys.readouterr().err == ""


def test_a_text_that_belongs_nowhere_is_named(store, tmp_path, capsys):
    texts = tmp_path / "texts.toml"
    texts.write_text('[unmet]\n"GONE-1" = "An indicator of last year"\n', "utf-8")
    assert asked("html", tmp_path / "page.html", "--texts", texts, store=store) == 0
    assert "unmet.GONE-1" in capsys.readouterr().err


def test_a_text_file_that_is_not_there_writes_nothing(store, tmp_path, capsys):
    assert asked("html", tmp_path / "page.html", "--texts", tmp_path / "none.toml", store=store) == 1
    assert "none.toml" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()
