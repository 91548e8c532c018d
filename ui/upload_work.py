"""Files on their way into the store: checked, corrected, then stored, in a thread of their own.

A thread, because a click elsewhere ends the run of a page: a check would be lost, and a store taken back half-way.
The bytes lie in a folder that only this process may open, under random names; the folder goes as soon as it is of no
more use, at the latest when the visit ends. A file is read once: what a correction changes is checked anew, not read.
"""

import logging
import secrets
import shutil
import threading
import weakref
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO, Literal

from data.annotated import annotated
from data.choices import proposals
from data.corrections import Correction
from data.intake import File, Outcome, attempt, read, store_ready
from data.reasons import Reason
from data.recognise import SheetMapping
from data.store import Store
from definitions import clock
from locales import translator
from metrics.consequences import StatusChange, standing, status_changes
from ui.upload_choices import ROUNDS, Choices

Stage = Literal["checking", "checked", "storing", "stored", "failed"]
_LOG = logging.getLogger(__name__)
_PIECE = 1 << 20
SOON = 1.0
"""Seconds to wait for work before a page with a progress bar is drawn."""


class Work(Choices):
    """Some files of one visit. `outcomes` are in their order; `share` (0…1) and `step` tell how far it is.

    `effects` are the indicators whose status would change; None as long as that is not worked out.
    """

    def __init__(
        self, store: Store, files: Sequence[tuple[str, bytes | BinaryIO]], as_of: date | None = None,
        mappings: Sequence[SheetMapping] = (),
    ) -> None:  # fmt: skip
        self.names = [name for name, _content in files]
        self.stage: Stage = "checking"
        self.share, self.step = 0.0, "reading"
        self.outcomes: list[Outcome] = []
        self.effects: list[StatusChange] | None = None
        self._store, self._as_of = store, as_of or clock.today()
        self._is_dropped = False
        self._turn = 0
        self._files: list[File] = []
        self._answered = threading.Event()
        self._begin_choices(mappings)
        folder = Path(mkdtemp(prefix="dampak-"))
        self._forget = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._paths = [folder / secrets.token_hex(16) for _file in files]
        for path, (_name, content) in zip(self._paths, files, strict=True):
            _keep(path, content)
        self._start(self._check)

    @property
    def is_running(self) -> bool:
        return self.stage in ("checking", "storing")

    @property
    def ready(self) -> list[Outcome]:
        """The files that can be stored now."""
        return [outcome for outcome in self.outcomes if outcome.is_ready]

    @property
    def is_ready(self) -> bool:
        """Checked, and at least one file can be stored that is not in the store yet."""
        return self.stage == "checked" and bool(self.ready)

    @property
    def has_stops(self) -> bool:
        return any(outcome.stops for outcome in self.outcomes)

    @property
    def changed_targets(self) -> int:
        """How many targets and baselines would change; they ask for a reason."""
        return sum(len(outcome.changed_targets) for outcome in self.ready)

    @property
    def changed_results(self) -> int:
        """How many stored results would change; a reason may be given."""
        return sum(outcome.changed_results for outcome in self.ready)

    def corrections(self, position: int) -> Sequence[Correction]:
        """What was accepted on the page for a file."""
        return self._files[position].corrections if position < len(self._files) else ()

    def correct(self, position: int, corrections: Sequence[Correction]) -> None:
        """Take these values for cells of a file and check anew; a later value for a cell replaces an earlier one."""
        if self.stage != "checked":
            return
        known = {(each.sheet, each.cell): each for each in self._files[position].corrections}
        for each in corrections:  # what the file says is what stood there first
            before = known.get((each.sheet, each.cell))
            known[each.sheet, each.cell] = replace(each, found=before.found) if before else each
        self._files[position] = replace(self._files[position], corrections=tuple(known.values()))
        self._again()

    def take_back(self, position: int, cells: Sequence[tuple[str, str]]) -> None:
        """Let what stands in these cells of the file count again, and check anew."""
        if self.stage == "checked":
            kept = tuple(each for each in self._files[position].corrections if (each.sheet, each.cell) not in cells)
            self._files[position] = replace(self._files[position], corrections=kept)
            self._again()

    def workbook(self, position: int):  # type: ignore[no-untyped-def]
        """The file as it was read, None where it was refused."""
        return self._files[position].workbook if position < len(self._files) else None

    def marked(self, position: int, language: str, *, has_values: bool) -> bytes:
        """The user's own workbook with its problems marked; with `has_values` what was accepted is written in."""
        outcome = self.outcomes[position]
        return annotated(
            self._paths[position],
            outcome.file_name,
            outcome.problems,
            translator(language),
            corrections=outcome.corrections,
            has_values=has_values,
            workbook=self.workbook(position),
        )

    def save(self, reason: Reason | None = None, stored_by: str | None = None) -> None:
        """Store every file that is ready. A second call, and a call before the check is through, does nothing."""
        if self.is_ready:
            self.stage = "storing"
            self._start(lambda _turn: self._load(reason, stored_by))

    def go_on(self) -> None:
        """After some files were stored: keep those with something to correct, and check them anew."""
        kept = [at for at, outcome in enumerate(self.outcomes) if outcome.stops]
        if self.stage == "stored" and kept:
            self.names, self._paths, self._files = (
                [those[at] for at in kept] for those in (self.names, self._paths, self._files)
            )
            self._again()

    def drop(self) -> None:
        """Forget the files; a check that still runs comes to nothing. What is being stored is stored."""
        self._is_dropped = True
        if not self.is_running:
            self._forget()

    def wait(self, seconds: float) -> bool:
        """Whether there is an answer, after at most so many seconds."""
        self._answered.wait(seconds)
        return not self.is_running

    def wait_for_effects(self, seconds: float) -> bool:
        """Whether it is known which indicators change status, after at most so many seconds."""
        self._thread.join(seconds)
        return self.effects is not None

    def _again(self) -> None:
        self.stage, self.effects = "checking", None
        self._start(self._check)

    def _start(self, task) -> None:
        self.share, self.step = 0.0, "reading"
        self._turn += 1
        self._answered.clear()
        self._thread = threading.Thread(target=self._run, args=(task, self._turn), name="upload", daemon=True)
        self._thread.start()

    def _run(self, task, turn: int) -> None:
        try:
            stage = task(turn)
        except _Dropped:
            stage = "failed"
        except BaseException:  # a thread that dies without a word would leave the page waiting for ever
            _LOG.exception("Upload failed while %s", self.stage)
            stage = "failed"
        if turn == self._turn:
            self.stage = stage
            if stage == "failed" or (stage == "stored" and not self.has_stops):
                self._forget()
            self._answered.set()

    def _check(self, turn: int) -> Stage:
        for at, path in enumerate(self._paths[len(self._files) :], start=len(self._files)):
            self._heard(at / len(self._paths) / 2, "reading")
            self._files.append(self._as_chosen(read(path, self.names[at]), path))
        for _round in range(ROUNDS):
            stage, outcomes = self._try(turn)
            if turn != self._turn or not self._take_proposals(outcomes):
                break
        if turn != self._turn:
            return stage
        self._accepting.clear()
        if stage == "checking":  # what is asked still has no proposal that helps
            self.outcomes, self.effects = list(outcomes), []
        return "checked" if stage == "checking" else stage

    def _try(self, turn: int) -> tuple[Stage, Sequence[Outcome]]:
        only = len(self._files) == 1
        tried = attempt(
            self._store,
            self._files,
            ask=lambda cursor: standing(cursor, self._as_of),
            told=(lambda _at, outcome: self._told(outcome, turn)) if only else None,
            progress=self._heard,
        )
        if turn == self._turn and not (only and self.stage != "checked"):
            self.outcomes = tried.outcomes
            self.effects = status_changes(tried.before or {}, tried.after or {})
        return self.stage if only else "checked", tried.outcomes

    def _told(self, outcome: Outcome, turn: int) -> None:
        """The only file is checked: the page may show it while the effects are worked out."""
        if turn == self._turn and not (self._accepting and proposals(outcome.problems)):
            self.outcomes, self.stage = [outcome], "checked"
            self._answered.set()

    def _load(self, reason: Reason | None, stored_by: str | None) -> Stage:
        outcomes = store_ready(self._store, self._files, reason=reason, stored_by=stored_by, progress=self._heard)
        self.outcomes = outcomes
        return "stored" if any(outcome.upload_id is not None for outcome in outcomes) else "checked"

    def _heard(self, share: float, step: str) -> None:
        if self._is_dropped and self.stage == "checking":
            raise _Dropped
        self.share, self.step = min(share, 1.0), step


def _keep(path: Path, content: bytes | BinaryIO) -> None:
    """Write the bytes down piece by piece; forty large files must not stand in memory twice."""
    if isinstance(content, bytes):
        path.write_bytes(content)
        return
    content.seek(0)
    with path.open("wb") as file:
        shutil.copyfileobj(content, file, _PIECE)


class _Dropped(Exception):  # noqa: N818  # what happened, not an error
    """The visitor has taken the files away."""
