"""What works, and what needs attention: sentences with the shape of their status."""

from collections.abc import Sequence

from charts.numbers import number
from reports.deck.fitting import height_of, lines_of, plain
from reports.deck.stage import BODY, MARGIN, ROOM, SMALL, Stage
from reports.deck.stage import Box as Place
from reports.narrative import Part, narrative

_INDENT, _BETWEEN = 0.55, 0.2
_MOST = 6


def works(stage: Stage) -> None:
    """What goes as agreed."""
    t, parts = stage.t, narrative(stage.content)["works"]
    told = [part for part in parts if part.status]
    _slide(stage, t.plural("What works: {n} indicator is met or on track", "What works: {n} indicators are met or on "
                           "track", len(told), n=number(len(told), t)) if told else t("What works"), parts)  # fmt: skip


def attention(stage: Stage) -> None:
    """What does not."""
    t, parts = stage.t, narrative(stage.content)["unmet"]
    told = [part for part in parts if part.status]
    _slide(stage, t.plural("What needs attention: {n} indicator is not on plan", "What needs attention: {n} indicators "
                           "are not on plan", len(told), n=number(len(told), t)) if told else t("What needs attention"),
           parts)  # fmt: skip


def _slide(stage: Stage, title: str, parts: Sequence[Part]) -> None:
    t = stage.t
    shown, size = _fitting(parts, stage)
    notes = [part.text for part in parts]
    slide = stage.slide(title, notes)
    top = stage.room.top
    for part, lines in shown:
        if part.status:
            stage.marker(slide, part.status, MARGIN, top + 0.07, 0.28)
        high = height_of(len(lines), size)
        stage.text(slide, Place(MARGIN + _INDENT, top, ROOM - _INDENT, high), [" ".join(lines)], size=size)
        top += high + _BETWEEN
    if len(parts) > len(shown):
        left = t("and {n} more, in the notes and the full report", n=number(len(parts) - len(shown), t))
        stage.text(slide, Place(MARGIN + _INDENT, top, ROOM - _INDENT, 0.4), [left], size=SMALL)


def _fitting(parts: Sequence[Part], stage: Stage) -> tuple[list[tuple[Part, list[str]]], float]:
    """As many sentences as fit, in full where they can be, and the size of their letters: the larger that holds all."""
    for size in (BODY, 22, SMALL):
        found = _taken(parts, stage, size)
        if len(found) == min(len(parts), _MOST):
            return found, size
    return found, SMALL


def _taken(parts: Sequence[Part], stage: Stage, size: float) -> list[tuple[Part, list[str]]]:
    room = stage.room.height - (0.45 if len(parts) > _MOST else 0)
    found: list[tuple[Part, list[str]]] = []
    for part in parts[:_MOST]:
        lines = lines_of(plain(part.text), ROOM - _INDENT - 0.1, size)
        if len(lines) > 3:
            lines = [*lines[:2], lines[2].rstrip(" ,;:.·-")[:-1] + "…"]
        room -= height_of(len(lines), size) + _BETWEEN
        if room < (0.25 if len(found) + 1 < len(parts) else -_BETWEEN):
            break
        found.append((part, lines))
    return found
