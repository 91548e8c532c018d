"""Writing the file of a store anew: a database file keeps the bytes of what was deleted until then.

While the dashboard runs, many hold the file open, so it is asked for and done when the store is next opened.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb


def ask_for(path: Path) -> None:
    """Have the file written anew when it is next opened."""
    _marker(path).touch()


def is_asked(path: Path) -> bool:
    return _marker(path).exists()


def write_anew(path: Path, file_format: Mapping[str, str]) -> None:
    """Copy what counts into a fresh file and put it in the place of the old one. Nobody may have it open.

    Raises duckdb.Error when it is open elsewhere or cannot be read; the old file is then untouched.
    """
    fresh = path.with_name(path.name + ".fresh")
    fresh.unlink(missing_ok=True)
    with duckdb.connect(config=dict(file_format)) as connection:
        for name, file in (("old", path), ("fresh", fresh)):
            connection.execute(_attaching(file, name))
        connection.execute("copy from database old to fresh")
        connection.execute("checkpoint fresh")
    fresh.replace(path)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)
    _marker(path).unlink(missing_ok=True)


def _marker(path: Path) -> Path:
    return path.with_name(path.name + ".erase")


def _attaching(file: Path, name: str) -> str:
    """The statement that attaches a file; a path cannot be a parameter of it."""
    quoted = str(file).replace("'", "''")
    return f"attach '{quoted}' as {name}"
