"""The worked examples of the page Data & methods, worked out by the formulas themselves."""

from data.store import Store
from definitions.schemes import Scheme
from metrics.engine import ask


def worked_examples(store: Store, bands: Scheme) -> dict[str, float]:
    """What each formula makes of the figures of its example: shares as fractions, `keep` as 1 (met) or 0."""
    found = ask(store, "worked_examples", keep_tolerance=bands.keep_tolerance)
    return dict(zip(found["example"], found["value"], strict=True))
