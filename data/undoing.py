"""What undoing an upload would change, before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.ledger import UnknownUpload
from data.store import Store, run, sql

_HERE = Path(__file__).parent / "preview"


@dataclass(frozen=True)
class Undoing:
    """By sheet key: how many figures or definitions count now, and how many of them go back to an earlier upload. And
    the indicators that would have no definition although other uploads have figures of them: code, figures, uploads."""

    counted: dict[str, tuple[int, int]]
    left: Sequence[tuple[str, int, str]]


def undoing(store: Store, upload: int) -> Undoing:
    """What would follow from undoing an upload; nothing for one that is undone already. Raises UnknownUpload."""
    asked = {"upload": upload}
    with store.cursor() as cursor:
        if not run(cursor, "select 1 from uploads where upload_id = $upload", asked):
            raise UnknownUpload(upload)
        counted = {key: (now, back) for key, now, back in run(cursor, sql(_HERE / "undo.sql"), asked)}
        return Undoing(counted, run(cursor, sql(_HERE / "left_without_definition.sql"), asked))
