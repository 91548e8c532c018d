"""Who does what where: activities, where partners meet, and where nobody is. Cases to look at, no verdicts."""

from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from data.store import Store
from definitions.fold import fold
from metrics.engine import ask
from metrics.similarity import containment, jaccard

PEOPLE_UNITS = ("orang", "jiwa", "anak", "balita", "people", "persons", "person", "children")
"""Units of a target that may stand in for a need that nobody stated."""
OPEN = "open"


def overlaps(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per pair of partners with the same activity and overlapping days, in one place or one inside the other's
    regency or district, for the same people group or where one of them names none.

    Args:
        as_of: an activity without an end lasts until this day at least.
        within: any of programme, partner, place (with the places inside it).

    Returns:
        activity, place, place_name, people_group, partner, other_partner, first_day, last_day, planned, other_planned
        (people; NULL where nobody planned), sector, programme; and of the whole case: partners (count),
        planned_total, need, need_source (need, target), severity (likely_duplication when planned_total > need
        of the widest place, co_presence, unclear without need or plan), without_plan, case_key, run; then decision and
        what belongs to it.
    """
    found = ask(store, "overlap", as_of=as_of, people_units=list(PEOPLE_UNITS), **_within(within))
    return with_decisions(found, ask(store, "case_decisions", kind="overlap"))


def gaps(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per need that plans do not reach (kind need), and per target for a place without a partner (kind target).

    Returns:
        kind, sector, activity, place, place_name, people_group, people (in need, or the target's value), planned
        (people that are planned for or reached; 0 where nobody works), missing (people less planned), indicator,
        programme, source, since, case_key; then decision and what belongs to it.
    """
    asked = {key: value for key, value in _within(within).items() if key != "partner"}
    found = ask(store, "gaps", as_of=as_of, **asked)
    return with_decisions(found, ask(store, "case_decisions", kind="gap"))


def with_decisions(cases: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """The cases with the newest decision about each: decision (`open` without one), reason, decided_by, decided_at,
    owner, due, and joined: codes of the partners that came since, joined by `+`, None without any.

    A decision holds for its activity and place on days that meet its own, as long as its partners and the case's are
    the same, more or fewer; it holds for another wording of the people group where its own is found no more.
    """
    newest: list[dict[str, Any]] = decisions.astype(object).where(decisions.notna(), None).to_dict("records")
    listed = cases.to_dict("records")
    about = [_Subject.of(one["case_key"]) for one in newest]
    named = {subject[:3] for subject in (_Subject.of(case["case_key"]) for case in listed)}
    found, joined = [], []
    for case in listed:
        subject = _Subject.of(case["case_key"])
        decided = next((at for at, one in enumerate(newest) if _on_the_same_days(one, case)
                        and about[at].is_about(subject, is_reworded=about[at][:3] not in named)), None)  # fmt: skip
        found.append(None if decided is None else newest[decided])
        came = subject.partners - about[decided].partners if decided is not None else ()
        joined.append("+".join(sorted(came)) or None)
    said = {name: [one[name] if one else None for one in found]
            for name in ("reason", "decided_by", "decided_at", "owner", "due")}  # fmt: skip
    standing = [OPEN if one is None or one["decision"] == "reopened" else one["decision"] for one in found]
    columns = {name: pd.Series(values, cases.index, object) for name, values in said.items()}
    return cases.assign(decision=standing, **columns, joined=pd.Series(joined, cases.index, object))


class _Subject(NamedTuple):
    """What a case is about, read from its key; of a gap, and of a key that cannot be read, the whole key is `what`."""

    what: str
    place: str
    whom: str
    partners: frozenset[str]

    @classmethod
    def of(cls, key: str) -> "_Subject":
        kind, *parts = key.split("|")
        if kind != "overlap" or len(parts) < 4:
            return cls(key, "", "", frozenset())
        return cls("|".join(parts[:-3]), parts[-3], parts[-2], frozenset(parts[-1].split("+")))

    def is_about(self, case: "_Subject", *, is_reworded: bool) -> bool:
        same_people = self.partners <= case.partners or case.partners <= self.partners
        return self[:2] == case[:2] and same_people and (self.whom == case.whom or is_reworded)


def _on_the_same_days(decision: dict[str, Any], case: dict[str, Any]) -> bool:
    first, last = case.get("first_day"), case.get("last_day")
    if first is None or decision["first_day"] is None:
        return True
    return first <= decision["last_day"] and decision["first_day"] <= last


def activities(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per activity: who, what, where, when, for whom, planned and reached people, and the cell it stands in."""
    return ask(store, "activities", as_of=as_of, **_within(within))


def presence(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per place and sector: partners (count), who, activities, those running now. Cancelled ones are out."""
    return ask(store, "presence", as_of=as_of, **_within(within))


def by_place(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per place with somebody in it: place_name, province (code), partners, activities (counts), who."""
    return ask(store, "place_presence", as_of=as_of, **_within(within))


def provinces(store: Store, **within: str | None) -> pd.DataFrame:
    """One row per province with somebody in it: partners, activities, places (counts)."""
    asked = {key: value for key, value in _within(within).items() if key != "place"}
    return ask(store, "province_presence", **asked)


def alike(store: Store, as_of: date) -> pd.DataFrame:
    """One row per pair of partners that have any work in common: of activities by name, place and people group.

    Returns:
        partner, other_partner, in_common (count), jaccard (in common of all that both do), containment (in common of
        what the smaller one does: finds a small partner inside a large one). The most alike come first.
    """
    rows = activities(store, as_of)
    rows = rows[rows["standing"] != "cancelled"]
    work: dict[str, set[tuple]] = {}
    for row in rows[["partner", "activity", "place", "people_group"]].itertuples(index=False):
        work.setdefault(row[0], set()).add((fold(row[1]), row[2], fold(row[3]) if isinstance(row[3], str) else ""))
    found = [{"partner": one, "other_partner": other, "in_common": len(work[one] & work[other]),
              "jaccard": jaccard(work[one], work[other]), "containment": containment(work[one], work[other])}
             for one, other in combinations(sorted(work), 2) if work[one] & work[other]]  # fmt: skip
    columns = ["partner", "other_partner", "in_common", "jaccard", "containment"]
    return pd.DataFrame(found, columns=columns).sort_values(
        ["jaccard", "partner", "other_partner"], ascending=[False, True, True], ignore_index=True)  # fmt: skip


def decisions(store: Store, kind: str | None = None) -> pd.DataFrame:
    """Every decision about overlaps and gaps, the newest first."""
    return ask(store, "case_decisions", kind=kind)


def _within(asked: dict[str, str | None]) -> dict[str, str | None]:
    unknown = set(asked) - {"programme", "partner", "place"}
    if unknown:
        raise ValueError(f"Filters must be of programme, partner, place, got {', '.join(sorted(unknown))}.")
    return {"programme": None, "partner": None, "place": None} | asked
