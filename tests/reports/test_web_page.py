"""The web page: one file, no script, nothing fetched, every text escaped, the same figures as the printed report."""

import html
import re
from datetime import date

import pytest

from reports.document import document
from reports.web_page import page, write

HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}{% x %}"


def plain(made: str) -> str:
    """The text of a page, spaces made one."""
    body = re.sub(r"<style>.*?</style>", " ", made, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_has_every_figure_and_sentence_of_the_document(sample_content, language):
    content = sample_content(language)
    made, told = page(content), document(content)
    words = plain(made)
    assert f'<html lang="{language}">' in made
    for section in told["sections"]:
        assert section["title"] in words
        for block in section["blocks"]:
            for row in block.get("rows", []):
                cells = (
                    [cell["text"] for cell in row]
                    if isinstance(row, list)
                    else [row[name] for name in ("name", "actual", "target", "baseline", "expected", "shares", "word")]
                )
                assert [cell for cell in cells if " ".join(cell.split()) not in words] == []
            for point in block.get("points", []):
                assert point["text"] in words
    for part in (content.title, content.headline, content.stamp, content.sample_mark):
        assert part in words


def test_the_page_needs_no_script_and_no_network(sample_content, tmp_path):
    write(sample_content(), tmp_path / "page.html")
    made = (tmp_path / "page.html").read_text("utf-8")
    assert "<script" not in made and "javascript:" not in made
    assert re.findall(r"""(?:src|href)\s*=\s*["'](?!#|data:,)[^"']*""", made) == []
    assert re.findall(r"https?://|url\((?!#)", made) == []
    assert "default-src 'none'" in made
    assert "prefers-color-scheme: dark" in made and "@media print" in made


def test_texts_of_the_data_are_escaped(define, told):
    content = told("2025-07-01", indicators=[define(HOSTILE[:40], name=HOSTILE, unit=HOSTILE, definition=HOSTILE)],
                   results=[(HOSTILE[:40], "2025-Q1", 3)],
                   feedback=[{"date": date(2025, 3, 1), "text": HOSTILE, "consent": "ya"}])  # fmt: skip
    made = page(content)
    assert "<script" not in made and "<img" not in made
    assert HOSTILE in html.unescape(made)
    assert "{{ 7*7 }}" in made  # not worked out


def test_every_figure_has_a_header_for_a_phone_and_for_a_reader(sample_content):
    made = page(sample_content())
    cells = re.findall(r'<td role="cell"[^>]*>', made)
    assert cells
    assert [cell for cell in cells if "data-head=" not in cell and 'class="wide"' not in cell] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_forum_has_a_page(told, language):
    content = told("2025-07-01", language)
    assert content.headline in plain(page(content))
