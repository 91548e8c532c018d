"""Asking a question: a .sql file of `questions/`, its parameters, a frame back."""

import hashlib
import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from data.looking import copy_of
from data.store import Store, StoreBusy, StoreMissing, open_store, run, sql, store_path

_HERE = Path(__file__).parent
# `sql` would spare the copy of an answer, but looks for parameters in the text by itself: 60 ms for a long question.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")


def open_measured(path: str | Path | None = None) -> Store:
    """The store at `path` (see data.store.store_path) with the formulas of formulas.sql stored in it as macros."""
    store = open_store(path)
    formulas = sql(_HERE / "formulas.sql")
    edition = hashlib.sha256(formulas.encode()).hexdigest()[:16]
    with store.writing() as cursor:
        cursor.execute("create table if not exists formula_editions (edition varchar)")
        if not run(cursor, "select 1 from formula_editions where edition = $edition", {"edition": edition}):
            cursor.execute(formulas)
            cursor.execute("delete from formula_editions")
            cursor.execute("insert into formula_editions values ($edition)", {"edition": edition})
    return store


@contextmanager
def looked_at(path: str | Path | None = None) -> Iterator[tuple[Store, bool]]:
    """The store at `path` to be read, and whether it is a copy, made while another process has the store open.

    Raises:
        StoreMissing: where there is none. StoreBusy: where no copy can be made. StoreUnusable.
    """
    wanted = store_path(path)
    if not wanted.is_file():
        raise StoreMissing(str(wanted))
    try:
        store = open_measured(wanted)
    except StoreBusy:
        with copy_of(wanted) as copy, closing(open_measured(copy)) as store:
            yield store, True
        return
    with closing(store):
        yield store, False


def blank_store() -> Store:
    """A store in memory with the formulas in it: for examples and published numbers, never for a forum's data."""
    store = Store(Path(":memory:"))
    with store.writing() as cursor:
        cursor.execute(sql(_HERE / "formulas.sql"))
    return store


def frame(
    cursor: duckdb.DuckDBPyConnection, question: str, parameters: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """The answer to questions/`question`.sql. A missing value stays missing: columns are of Arrow types."""
    return answered(cursor, question, parameters).to_pandas(types_mapper=pd.ArrowDtype)


def answered(cursor: duckdb.DuckDBPyConnection, question: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
    """The answer to questions/`question`.sql as it comes, to be asked of again."""
    answer = cursor.execute(sql(_HERE / "questions" / f"{question}.sql"), dict(parameters or {}))
    return answer.to_arrow_table()


def ask(store: Store, question: str, **parameters: Any) -> pd.DataFrame:
    """As `frame`, on a cursor of its own."""
    with store.cursor() as cursor:
        return frame(cursor, question, parameters)
