"""The voice beside the number: what people say of an indicator, and whether it agrees with what the number says."""

from typing import NamedTuple

import pandas as pd

from definitions.schemes import FAVOURABLE, UNFAVOURABLE
from metrics.feedback import beside
from metrics.feedback_judgement import NO_THEME, Judgement
from metrics.small_groups import least_shown

MAJORITY = 0.5
AGREES, TENSION, MIXED, TOO_FEW, NO_VERDICT = "agrees", "tension", "mixed", "too_few", "no_verdict"


class Beside(NamedTuple):
    """What the voices say beside a number.

    `kind`: agrees, tension, mixed (no majority complains or praises), too_few (rated voices fewer than k), no_verdict
    (the number is not judged). `theme` is the first complaint of the most places, in `first_in` of the `places` that
    complain; None where nobody complains of a theme. `complaining` and `praising` are shares of the rated voices.
    """

    kind: str
    theme: str | None = None
    first_in: int = 0
    places: int = 0
    complaining: float | None = None
    praising: float | None = None


def voice_beside(status: str | None, rows: pd.DataFrame) -> Beside:
    """Set the voices beside a status.

    A number that is good agrees with praise and stands in tension with complaints, a poor one the other way round. More
    than half of the rated voices make a majority; below k rated voices nothing is said.

    Args:
        status: of the indicator (metrics.progress). rows: metrics.feedback.beside of the indicator.
    """
    whole = rows[rows["is_place"].astype(bool)]
    rated = int(whole["rated"].sum())
    if rated < least_shown():
        return Beside(TOO_FEW)
    complaining, praising = (float(whole[name].sum()) / rated for name in ("negative", "positive"))
    theme, first_in, places = first_complaint(rows)
    return Beside(_kind(status, complaining, praising), theme, first_in, places, complaining, praising)


def first_complaint(rows: pd.DataFrame) -> tuple[str | None, int, int]:
    """The theme that most places complain of first, in how many, and of how many that complain of any.

    Where several themes are complained of as often, each of them is first there. A voice without a place is no place.
    """
    complaints = rows[~rows["is_place"].astype(bool) & rows["place"].notna() & (rows["negative"] > 0)]
    complaints = complaints[complaints["theme"].notna() & (complaints["theme"] != NO_THEME)]
    if complaints.empty:
        return None, 0, 0
    most = complaints.groupby("place")["negative"].transform("max")
    first = complaints[complaints["negative"] == most].groupby("theme")
    table = pd.DataFrame({"places": first["place"].nunique(), "complaints": first["negative"].sum()}).reset_index()
    best = table.sort_values(["places", "complaints", "theme"], ascending=[False, False, True]).iloc[0]
    return str(best["theme"]), int(best["places"]), int(complaints["place"].nunique())


def of_indicator(judged: Judgement, status: str | None) -> Beside:
    """`voice_beside` for the indicator that a choice is of; too few where the choice has no figures.

    Within a place nothing is counted by place, so no theme is named.
    """
    if judged.is_hidden:
        return Beside(TOO_FEW)
    found = voice_beside(status, beside(judged.store, judged.as_of, **judged.within))
    return found._replace(theme=None, first_in=0, places=0) if judged.is_in_place else found


def _kind(status: str | None, complaining: float, praising: float) -> str:
    if status not in FAVOURABLE + UNFAVOURABLE:
        return NO_VERDICT
    if max(complaining, praising) <= MAJORITY:
        return MIXED
    return AGREES if (complaining > MAJORITY) == (status in UNFAVOURABLE) else TENSION
