"""How much two partners do the same: sets of what, where, when and for whom. A hint to ask, never an accusation."""

from collections.abc import Collection
from datetime import date


def jaccard(one: Collection, other: Collection) -> float:
    """|A ∩ B| / |A ∪ B|: 0 nothing in common, 1 the same. Two empty sets have nothing in common: 0."""
    union = set(one) | set(other)
    return len(set(one) & set(other)) / len(union) if union else 0.0


def containment(one: Collection, other: Collection) -> float:
    """|A ∩ B| / min(|A|, |B|): 1 when the smaller one does nothing that the larger does not. 0 if either is empty."""
    smaller = min(len(set(one)), len(set(other)))
    return len(set(one) & set(other)) / smaller if smaller else 0.0


def periods_overlap(start: date, end: date, other_start: date, other_end: date) -> bool:
    """Do two periods share a day? Both ends belong to them."""
    return start <= other_end and other_start <= end


def likely_duplication(planned: Collection[float], people_in_need: float | None) -> bool | None:
    """Several partners at one place plan for more people than need it; None where the need is not known."""
    return None if people_in_need is None else len(planned) > 1 and sum(planned) > people_in_need
