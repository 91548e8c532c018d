"""How an action is told: by when, by whom, and what the figure beside it was and is."""

from collections.abc import Mapping

from charts.numbers import date, number
from charts.theme import STATUSES
from data.written import TooLong, Unfinished
from locales import Translate, mark

LACKING = {
    "what": mark("Please write what is to be done."),
    "owner": mark("Please write who takes the action."),
    "due": mark("Please choose until when."),
    "by": mark("Please write your name, so that others know whom to ask."),
    "note": mark("Please write in a few words why."),
    "past": mark("That day is over, so the action would be late at once. Please choose today or a later day."),
}
TOO_LONG = mark("“{field}” has {n} characters; there is room for {m}. Nothing is lost: please shorten it here.")
FIELDS = {
    "what": mark("What is to be done"),
    "owner": mark("Who takes it on"),
    "by": mark("Your name"),
    "note": mark("In a few words (why, or what came of it)"),
}
STATES = {"open": mark("○ open"), "late": mark("▼ late"), "done": mark("▲ done"), "dropped": mark("✖ dropped")}


def lacking_words(unfinished: Unfinished, t: Translate) -> str:
    """What keeps a form from being kept, as a sentence."""
    return too_long(unfinished, FIELDS, t) if isinstance(unfinished, TooLong) else t(LACKING[unfinished.args[0]])


def too_long(unfinished: TooLong, fields: Mapping[str, str], t: Translate) -> str:
    """Which field is too long, and by how much; `fields` has their names."""
    name, length, most = unfinished.args
    return t(TOO_LONG, field=t(fields[name]), n=number(length, t), m=number(most, t))


def state_of(row: dict) -> str:
    """Key of STATES."""
    return "late" if row["is_late"] else row["state"]


def by_when(row: dict, t: Translate) -> str:
    """ "Bu Siti · paling lambat 31 Januari 2027 (12 hari lagi)"; a day that was moved tells the first one."""
    parts = [row["owner"] or "—", t("due {date}", date=date(row["due"], t)) if row["due"] else ""]
    if row["state"] == "open" and row["days_left"] is not None:
        days = int(row["days_left"])
        parts.append(t.plural("{n} day late", "{n} days late", -days, n=number(-days, t)) if days < 0
                     else t.plural("{n} day left", "{n} days left", days, n=number(days, t)))  # fmt: skip
    if row["first_due"] and row["due"] and row["first_due"] != row["due"]:
        parts.append(t("first agreed for {date}", date=date(row["first_due"], t)))
    return " · ".join(filter(None, parts))


def then_and_now(row: dict, now: dict | None, t: Translate) -> str:
    """ "Prevalensi stunting balita: 20,3% saat disepakati, sekarang 19,8%"; "" for an action about no indicator."""
    if not row["indicator"]:
        return ""
    name = now["name"] if now else row["indicator"]
    unit = now["unit"] if now else row["unit_then"]  # as the indicator is written today, in the reader's language
    then = number(row["value_then"], t, unit)
    if now is None or now["actual"] is None:
        return t("{name}: {then} when it was agreed", name=name, then=then)
    shape = STATUSES[now["status"] or "no_data"].shape
    return t("{name}: {then} when it was agreed, now {now}", name=name, then=then,
             now=f"{shape} {number(now['actual'], t, unit)}")  # fmt: skip
