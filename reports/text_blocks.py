"""Parts of the narrative as blocks of a document."""

from collections.abc import Iterable, Mapping, Sequence

from charts.text import clean
from charts.theme import status
from reports.narrative import Part
from reports.tables import Block


def text(part: Part) -> Block:
    """A paragraph."""
    return {"kind": "text", "text": clean(part.text), "key": part.key}


def points(parts: Iterable[Part], more: Mapping[str, Sequence[str]] | None = None) -> Block:
    """Sentences with the shape of their status and the codes they rest on; `more` by key stands below each.

    Nothing ({}) where there are no sentences.
    """
    shown = [{
        "key": part.key, "text": clean(part.text), "shape": status(part.status).shape if part.status else "–",
        "tone": status(part.status).light if part.status else "", "status": part.status or "",
        "codes": list(part.indicators) if len(part.indicators) == 1 else [], "is_blank": part.is_blank,
        "more": list((more or {}).get(part.key, ())),
    } for part in parts]  # fmt: skip
    return {"kind": "points", "points": shown} if shown else {}
