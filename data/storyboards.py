"""The order of a meeting: views of the dashboard, each with a heading and a speaker's note, kept under a name.

A view is kept as what it shows (its kind and what was chosen), never as figures, so that the same storyboard shows the
newest figures next quarter. Append-only: every change is a new version, and the newest counts. Words are kept masked,
as those of decisions and actions are.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from data.store import Store, run
from data.written import need, person, within
from data.written import words as kept_words
from definitions import clock

MOST_STEPS = 60
MOST = {"name": 80, "heading": 120, "note": 1000}  # characters


@dataclass(frozen=True)
class View:
    """Something that the dashboard can show: its kind, and what was chosen for it, by the names of the address."""

    kind: str
    choices: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, kind: str, choices: Mapping[str, str | None]) -> "View":
        """A view of the choices that say anything."""
        return cls(kind, tuple(sorted((name, value) for name, value in choices.items() if value)))

    def asked(self, name: str) -> str | None:
        """What was chosen under a name; None for nothing."""
        return dict(self.choices).get(name)


@dataclass(frozen=True)
class Step:
    """A view in its place. Without a heading the view's own finding stands over it."""

    view: View
    heading: str = ""
    note: str = ""


@dataclass(frozen=True)
class Storyboard:
    """A storyboard as it stands now; `version` is the number of its last change."""

    storyboard_id: int
    version: int
    name: str
    steps: tuple[Step, ...]
    changed_by: str | None
    changed_at: datetime  # UTC


class ChangedMeanwhile(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """Somebody else changed or removed the storyboard since it was read; `args[0]` is its number."""


def create(store: Store, name: str, steps: Iterable[Step], by: str = "") -> Storyboard:
    """Keep a new storyboard. Raises Unfinished without a name, TooLong, ValueError above MOST_STEPS."""
    return _kept(store, None, name, tuple(steps), by)


def change(store: Store, old: Storyboard, by: str = "", *, name: str | None = None,
           steps: Iterable[Step] | None = None) -> Storyboard:  # fmt: skip
    """Keep `old` with another name or other steps.

    Raises Unfinished without a name, TooLong, ValueError above MOST_STEPS, ChangedMeanwhile when `old` is no longer
    the newest.
    """
    return _kept(store, old, old.name if name is None else name, old.steps if steps is None else tuple(steps), by)


def remove(store: Store, old: Storyboard, by: str = "") -> None:
    """Take the storyboard out of the list; its versions stay in the ledger. Raises ChangedMeanwhile."""
    _kept(store, old, old.name, (), by, is_removed=True)


def moved(steps: tuple[Step, ...], position: int, by: int) -> tuple[Step, ...]:
    """The steps with the one at `position` so many places further on (or back), as far as there are places."""
    order = list(steps)
    step = order.pop(position)
    order.insert(min(max(position + by, 0), len(order)), step)
    return tuple(order)


def storyboards(store: Store) -> list[Storyboard]:
    """Every storyboard that was not removed, by name."""
    with store.cursor() as cursor:
        rows = run(
            cursor,
            """
            select storyboard_id, version, name, steps, changed_by, changed_at
            from storyboards
            qualify row_number() over (partition by storyboard_id order by version desc) = 1 and not is_removed
            order by lower(name), storyboard_id""",
        )
    return [Storyboard(number, version, name, _steps(steps), by, at) for number, version, name, steps, by, at in rows]


def edition(store: Store) -> int:
    """A number that changes with every change of a storyboard."""
    with store.cursor() as cursor:
        return int(run(cursor, "select coalesce(max(version), 0) from storyboards")[0][0])


def _kept(store: Store, old: Storyboard | None, name: str, steps: tuple[Step, ...], by: str,
          is_removed: bool = False) -> Storyboard:  # fmt: skip
    need(name=name)
    within(MOST, name=name)
    for step in steps:
        within(MOST, heading=step.heading, note=step.note)
    if len(steps) > MOST_STEPS:
        raise ValueError(f"A storyboard holds at most {MOST_STEPS} views, got {len(steps)}.")
    clean = tuple(Step(step.view, kept_words(step.heading), kept_words(step.note)) for step in steps)
    with store.writing() as cursor:
        if old and run(cursor, """
                select max(version) from storyboards where storyboard_id = $storyboard""",
                {"storyboard": old.storyboard_id})[0][0] != old.version:  # fmt: skip
            raise ChangedMeanwhile(old.storyboard_id)
        row = run(cursor, """
            insert into storyboards by name
            select coalesce($storyboard::integer, coalesce(max(storyboard_id), 0) + 1) as storyboard_id,
                coalesce(max(version), 0) + 1 as version, $name as name, $steps as steps, $removed as is_removed,
                nullif($by, '') as changed_by, $now::timestamp as changed_at
            from storyboards
            returning storyboard_id, version, name, changed_by, changed_at""", {
            "storyboard": old.storyboard_id if old else None, "name": kept_words(name), "steps": _text(clean),
            "removed": is_removed, "by": person(by), "now": clock.utc_now(),
        })[0]  # fmt: skip
    return Storyboard(row[0], row[1], row[2], clean, row[3], row[4])


def _text(steps: tuple[Step, ...]) -> str:
    return json.dumps([{"kind": step.view.kind, "choices": dict(step.view.choices), "heading": step.heading,
                        "note": step.note} for step in steps], ensure_ascii=False)  # fmt: skip


def _steps(text: str) -> tuple[Step, ...]:
    return tuple(Step(View.of(one["kind"], one["choices"]), one["heading"], one["note"]) for one in json.loads(text))
