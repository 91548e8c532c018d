"""A copy of the store that another machine can open, and the way back."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from locales import mark

_STORE_NAME = "dampak.duckdb"
_BUSY = mark("Another program has the store {path} open. Close it and try again.")


class BackupError(Exception):
    """A backup or a restore that cannot be done; `args[0]` is the sentence, `params` its values."""

    def __init__(self, sentence: str, **params: object) -> None:
        super().__init__(sentence)
        self.params = params


def write(store: Path, folder: Path) -> Path:
    """Copy the store at `store` into a new folder inside `folder`, named by the time.

    Returns:
        The new folder. It holds the DuckDB file, complete and without a log of pending changes.

    Raises:
        BackupError: when there is no store, or another program has it open.
    """
    if not store.is_file():
        raise BackupError(mark("There is no store at {path}."), path=store)
    target = folder / datetime.now(UTC).strftime("dampak-%Y%m%d-%H%M%S-%f")
    target.mkdir(parents=True)
    try:
        with duckdb.connect(str(store)) as connection:
            connection.execute("checkpoint")
        shutil.copy2(store, target / _STORE_NAME)
    except duckdb.Error as error:
        shutil.rmtree(target)
        raise BackupError(_BUSY, path=store) from error
    return target


def restore(folder: Path, store: Path) -> None:
    """Put the backup of `folder` (or the newest backup inside it) in the place of the store.

    The store that stood there is kept beside it, with the time in its name.

    Raises:
        BackupError: when the folder holds no backup, or the backup cannot be opened.
    """
    source = _newest(folder)
    try:
        with duckdb.connect(str(source), read_only=True) as connection:
            connection.execute("select count(*) from uploads").fetchall()
    except duckdb.Error as error:
        raise BackupError(mark("The backup {path} cannot be opened."), path=source) from error
    store.parent.mkdir(parents=True, exist_ok=True)
    arriving = store.with_suffix(".arriving")
    shutil.copy2(source, arriving)
    if store.exists():
        _refuse_if_open(store)
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        store.replace(store.with_name(f"{store.stem}-before-{stamp}{store.suffix}"))
    store.with_name(store.name + ".wal").unlink(missing_ok=True)
    arriving.replace(store)


def _refuse_if_open(store: Path) -> None:
    """A store that another program has open must not be replaced under its feet; a damaged one may be."""
    try:
        duckdb.connect(str(store)).close()  # also writes pending changes into the file that is kept
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise BackupError(_BUSY, path=store) from error
    except duckdb.Error:
        return


def _newest(folder: Path) -> Path:
    found = sorted(folder.glob(f"**/{_STORE_NAME}"), key=lambda path: path.parent.name)
    if not found:
        raise BackupError(mark("There is no backup in {path}."), path=folder)
    return found[-1]
