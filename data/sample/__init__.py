"""The sample forum: fictional, marked as such on every screen, loaded through the same door as any workbook."""

import csv
import tempfile
import threading
from datetime import date
from pathlib import Path

from data.coding import approve_all
from data.intake import Outcome, Progress, load
from data.ledger import undo, uploads
from data.store import Store, run
from data.template import Rows, write_template
from definitions.vocabulary import Column, vocabulary
from locales import mark

REMOVED = mark("sample removed")
APPROVED_BY = mark("sample")
FILE_NAME = "contoh-forum-jateng-diy.xlsx"
_HERE = Path(__file__).parent
_LOADING = threading.Lock()


def sample_rows() -> Rows:
    """The sample as rows by sheet key, figures as numbers and dates as dates."""
    found = {}
    for words in vocabulary().sheets:
        path = _HERE / f"{words.key}.csv"
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                found[words.key] = [{key: _value(words.column_by_key[key], text) for key, text in row.items()}
                                    for row in csv.DictReader(file)]  # fmt: skip
    return found


def load_sample(store: Store, progress: Progress | None = None) -> Outcome:
    """Load the sample as one upload, unless it is there: two who ask at once get it once."""
    with _LOADING, tempfile.TemporaryDirectory() as folder:
        for upload in uploads(store):
            if upload.is_sample and upload.is_live:
                return Outcome(FILE_NAME, [], already_stored_as=upload.upload_id)
        path = Path(folder) / FILE_NAME
        write_template(path, "id", sample_rows())
        outcome = load(store, [path], is_sample=True, progress=progress)[0]
    if outcome.upload_id is not None:
        approve_all(store, outcome.upload_id, decided_by=APPROVED_BY)
    return outcome


def is_empty(store: Store) -> bool:
    """True when nothing was ever uploaded."""
    with store.cursor() as cursor:
        return not run(cursor, "select 1 from uploads limit 1")


def shows_sample(store: Store) -> bool:
    """True while sample data stand behind the figures on screen."""
    with store.cursor() as cursor:
        return bool(run(cursor, "select 1 from live_uploads where is_sample limit 1"))


def remove_sample(store: Store) -> None:
    """Undo every live sample upload. Nothing that anybody else uploaded changes."""
    for upload in uploads(store):
        if upload.is_sample and upload.is_live:
            undo(store, upload.upload_id, reason=REMOVED)


def _value(column: Column, text: str) -> object:
    if text == "":
        return None
    if column.kind == "number":
        try:
            return float(text)
        except ValueError:
            return text  # a word such as n.a. is part of the sample
    return date.fromisoformat(text) if column.kind == "date" else text
