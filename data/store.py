"""The store: one DuckDB file, one writer at a time, a cursor for every question."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from data import rewriting

_HERE = Path(__file__).parent
_WRITING = threading.RLock()  # of the module, not of a cache: a cleared cache must never free a second writer
_OPEN: dict[Path, "Store"] = {}
# an analyst's DuckDB 1.5 must be able to open the file
FILE_FORMAT = {"storage_compatibility_version": "v1.5.0"} if duckdb.__version__ >= "2" else {}
_SETTINGS = (
    "set enable_external_access = false",
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set allow_community_extensions = false",
    "set python_enable_replacements = false",
)


class StoreBusy(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """Another process holds the store; `args[0]` is its path."""


class StoreMissing(Exception):  # noqa: N818
    """There is no file where a store is to be read; `args[0]` is its path."""


class StoreUnusable(Exception):  # noqa: N818
    """The file is no store, or cannot be read or written; `args` are its path and what the system says."""


class Store:
    """An open store. Use `cursor()` for reading and `writing()` for one transaction; never share a cursor."""

    def __init__(self, path: Path, memory_limit: str = "1GB") -> None:
        self.path = path
        self._version = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            settings = {"memory_limit": memory_limit, "preserve_insertion_order": "false"}
            self._connection = duckdb.connect(str(path), config=settings | FILE_FORMAT)
        except (duckdb.Error, OSError) as error:
            # DuckDB has one kind of error for a lock and for a file that is none: only its words tell them apart
            is_held = "lock on file" in str(error) or "used by another process" in str(error)
            raise StoreBusy(str(path)) if is_held else StoreUnusable(str(path), str(error)) from error
        with self.writing() as cursor:
            cursor.execute(sql(_HERE / "schema.sql"))
            cursor.execute(sql(_HERE / "rollups" / "macros.sql"))
        for setting in _SETTINGS:
            self._connection.execute(setting)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own on the same store; close it or let it go out of scope."""
        return self._connection.cursor()

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction: committed at the end, undone when anything is raised. One at a time in this process."""
        with _WRITING:
            cursor = self.cursor()
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                with suppress(duckdb.Error):  # a transaction that broke already; what broke it is raised
                    cursor.rollback()
                raise
            finally:
                cursor.close()
            self._version = self._newest_event()  # before another write begins: no reader waits for a writer

    def version(self) -> int:
        """A number that changes with every upload and undo: the key of whatever is remembered about the store."""
        return self._version

    def _newest_event(self) -> int:
        with self.cursor() as cursor:
            return int(
                run(
                    cursor,
                    """
                select coalesce(max(event_id), 0) + (select count(*) from quote_decisions)
                    + (select count(*) from programme_schemes) from upload_events""",
                )[0][0]
            )

    def close(self) -> None:
        """Close the file. Every cursor must be closed before."""
        self._connection.close()
        _OPEN.pop(self.path, None)


def store_path(path: str | os.PathLike[str] | None = None) -> Path:
    """The store asked for: `path`, else DAMPAK_STORE, else var/dampak.duckdb."""
    return Path(path or os.environ.get("DAMPAK_STORE") or "var/dampak.duckdb").resolve()


def open_store(path: str | os.PathLike[str] | None = None) -> Store:
    """The store at `path` (see `store_path`), opened once per process.

    Raises StoreBusy when another process has it open, StoreUnusable where the file is no store.
    """
    wanted = store_path(path)
    with _WRITING:
        if wanted not in _OPEN:
            if rewriting.is_asked(wanted):
                with suppress(duckdb.Error):  # held by another process: opening says so, and the next one tries again
                    rewriting.write_anew(wanted, FILE_FORMAT)
            _OPEN[wanted] = Store(wanted, os.environ.get("DAMPAK_MEMORY", "1GB"))
        return _OPEN[wanted]


def run(
    cursor: duckdb.DuckDBPyConnection, text: str, parameters: dict[str, Any] | None = None
) -> list[tuple[Any, ...]]:
    """Execute and fetch everything, so that the cursor is free for the next statement (DuckDB 2 insists)."""
    return cursor.execute(text, parameters).fetchall() if parameters else cursor.execute(text).fetchall()


@lru_cache(maxsize=256)
def sql(path: Path) -> str:
    """The text of a .sql file."""
    return path.read_text("utf-8")
