"""Shares of people asked: intervals, differences, tests."""

from typing import Any

from metrics import intervals
from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs
from metrics.verification.registry import method

_HITS, _N = ("count", "hits", "k", "x", "successes", "numerator"), ("nobs", "n", "trials", "total", "denominator")
_FIRST = (("count1", "x1", "k1", "hits1", "successes1"), ("nobs1", "n1", "trials1"))
_OTHER = (("count2", "x2", "k2", "hits2", "successes2", "count0"), ("nobs2", "n2", "trials2", "nobs0"))


def _level(given: Inputs) -> float:
    """The confidence, out of `confidence`, or `alpha` where that is the rest."""
    level = given.number("confidence", "conf_level", "level", default=None)
    if level is None:
        rest = given.number("alpha", default=0.05) or 0.05
        level = max(rest, 1 - rest)
    return level / 100 if level > 1 else level


@method(
    "wilson_ci_95", "wilson", "wilson_ci", "wilson_interval", "proportion_ci_wilson", "share_interval", "wilson_score"
)
def wilson(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Wilson's interval of a share."""
    found = intervals.share_interval(
        bench.cursor,
        given.figure(*_HITS),
        given.figure(*_N),
        confidence=_level(given),
        design_effect=given.figure("deff", "design_effect", default=1),
    )
    return {
        "low": found.low,
        "high": found.high,
        "share": found.value,
        "p": found.value,
        "estimate": found.value,
        "ci": [found.low, found.high],
        "reason": None if found.value is not None else "no_data",
    }


@method(
    "newcombe_diff_ci_95",
    "newcombe",
    "newcombe_diff",
    "newcombe_ci",
    "newcombe_diff_ci",
    "share_change",
    "diff_newcombe",
)
def newcombe(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Newcombe's interval of a difference of two shares."""
    found = intervals.share_change(bench.cursor, *_two_shares(given), confidence=_level(given))
    return {
        "low": found.low,
        "high": found.high,
        "difference": found.value,
        "diff": found.value,
        "word": found.word,
        "value": found.value,
        "evidence_of_change": found.word in ("rise", "fall"),
        "ci": [found.low, found.high],
    }


@method("wald_diff_ci_95", "wald_diff", "wald", "wald_diff_ci", "wald_ci")
def wald(given: Inputs, _bench: Bench) -> dict[str, Any]:
    return _other(given, "wald")


@method("agresti_caffo_diff_ci_95", "agresti_caffo", "agresti_caffo_ci", "agresti_caffo_diff_ci", "agresti_caffo_diff")
def agresti_caffo(given: Inputs, _bench: Bench) -> dict[str, Any]:
    return _other(given, "agresti-caffo")


@method(
    "two_proportion_z_test",
    "pooled_z_test",
    "two_proportion_ztest",
    "proportions_ztest",
    "z_test",
    "two_prop_z",
    "two_sample_proportion_test",
    "prop_test_2",
    "pooled_z",
    "ztest_pooled",
    "two_proportion_test",
)
def pooled(given: Inputs, _bench: Bench) -> dict[str, Any]:
    found = intervals.pooled_test(*_two_shares(given))
    evidence = found.p_value < 0.05
    return {
        "z": found.statistic,
        "statistic": found.statistic,
        "p": found.p_value,
        "p_value": found.p_value,
        "evidence_of_change": evidence,
        "significant": evidence,
        "chi2": found.statistic**2,
    }


@method(
    "chi_square_k_samples",
    "k_sample_chi2",
    "chi2_k_samples",
    "proportions_chisquare",
    "chi_square",
    "prop_test",
    "chisq_k_samples",
    "k_proportions_chi2",
    "k_sample_proportion_test",
    "chi2_test",
)
def chi_square(given: Inputs, _bench: Bench) -> dict[str, Any]:
    found = intervals.chi_square_of_many(
        given.known_numbers("counts", "count", "hits", "x"), given.known_numbers("nobs", "n", "trials")
    )
    return {
        "chi2": found.statistic,
        "statistic": found.statistic,
        "p": found.p_value,
        "p_value": found.p_value,
        "df": len(given.known_numbers("nobs", "n", "trials")) - 1,
    }


@method("effective_sample_size", "design_effect_n", "deff")
def effective(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """n by the design effect; 2 where a clustered survey does not say."""
    found = given.figure(*_N) / given.figure("deff", "design_effect", default=intervals.USUAL_DESIGN_EFFECT)
    return {"n": found, "n_eff": found, "value": found}


def _two_shares(given: Inputs) -> tuple[float, float, float, float]:
    if given.has("counts", "count") and isinstance(given.get("counts", "count"), list):
        hits, n = given.known_numbers("counts", "count"), given.known_numbers("nobs", "n", "trials")
        return hits[0], n[0], hits[1], n[1]
    return (given.figure(*_FIRST[0]), given.figure(*_FIRST[1]), given.figure(*_OTHER[0]), given.figure(*_OTHER[1]))


def _other(given: Inputs, name: str) -> dict[str, Any]:
    found = intervals.other_change_interval(*_two_shares(given), method=name, confidence=_level(given))
    return {
        "low": found.low,
        "high": found.high,
        "difference": found.value,
        "value": found.value,
        "ci": [found.low, found.high],
    }
