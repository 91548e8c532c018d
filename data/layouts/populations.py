"""Headers that only name kinds of people, several beside each other: Dewasa | Anak. They are groups of one figure."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from data.layouts.labels import Label
from definitions.fold import fold
from definitions.layouts import layout_words

_LEAST = 2
_OF_DISABILITY = {"disabilitas", "difabel", "disabilities", "pwd"}
"""They are among the others, and so a dimension of their own."""


def populations(paths: Mapping[int, tuple[str, ...]]) -> set[str]:
    """The folded headers of a table that are such names; empty where only one is, which may be its indicator."""
    known = layout_words().words("evidence", "population")
    found = {fold(text) for path in paths.values() for text in path} & set(known)
    return found if len(found) >= _LEAST else set()


def as_group(label: Label, names: Collection[str]) -> Label:
    """The label of such a header as a group, `people=anak`; any other as it is."""
    folded = fold(label.text)
    is_one = folded in names and not (label.whats or label.has_time or label.group)
    dimension = "disability" if _OF_DISABILITY & set(folded.split()) else "people"
    return replace(label, group=f"{dimension}={folded}", field=None, rest="") if is_one else label
