"""The worked examples of the page Data & methods, worked out by the formulas themselves."""

from data.store import Store
from metrics.engine import ask


def worked_examples(store: Store) -> dict[str, float]:
    """What each formula makes of the figures of its example; shares as fractions."""
    found = ask(store, "worked_examples")
    return dict(zip(found["example"], found["value"], strict=True))
