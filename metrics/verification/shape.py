"""The answer of a method in the shape of what was printed, and whether both are the same."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from metrics.verification.inputs import folded

MAIN = "value"
"""The name under which a method gives its one answer; a single printed figure of any name is compared with it."""
_SAME = (
    ("low", "lower", "ci_low", "ci_lower", "lo", "lcl", "lower_bound", "lower_limit", "conf_low"),
    ("high", "upper", "ci_high", "ci_upper", "hi", "ucl", "upper_bound", "upper_limit", "conf_high", "upp", "ci_upp"),
    ("se", "std_err", "stderr", "ase", "standard_error", "std_kappa"),
    ("p_value", "p", "pvalue", "pvalue_two_sided"),
    ("statistic", "chi2", "chisq", "chi_square", "z", "z_value", "stat"),
    ("status", "class", "progress_status"),
    ("numerator", "num", "v"),
    ("denominator", "den", "d"),
)
_GROUPS = {folded(name): frozenset(map(folded, group)) for group in _SAME for name in group}


def shaped(answer: Any, expected: Any) -> Any:
    """`answer` cut to the keys, lists and nesting of `expected`. A key that the method does not give is None."""
    if isinstance(expected, Mapping):
        if not isinstance(answer, Mapping):
            answer = {MAIN: answer}
        return {key: shaped(_found(answer, key, len(expected) == 1), value) for key, value in expected.items()}
    if isinstance(answer, Mapping):
        return shaped(_as_one(answer, expected), expected)
    if isinstance(expected, list) and isinstance(answer, list | tuple):
        pairs = list(zip(answer, expected, strict=False))
        return [shaped(mine, theirs) for mine, theirs in pairs] + list(answer[len(expected) :])
    return plain(answer)


def _found(answer: Mapping[str, Any], key: str, alone: bool) -> Any:
    if key in answer:
        return answer[key]
    by_name = {folded(name): value for name, value in answer.items()}
    name = folded(key)
    if name in by_name:
        return by_name[name]
    for other in _GROUPS.get(name, ()):
        if other in by_name:
            return by_name[other]
    return by_name.get(folded(MAIN)) if alone else None


def _as_one(answer: Mapping[str, Any], expected: Any) -> Any:
    if isinstance(expected, list) and len(expected) == 2 and {"low", "high"} <= set(answer):
        return [answer["low"], answer["high"]]
    return answer.get(MAIN, next(iter(answer.values()), None))


def plain(value: Any) -> Any:
    """A figure as JSON has it: plain Python, None for NaN and infinity."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if value is pd.NA or value is pd.NaT:
        return None
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def same(mine: Any, theirs: Any, tolerance: float) -> bool:
    """Equal within the tolerance, in every part. null is only equal to null, and an error to any error."""
    if isinstance(theirs, Mapping):
        if set(theirs) == {"error"}:
            return isinstance(mine, Mapping) and bool(mine.get("error"))
        return (
            isinstance(mine, Mapping)
            and set(mine) == set(theirs)
            and all(same(mine[key], theirs[key], tolerance) for key in theirs)
        )
    if isinstance(theirs, list):
        return (
            isinstance(mine, list)
            and len(mine) == len(theirs)
            and all(same(one, other, tolerance) for one, other in zip(mine, theirs, strict=True))
        )
    if isinstance(theirs, bool) or isinstance(mine, bool):
        return isinstance(mine, bool | int | float) and isinstance(theirs, bool | int | float) and mine == theirs
    if isinstance(theirs, int | float):
        if not isinstance(mine, int | float):
            return False
        return abs(mine - theirs) <= tolerance + 1e-12 * abs(theirs)
    return bool(mine == theirs)
