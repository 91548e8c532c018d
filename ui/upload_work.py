"""Files on their way into the store: checked, then stored, in a thread of their own.

A thread, because a click elsewhere ends the run of a page: a check would be lost, and a store taken back half-way.
The bytes lie in a folder that only this process may open, under random names; the folder goes as soon as it is of no
more use, at the latest when the visit ends.
"""

import logging
import secrets
import shutil
import threading
import weakref
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal

from data.intake import Outcome, check, load
from data.store import Store

Stage = Literal["checking", "checked", "storing", "stored", "failed"]
_LOG = logging.getLogger(__name__)


class Work:
    """Some files of one visit. `outcomes` are in their order; `share` (0…1) and `step` tell how far it is."""

    def __init__(self, store: Store, files: Sequence[tuple[str, bytes]]) -> None:
        self.names = [name for name, _content in files]
        self.stage: Stage = "checking"
        self.share, self.step = 0.0, "reading"
        self.outcomes: list[Outcome] = []
        self._store = store
        self._is_dropped = False
        folder = Path(mkdtemp(prefix="dampak-"))
        self._forget = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._paths = [folder / secrets.token_hex(16) for _file in files]
        for path, (_name, content) in zip(self._paths, files, strict=True):
            path.write_bytes(content)
        self._start(self._check)

    @property
    def is_running(self) -> bool:
        return self.stage in ("checking", "storing")

    @property
    def is_ready(self) -> bool:
        """Checked, nothing to correct, and at least one file is not in the store yet."""
        return self.stage == "checked" and not self.has_stops and any(outcome.is_ready for outcome in self.outcomes)

    @property
    def has_stops(self) -> bool:
        return any(outcome.stops for outcome in self.outcomes)

    def save(self) -> None:
        """Store what was checked. A second call, and a call before the check is through, does nothing."""
        if self.is_ready:
            self.stage = "storing"
            self._start(self._load)

    def drop(self) -> None:
        """Forget the files; a check that still runs comes to nothing. What is being stored is stored."""
        self._is_dropped = True
        if not self.is_running:
            self._forget()

    def wait(self, seconds: float) -> bool:
        """Whether it is done, after at most so many seconds."""
        self._thread.join(seconds)
        return not self.is_running

    def _start(self, task) -> None:
        self.share, self.step = 0.0, "reading"
        self._thread = threading.Thread(target=self._run, args=(task,), name="upload", daemon=True)
        self._thread.start()

    def _run(self, task) -> None:
        try:
            self.stage = task()
        except _Dropped:
            self.stage = "failed"
        except BaseException:  # a thread that dies without a word would leave the page waiting for ever
            _LOG.exception("Upload failed while %s", self.stage)
            self.stage = "failed"
        if self.stage in ("stored", "failed") or self.has_stops:
            self._forget()

    def _check(self) -> Stage:
        if len(self._paths) == 1:
            self.outcomes = [check(self._store, self._paths[0], file_name=self.names[0], progress=self._heard)]
        else:
            self._check_together()
        return "checked"

    def _check_together(self) -> None:
        """A later file may use what an earlier one defines; people drop them in any order."""
        self.outcomes = load(self._store, self._paths, file_names=self.names, dry_run=True, progress=self._heard)
        order = sorted(range(len(self.names)), key=lambda position: not self.outcomes[position].rows.get("indicators"))
        if self.has_stops and order != list(range(len(self.names))):
            self.names = [self.names[position] for position in order]
            self._paths = [self._paths[position] for position in order]
            self.outcomes = load(self._store, self._paths, file_names=self.names, dry_run=True, progress=self._heard)

    def _load(self) -> Stage:
        self.outcomes = load(self._store, self._paths, file_names=self.names, progress=self._heard)
        return "checked" if self.has_stops else "stored"

    def _heard(self, share: float, step: str) -> None:
        if self._is_dropped and self.stage == "checking":
            raise _Dropped
        self.share, self.step = share, step


class _Dropped(Exception):  # noqa: N818  # what happened, not an error
    """The visitor has taken the files away."""
