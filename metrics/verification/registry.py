"""Which name of a published method is worked out by which function."""

from collections.abc import Callable
from typing import Any

from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs, folded

Method = Callable[[Inputs, Bench], Any]
METHODS: dict[str, Method] = {}
"""By the name that golden cases use; every other name is an alias of one of these."""
_ALIASES: dict[str, Method] = {}


def method(name: str, *others: str) -> Callable[[Method], Method]:
    """Register a function under a name and its aliases."""

    def registered(function: Method) -> Method:
        METHODS[name] = function
        for alias in (name, *others):
            _ALIASES[folded(alias)] = function
        return function

    return registered


def method_named(name: str) -> Method | None:
    """The function for a name or alias; None for a method nobody knows."""
    wanted = folded(name)
    for ending in (
        "",
        "ci95",
        "95",
        "pct",
        "fixed",
        "ratio",
        "score",
        "share",
        "flag",
        "band",
        "rating",
        "coefficient",
    ):
        if ending and not wanted.endswith(ending):
            continue
        if found := _ALIASES.get(wanted.removesuffix(ending)) if ending else _ALIASES.get(wanted):
            return found
    return None
