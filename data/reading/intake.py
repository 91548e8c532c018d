"""The parent's side: hands a file to a child process, waits, and maps the result; nothing else ever comes out.

A spare child stands ready with its imports done, so that an upload does not pay for the start of an interpreter.
Children are started, never forked: the parent is a server with threads.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO

import pyarrow as pa

from data.reading import limits
from data.reading.refusals import SENTENCES, Refused
from data.reading.sheets import Note, Sheet, Workbook

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_turns = threading.BoundedSemaphore(limits.CHILDREN)
_guard = threading.Lock()
_PAUSE_BEFORE_SPARE = 1.5  # seconds
_spare: list[subprocess.Popen[bytes]] = []


def read_workbook(path: str | Path, file_name: str | None = None, seconds: float | None = None) -> Workbook:
    """Read an untrusted spreadsheet.

    `file_name`: the user's name for the file, if it differs from the path's. `seconds`: wall-clock limit;
    by default
    15 and more for large files, 60 at most. Safe to call from several threads; two files are read at once.

    Raises Refused, and nothing else, for every file that cannot be read whole.
    """
    path = Path(path).absolute()
    name = file_name or path.name
    try:
        limit = seconds or limits.seconds_for(path.stat().st_size)
        if not path.is_file():
            raise Refused("unreadable")
    except (OSError, ValueError) as error:
        raise Refused("unreadable") from error
    if not _turns.acquire(timeout=limits.QUEUE_SECONDS):
        raise Refused("busy")
    try:
        with tempfile.TemporaryDirectory(prefix="dampak-", ignore_cleanup_errors=True) as folder:
            return _read(path, name, Path(folder), limit)
    except (OSError, pa.ArrowException, KeyError, ValueError) as error:  # a full disk, a result cut off
        _log.exception("Reading %r failed outside of the child", name)
        raise Refused("unreadable") from error
    finally:
        _turns.release()


def warm() -> None:
    """Have a spare child ready for the next file. Returns at once; called by itself after every file."""
    with _guard, contextlib.suppress(OSError):
        if not _spare:
            _spare.append(_started())


def _warm_soon() -> None:
    """Start the next spare a moment later: its imports must not compete with the work on the file just read."""
    later = threading.Timer(_PAUSE_BEFORE_SPARE, warm)
    later.daemon = True
    later.start()


def close() -> None:
    """End the spare child, e.g. at the end of the program (done by itself) or of a test."""
    with _guard:
        while _spare:
            child = _spare.pop()
            if child.stdin is not None:
                child.stdin.close()  # it ends by itself and leaves no folder behind
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=5)
            _end(child)


def _started() -> subprocess.Popen[bytes]:
    environment = {
        key: value for key, value in os.environ.items()
        if key.upper() in ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "HOME",
        "VIRTUAL_ENV")
    }  # fmt: skip
    environment |= {
        "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore",
        "ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1", "RUST_BACKTRACE": "0",
        "MALLOC_MMAP_THRESHOLD_": "67108864",
        "MALLOC_TRIM_THRESHOLD_": "268435456",
    }  # fmt: skip
    errors = tempfile.TemporaryFile(prefix="dampak-")  # noqa: SIM115  # read when the child has ended
    child = subprocess.Popen(
        [sys.executable, "-m", "data.reading.child"], cwd=_ROOT, env=environment, close_fds=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
    )  # fmt: skip
    child.errors = errors  # type: ignore[attr-defined]
    return child


def _child() -> subprocess.Popen[bytes]:
    with _guard:
        child = _spare.pop() if _spare else None
    if child is not None and child.poll() is None:
        return child
    if child is not None:
        _end(child)
    return _started()


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        with contextlib.suppress(OSError):
            pipe.close()
    errors: IO[bytes] = child.errors  # type: ignore[attr-defined]
    errors.close()


def _read(path: Path, name: str, folder: Path, seconds: float) -> Workbook:
    child = _child()
    try:
        job = {"path": str(path), "name": name, "folder": str(folder), "seconds": seconds}
        if not _is_done(child, job, seconds):
            raise Refused("timeout", seconds=round(seconds))
        result = _result(child, folder, name)
    finally:
        # Its end is not waited for: to give back the memory of a large file takes it a while.
        threading.Thread(target=_end, args=(child,), daemon=True).start()
        _warm_soon()
    return workbook_in(result, name, folder)


def _is_done(child: subprocess.Popen[bytes], job: dict[str, object], seconds: float) -> bool:
    """Give the child its job and wait until it closes its output, which it does when the result is there, or ends.

    False: it was ended after `seconds`.
    """
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    clock = threading.Timer(seconds, stop)
    clock.daemon = True
    clock.start()
    try:
        with contextlib.suppress(BrokenPipeError):
            child.stdin.write((json.dumps(job) + "\n").encode())
            child.stdin.close()
        child.stdout.read()
    finally:
        clock.cancel()
    return not late.is_set()


def _result(child: subprocess.Popen[bytes], folder: Path, name: str) -> dict[str, object]:
    result_file = folder / "result.json"
    if not result_file.exists():
        child.wait()
        _log.warning("The child for %r ended with %s: %s", name, child.returncode, _last_words(child))
        raise Refused(_code_of_end(child.returncode or 0))
    result: dict[str, object] = json.loads(result_file.read_text(encoding="utf-8"))
    if "refused" in result:
        if "unexpected" in result:
            _log.warning("Reading %r: %s\n%s", name, result["unexpected"], _last_words(child))
        code, params = str(result["refused"]), result["params"]
        raise Refused(code if code in SENTENCES else "damaged", **params)  # type: ignore[arg-type]
    return result


def _last_words(child: subprocess.Popen[bytes]) -> str:
    errors: IO[bytes] = child.errors  # type: ignore[attr-defined]
    errors.seek(0)
    return errors.read()[-2000:].decode("utf-8", "replace")


def _code_of_end(code: int) -> str:
    """Rust aborts where an allocation fails, the kernel kills where memory ends; a fault elsewhere is damage."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return "timeout"
    return "out_of_memory" if code in (-signal.SIGABRT, -9, 137) else "damaged"


def workbook_in(result: dict[str, object], name: str, folder: Path) -> Workbook:
    """The workbook that `read_contents` left in a folder. The folder may be deleted afterwards."""
    sheets: list[dict[str, object]] = result["sheets"]  # type: ignore[assignment]
    notes: list[tuple[str, dict[str, object]]] = result["notes"]  # type: ignore[assignment]
    return Workbook(
        file_name=name,
        sha256=str(result["sha256"]),
        kind=str(result["kind"]),
        sheets=tuple(_sheet(about, folder / f"{at}.arrow") for at, about in enumerate(sheets)),
        notes=tuple(Note(code, params) for code, params in notes),
    )


def _sheet(about: dict, path: Path) -> Sheet:  # type: ignore[type-arg]
    return Sheet(
        name=about["name"],
        visible=about["visible"],
        table=_table(path),
        formats=dict.fromkeys(about["percent_columns"], "percent"),
        hidden_rows=frozenset(about["hidden_rows"]),
        hidden_columns=frozenset(about["hidden_columns"]),
        merged=tuple(about["merged"]),
    )


def _table(path: Path) -> pa.Table:
    """The table mapped, not loaded: on POSIX the mapping outlives the file's name. Windows cannot delete a
    mapped file."""
    if os.name == "nt":
        return pa.ipc.open_file(pa.py_buffer(path.read_bytes())).read_all()
    with pa.memory_map(str(path)) as mapped:
        return pa.ipc.open_file(mapped).read_all()


atexit.register(close)
