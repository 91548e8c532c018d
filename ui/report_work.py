"""A report being made, in a thread of its own: a click elsewhere ends the run of a page, but not the report."""

import logging
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from data.store import Store
from reports import keeping
from reports.asked import Asked
from reports.content import Content, content_of
from reports.edited import with_written

Stage = Literal["making", "made", "failed"]
_LOG = logging.getLogger(__name__)
_ASKED = 0.6  # by then the figures are there: writing is the smaller part


class Making:
    """One report. `share` (0…1) and `step` tell how far it is; `content` and `made` are there when it is made."""

    def __init__(self, store: Store, asked: Asked, form: str) -> None:
        self.asked, self.form = asked, form
        self.stage: Stage = "making"
        self.share, self.step = 0.05, "asking"
        self.content: Content | None = None
        self.made = b""
        self.kept_as: int | None = None
        self._store = store
        self._answered = threading.Event()
        threading.Thread(target=self._run, name="report", daemon=True).start()

    @property
    def file_name(self) -> str:
        return keeping.file_name(self.asked, self.form)

    def wait(self, seconds: float) -> bool:
        """Whether it is made (or has failed), after at most so many seconds."""
        return self._answered.wait(seconds)

    def keep(self, kept_by: str, sent_to: str) -> None:
        """Keep it as it was sent out; a second call does nothing."""
        if self.content and self.stage == "made" and self.kept_as is None:
            self.kept_as = keeping.keep(self.content, self.form, self.made, kept_by=kept_by, sent_to=sent_to)

    def _run(self) -> None:
        try:
            self.content = with_written(content_of(self._store, self.asked))
            self.share, self.step = _ASKED, "writing"
            with TemporaryDirectory(prefix="dampak-") as folder:
                self.made = keeping.made(self.content, self.form, Path(folder))
            self.share, self.stage = 1.0, "made"
        except BaseException:  # a thread that dies without a word would leave the page waiting for ever
            _LOG.exception("A report could not be made")
            self.stage = "failed"
        finally:
            self._answered.set()
