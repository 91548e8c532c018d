"""Makers: a workbook of a few rows, and a forum (a store) that takes it in through the same door as any upload."""

import atexit
import itertools
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from data import intake
from data.intake import Outcome
from data.printing import records
from data.reading import close, read_workbook
from data.store import Store
from data.template import write_template
from metrics.engine import open_measured
from metrics.lineage import trace
from metrics.progress import progress
from tests.reading_here import read_here

ROOT = Path(__file__).resolve().parents[1]
Row = dict[str, object]
UNIT_FIELDS = ("indicator", "period", "value", "partner", "place", "group")


def indicator(code: str, **differs: object) -> Row:
    """An indicator that counts people up, adds over time and over units, and says nothing of where it starts."""
    return {"code": code, "name": f"Indikator {code}", "level": "outcome", "unit": "orang", "measure": "number",
            "direction": "up", "over_time": "sum", "over_units": "sum"} | differs  # fmt: skip


def rows_of(key: str, given: Sequence[object]) -> list[Row]:
    """Rows as dictionaries. An indicator may be its code alone, a target or result a tuple of UNIT_FIELDS."""
    if key == "indicators":
        return [indicator(entry) if isinstance(entry, str) else entry for entry in given]
    return [entry if isinstance(entry, dict) else dict(zip(UNIT_FIELDS, entry, strict=False)) for entry in given]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those with a browser first, then the files with most tests: whatever takes longest at the end would leave the
    other process waiting for it."""
    in_file = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.get_closest_marker("browser") is None, -in_file[item.path]))


@lru_cache(maxsize=1)
def _blank_file() -> Path:
    """An empty store, made once a process: to make one takes as long as a small upload."""
    path = Path(tempfile.mkdtemp(prefix="dampak-tests-")) / "blank.duckdb"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    open_measured(path).close()
    return path


class Forum:
    """A store in a folder of its own, and the workbooks that were sent to it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        shutil.copy(_blank_file(), folder / "forum.duckdb")
        self.store: Store = open_measured(folder / "forum.duckdb")
        self._numbers = itertools.count(1)

    def workbook(self, language: str = "id", **sheets: Sequence[object]) -> Path:
        """A template with these rows in it, by sheet key."""
        path = self.folder / f"laporan-{next(self._numbers)}.xlsx"
        write_template(path, language, {key: rows_of(key, rows) for key, rows in sheets.items()})
        return path

    def check(self, **sheets: Sequence[object]) -> Outcome:
        return intake.check(self.store, self.workbook(**sheets))

    def load(self, *paths: Path, **options: object) -> list[Outcome]:
        return intake.load(self.store, paths, **options)

    def send(self, **sheets: Sequence[object]) -> Outcome:
        """Store these rows as one upload; nothing may stop it."""
        outcome = self.load(self.workbook(**sheets))[0]
        assert [problem for problem in outcome.problems if problem.stops] == []
        return outcome

    def rows(self, as_of: str = "2026-01-01", by: str = "", **within: object) -> list[Row]:
        """Progress as plain dictionaries; a missing value is None."""
        return list(
            records(progress(self.store, date.fromisoformat(as_of), [word for word in by.split(",") if word], **within))
        )

    def row(self, code: str, as_of: str = "2026-01-01", by: str = "", **key: object) -> Row:
        """The only row of an indicator (and period, partner, place, group where given)."""
        wanted = {"indicator": code} | key
        found = [row for row in self.rows(as_of, by) if all(row[name] == value for name, value in wanted.items())]
        assert len(found) == 1, f"{len(found)} rows of {wanted}"
        return found[0]

    def actual(self, code: str, as_of: str = "2026-01-01", by: str = "", **key: object) -> object:
        return self.row(code, as_of, by, **key)["actual"]

    def trace(self, code: str, as_of: str = "2026-01-01", **within: object) -> list[Row]:
        return list(records(trace(self.store, code, date.fromisoformat(as_of), **within)))

    def query(self, text: str) -> list[tuple]:
        with self.store.cursor() as cursor:
            return cursor.execute(text).fetchall()

    def close(self) -> None:
        self.store.close()


@pytest.fixture
def forum(tmp_path: Path):
    """An empty forum."""
    opened = Forum(tmp_path / "forum")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def forum_of(tmp_path_factory: pytest.TempPathFactory):
    """Makes a forum that a whole module reads from: `forum_of(indicators=[…], results=[…])`."""
    opened: list[Forum] = []

    def made(**sheets: Sequence[object]) -> Forum:
        opened.append(Forum(tmp_path_factory.mktemp("forum")))
        if sheets:
            opened[-1].send(**sheets)
        return opened[-1]

    yield made
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def define() -> Callable[..., Row]:
    """Makes one row of the sheet Indicators; see `indicator`."""
    return indicator


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files beside the repository; tests that need it are skipped where it is not there."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared with the real files is not here")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _read_in_this_process():
    """Small files of ours need no limits, and the start of a child costs more than all else that a test does with them.

    What the child is for is tested where `data.reading.read_workbook` is called itself, and by `read_in_a_child`.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(intake, "read_workbook", read_here)
        yield


@pytest.fixture
def read_in_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """The intake reads as it does in use."""
    monkeypatch.setattr(intake, "read_workbook", read_workbook)


@pytest.fixture(scope="session", autouse=True)
def _no_child_left():
    yield
    close()
