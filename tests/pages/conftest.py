"""Screens on a store of their own: empty, or with the sample; the day is fixed, so the words are too."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from data.sample import load_sample
from metrics.engine import open_measured
from ui import session

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory) -> Path:
    """A store with the sample, closed."""
    path = tmp_path_factory.mktemp("sample") / "dampak.duckdb"
    store = open_measured(path)
    load_sample(store)
    store.close()
    return path


@pytest.fixture
def store_file(tmp_path, monkeypatch) -> Iterator[Path]:
    """Where this test's store is; closed after the test."""
    path = tmp_path / "dampak.duckdb"
    monkeypatch.setenv("DAMPAK_STORE", str(path))
    monkeypatch.setenv("DAMPAK_TODAY", TODAY)
    yield path
    if store := session._STORES.pop(str(path), None):
        store.close()


class Lent:
    """One open store for all tests that only read it, so that what one had drawn is remembered for the next; after a
    test that wrote into it, it is thrown away."""

    def __init__(self, make: Callable[[], Path]) -> None:
        """`make` gives the path of a store, never the same one twice: what is remembered goes by it."""
        self._make = make
        self.path: Path | None = None

    def begin(self) -> Path:
        """The store, opened by now: opening writes too."""
        if self.path is None:
            self.path = self._make()
        os.environ["DAMPAK_STORE"] = str(self.path)
        session.opened_store()
        self._before = self._on_disk()
        return self.path

    def end(self) -> None:
        """Keep the store for the next test, unless a byte of it has changed or somebody closed it."""
        if str(self.path) not in session._STORES or self._on_disk() != self._before:
            self.throw_away()

    def throw_away(self) -> None:
        if store := session._STORES.pop(str(self.path), None):
            store.close()
        self.path = None

    def _on_disk(self) -> list[tuple[str, int, int]]:
        files = sorted(self.path.parent.glob(f"{self.path.name}*"))  # the log of the store stands beside it
        return [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]


@pytest.fixture(scope="session")
def lent_sample(sample_file, tmp_path_factory) -> Iterator[Lent]:
    """See `Lent`."""
    made = Lent(lambda: Path(shutil.copy(sample_file, tmp_path_factory.mktemp("lent") / "dampak.duckdb")))
    yield made
    made.throw_away()


@pytest.fixture(scope="session")
def lent_empty(tmp_path_factory) -> Iterator[Lent]:
    """See `Lent`."""
    made = Lent(lambda: tmp_path_factory.mktemp("empty") / "dampak.duckdb")
    yield made
    made.throw_away()


@pytest.fixture
def sample(store_file, lent_sample) -> Iterator[Path]:
    """The store of this test, with the sample in it: fresh, or as tests that only read it have left it."""
    yield lent_sample.begin()
    lent_sample.end()


@pytest.fixture
def empty(store_file, lent_empty) -> Iterator[Path]:
    """The same, with nothing in it."""
    yield lent_empty.begin()
    lent_empty.end()


@pytest.fixture
def open_screen(store_file, monkeypatch) -> Open:
    """Open a screen by its file in pages/, with what stands in the address."""
    begin = PagesManager.__init__

    def begin_without_pages(self, *args, **kwargs):
        begin(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False  # AppTest forgets at each run that st.navigation was called

    monkeypatch.setattr(PagesManager, "__init__", begin_without_pages)

    def opened(page: str = "overview", **address: str) -> AppTest:
        app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
        if page != "overview":
            app.switch_page(f"pages/{page}.py")  # before the first run: nobody draws Ringkasan on the way
        app.query_params.update(address)
        return app.run()

    return opened


@pytest.fixture(scope="module")
def dashboard(sample_file, tmp_path_factory):
    """The dashboard, served with the sample on a store of its own."""
    from benchmarks.servers import served

    store = tmp_path_factory.mktemp("browser") / "dampak.duckdb"
    shutil.copy(sample_file, store)
    environment = {**os.environ, "DAMPAK_STORE": str(store), "DAMPAK_TODAY": TODAY}
    with served(ROOT / "dashboard.py", environment=environment) as server:
        yield server.url


@pytest.fixture(scope="module")
def browser():
    from benchmarks.browser import chromium

    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser):
    with browser.new_page(viewport={"width": 1366, "height": 768}) as opened:
        yield opened
