"""A look at a store that another process has open: at a copy of its file and its log, taken while nobody wrote.

DuckDB lets one process in. Its file and log, as they lie on the disk between two writes, are what it recovers from
after a crash, with every transaction that was acknowledged: so a copy of both of that moment is the store.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from data.store import StoreBusy

QUIET = 0.1
"""Seconds without a write before a copy is begun: more than the grain of the times that a file system keeps."""
PATIENCE = 10.0
"""Seconds after which a store that is written into without pause is given up."""


@contextmanager
def copy_of(path: Path) -> Iterator[Path]:
    """The path of a copy of the store at `path`, which is gone again afterwards.

    Raises:
        StoreBusy: where it is written into all the time, or the system lets nobody read it (Windows).
    """
    with TemporaryDirectory(prefix="dampak-") as folder:
        until = time.monotonic() + PATIENCE
        try:
            while not _copied(path, Path(folder)):
                if time.monotonic() > until:
                    raise StoreBusy(str(path))
                time.sleep(QUIET)
        except PermissionError as error:
            raise StoreBusy(str(path)) from error
        yield Path(folder) / path.name


def _copied(path: Path, folder: Path) -> bool:
    """Whether the copy is of one moment: nothing was written for a while before it, nor while it was made."""
    try:
        return _copied_at_once(path, folder)
    except FileNotFoundError:  # the log goes when it is written into the file
        return False


def _copied_at_once(path: Path, folder: Path) -> bool:
    before = _state(path)
    newest = max(written for _name, _file, _size, written in before)
    if time.time_ns() - newest < QUIET * 1e9:
        return False
    for old in folder.iterdir():
        old.unlink()
    for name, *_rest in before:
        shutil.copyfile(path.with_name(name), folder / name)
    return _state(path) == before


def _state(path: Path) -> list[tuple[str, int, int, int]]:
    """The file and its logs: name, which file it is, bytes, when it was last written (nanoseconds)."""
    logs = (each for each in path.parent.iterdir() if each.name.startswith(f"{path.name}.") and "wal" in each.name)
    return [(each.name, found.st_ino, found.st_size, found.st_mtime_ns)
            for each in (path, *sorted(logs)) for found in (each.stat(),)]  # fmt: skip
