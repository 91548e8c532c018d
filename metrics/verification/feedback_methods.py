"""The feedback loop: answers to what people said, and how long they took."""

from typing import Any

from metrics import loop
from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs
from metrics.verification.registry import method


@method("feedback_response_target", "cfrm_target", "response_target", "recommended_target")
def response_target(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Is the share answered at least the recommended 90 %?"""
    found = loop.meets_recommended(_answered_share(given))
    return {"meets_recommended_target": found, "meets": found, "meets_target": found, "value": found}


@method(
    "feedback_response_rate",
    "feedback_response_share",
    "complaint_response",
    "answered_share",
    "cfrm_response",
    "complaints_responded",
    "response_rate",
    "closing_the_loop",
    "feedback_loop",
)
def response(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Answered, and answered in time, of what is relevant to the mechanism."""
    share = _answered_share(given)
    relevant = given.number("relevant", "received", "n", default=None)
    in_time = given.number("in_time", "on_time", "within_standard", default=None)
    timely = loop.answered_share(int(in_time), int(relevant)) if in_time is not None and relevant else None
    return {
        "share": share,
        "rate": share,
        "value": share,
        "answered": share,
        "answered_share": share,
        "percent": percent_of(share),
        "pct": percent_of(share),
        "answered_pct": percent_of(share),
        "in_time": timely,
        "in_time_share": timely,
        "in_time_pct": percent_of(timely),
        "meets_recommended_target": loop.meets_recommended(share),
    }


@method("kaplan_meier_median", "median_days", "kaplan_meier", "median_days_to_answer", "km_median")
def median(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Median days to an answer, those still open counted as waiting."""
    if given.has("durations", "times", "days"):
        days = given.known_numbers("durations", "times", "days")
        events = given.get("events", "observed", "answered_flags", default=[True] * len(days))
        done = [value for value, event in zip(days, events, strict=True) if event]
        waiting = [value for value, event in zip(days, events, strict=True) if not event]
    else:
        done, waiting = (
            given.known_numbers("answered"),
            given.known_numbers("open", "still_open", "censored", default=[]),
        )
    found = loop.median_days(done, waiting)
    return {"median": found, "median_days": found, "value": found}


@method("awareness", "users_of_interviewed", "mechanism_use")
def awareness(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Users of those interviewed; who does not remember is left out."""
    asked = given.figure("interviewed", "n") - given.figure("dont_remember", "do_not_remember", "unknown", default=0)
    share = loop.answered_share(int(given.figure("users", "yes", "count")), int(asked))
    return {"share": share, "percent": percent_of(share), "value": share}


def _answered_share(given: Inputs) -> float | None:
    if given.has("share", "rate", "fraction"):
        return given.number("share", "rate", "fraction")
    if given.has("percent", "pct"):
        percent = given.number("percent", "pct")
        return None if percent is None else percent / 100
    return loop.answered_share(
        int(given.figure("answered", "responded", "count", "responded_in_line", "responded_in_procedure")),
        int(given.figure("relevant", "received", "n", "nobs", "complaints", "total")),
    )


def percent_of(share: float | None) -> float | None:
    return None if share is None else 100 * share
