"""What the forum agreed to do: taken in the meeting, beside the figure it is about. Append-only.

The figure of that day is kept with it, so that the next meeting sees what has become of it since. Words are kept
masked, as those of decisions are.
"""

from dataclasses import dataclass
from datetime import date

from data.store import Store, run
from data.written import Unfinished, need, person, within
from data.written import words as kept_words
from definitions import clock

MOST = {"what": 1000, "owner": 120, "by": 120, "note": 1000}  # characters
EVENTS = ("done", "dropped", "reopened", "moved")


@dataclass(frozen=True)
class About:
    """What stood on the wall: an indicator, its figure of that day, and where it was shown. Each may be missing."""

    indicator: str | None = None
    value: float | None = None
    unit: str | None = None
    status: str | None = None
    period: str | None = None
    programme: str | None = None
    partner: str | None = None
    place: str | None = None


def take(store: Store, what: str, owner: str, due: date | None, taken_by: str, about: About | None = None) -> int:
    """Record an action and return its number.

    Raises Unfinished without a text, a responsible person, a day or the name of who writes it down; TooLong.
    """
    need(what=what, owner=owner, due=due, by=taken_by)
    within(MOST, what=what, owner=owner, by=taken_by)
    about = about or About()
    with store.writing() as cursor:
        return int(run(cursor, """
            insert into actions by name
            select coalesce(max(action_id), 0) + 1 as action_id, $what as what, $owner as owner, $due::date as due,
                $by as taken_by, $now::timestamp as taken_at, $indicator as indicator, $value::double as value_then,
                $unit as unit_then, $status as status_then, $period as period_then, $programme as programme,
                $partner as partner, $place as place
            from actions
            returning action_id""", {
            "what": kept_words(what), "owner": person(owner), "due": due, "by": person(taken_by),
            "now": clock.utc_now(), "indicator": about.indicator, "value": about.value, "unit": about.unit,
            "status": about.status, "period": about.period, "programme": about.programme, "partner": about.partner,
            "place": about.place,
        })[0][0])  # fmt: skip


def note(store: Store, action: int, event: str, by: str, *, words: str = "", due: date | None = None) -> None:
    """Record what became of an action: done, dropped (with the reason), reopened, or moved to another day.

    Raises:
        ValueError: for an event that there is not.
        Unfinished: without a name; dropped without a reason; moved without a day; TooLong.
    """
    if event not in EVENTS:
        raise ValueError(f"`event` must be one of {', '.join(EVENTS)}, got {event!r}.")
    need(by=by, note=words.strip() or event != "dropped", due=due or event != "moved")
    within(MOST, by=by, note=words)
    with store.writing() as cursor:
        run(cursor, """
            insert into action_events by name
            select coalesce(max(event_id), 0) + 1 as event_id, $action::integer as action_id, $event as event,
                nullif($words, '') as note, $due::date as due, $by as noted_by, $now::timestamp as noted_at
            from action_events""", {
            "action": action, "event": event, "words": kept_words(words), "due": due, "by": person(by),
            "now": clock.utc_now(),
        })  # fmt: skip


def not_past(due: date | None, today: date) -> None:
    """Raise Unfinished ("past") for a day that is over: what is agreed then would be late at once."""
    if due and due < today:
        raise Unfinished("past")


def edition(store: Store) -> int:
    """A number that changes with every action and whatever becomes of one."""
    with store.cursor() as cursor:
        return int(
            run(
                cursor,
                """
            select (select count(*) from actions) + (select count(*) from action_events)
                + (select count(*) from case_decisions)""",
            )[0][0]
        )
