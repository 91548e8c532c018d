"""Contents of reports: of the sample, read once, and of small forums made by a test."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import which

import pytest

from data import coding
from data.sample import load_sample
from metrics.engine import open_measured
from reports.asked import Asked
from reports.content import Content, content_of

SAMPLE_DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def sample_content(tmp_path_factory) -> Callable[..., Content]:
    """`sample_content("en", programme="AIR")`: what a report on the sample says."""
    store = open_measured(tmp_path_factory.mktemp("reports") / "sample.duckdb")
    load_sample(store)
    found: dict[tuple, Content] = {}

    def made(language: str = "id", **asked: str) -> Content:
        key = (language, *sorted(asked.items()))
        if key not in found:
            found[key] = content_of(store, Asked(SAMPLE_DAY, language, **asked))
        return found[key]

    yield made
    store.close()


@pytest.fixture
def told(forum) -> Callable[..., Content]:
    """`told("2025-07-01", "en", indicators=[…], results=[…])`: sends the sheets, and gives what a report says then.

    Every voice with consent is approved as a quote, unless `approve=False`.
    """

    def made(as_of: str, language: str = "en", *, approve: bool = True, texts: dict | None = None, **sheets) -> Content:
        if sheets:
            forum.send(**sheets)
            if approve:
                coding.approve_all(forum.store, 1, decided_by="sekretariat")
        return content_of(forum.store, Asked(date.fromisoformat(as_of), language), texts)

    return made


@pytest.fixture(scope="session")
def words_of() -> Callable[[Path], str]:
    """The text of a PDF, spaces made one; tests that need it are skipped without pdftotext."""
    if not which("pdftotext"):
        pytest.skip("pdftotext is not installed")

    def read(path: Path) -> str:
        done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
        return " ".join(done.stdout.decode("utf-8").replace("\u200b", "").split())

    return read
