"""What people decided about an overlap or a gap: confirmed, dismissed, turned into an action. Append-only.

A decision names its case by what stays the same from upload to upload (activity, place, people group, partners), not by
a row, so it is still there when the same sheet comes again.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from data.masking import findings, mask, masked
from data.store import Store, run

DECISIONS = ("confirmed", "dismissed", "action", "reopened")
KINDS = ("overlap", "gap")


@dataclass(frozen=True)
class Case:
    """What is decided about. The days are those that an overlap lasts; None for a gap."""

    kind: str
    key: str
    first_day: date | None = None
    last_day: date | None = None


class Unfinished(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """A decision lacks what it needs; `args[0]` is the field: decided_by, reason, owner or due."""


def decide(
    store: Store, case: Case, decision: str, *, decided_by: str, reason: str = "",
    owner: str = "", due: date | None = None,
) -> int:  # fmt: skip
    """Record a decision and return its number.

    Raises:
        ValueError: for a kind or decision that there is not.
        Unfinished: without a name; without a reason (but for an action); an action without PIC or due date.
    """
    if case.kind not in KINDS or decision not in DECISIONS:
        raise ValueError(f"Must be of {', '.join(KINDS)} and {', '.join(DECISIONS)}, got {case.kind!r}, {decision!r}.")
    needed = {"decided_by": decided_by.strip(), "reason": reason.strip() or decision == "action"}
    needed |= {"owner": owner.strip(), "due": due} if decision == "action" else {}
    for field, value in needed.items():
        if not value:
            raise Unfinished(field)
    with store.writing() as cursor:
        return int(run(cursor, """
            insert into case_decisions
            select coalesce(max(decision_id), 0) + 1, $kind, $key, $decision, nullif($reason, ''), $by, $now,
                nullif($owner, ''), $due, $first_day, $last_day
            from case_decisions
            returning decision_id""", {
            "kind": case.kind, "key": case.key, "decision": decision, "reason": mask(reason.strip()),
            "by": _person(decided_by), "now": datetime.now(UTC).replace(tzinfo=None), "owner": _person(owner),
            "due": due, "first_day": case.first_day, "last_day": case.last_day,
        })[0][0])  # fmt: skip


def _person(written: str) -> str:
    """Who decides stands by it with a name; the numbers and addresses beside the name are nobody's business."""
    name = written.strip()
    return masked(name, [found for found in findings(name) if found.kind != "nama"])
