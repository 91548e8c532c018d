"""What people decided about an overlap or a gap: confirmed, dismissed, turned into an action. Append-only.

A decision names its case by what stays the same from upload to upload (activity, place, people group, partners), not by
a row, so it is still there when the same sheet comes again.
"""

from dataclasses import dataclass
from datetime import date

from data.store import Store, run
from data.written import need, person, words
from definitions import clock

DECISIONS = ("confirmed", "dismissed", "action", "reopened")
KINDS = ("overlap", "gap")


@dataclass(frozen=True)
class Case:
    """What is decided about. The days are those that an overlap lasts; None for a gap."""

    kind: str
    key: str
    first_day: date | None = None
    last_day: date | None = None


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
    is_action = decision == "action"
    need(decided_by=decided_by, reason=reason.strip() or is_action)
    if is_action:
        need(owner=owner, due=due)
    with store.writing() as cursor:
        return int(run(cursor, """
            insert into case_decisions
            select coalesce(max(decision_id), 0) + 1, $kind, $key, $decision, nullif($reason, ''), $by, $now,
                nullif($owner, ''), $due, $first_day, $last_day
            from case_decisions
            returning decision_id""", {
            "kind": case.kind, "key": case.key, "decision": decision, "reason": words(reason),
            "by": person(decided_by), "now": clock.utc_now(), "owner": person(owner),
            "due": due, "first_day": case.first_day, "last_day": case.last_day,
        })[0][0])  # fmt: skip
