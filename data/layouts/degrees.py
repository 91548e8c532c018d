"""S1 and S2 among D3, D4 or SMA, or behind `Guru`: degrees, and no halves of a year."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.layouts.labels import Label
from definitions.fold import fold

_DEGREES = ("s1", "s2")
_BESIDE = {"d1", "d2", "d3", "d4", "s3", "sd", "smp", "sma", "smk", "slta", "sltp", "diploma"}
_OF = {"guru", "dosen", "lulusan", "pendidikan", "sarjana", "ijazah", "tenaga", "pegawai", "pendidik", "kualifikasi"}


def is_degree(text: str, beside: Iterable[str]) -> bool:
    """Whether S1 is a degree by the words that stand around it."""
    return fold(text) in _DEGREES and bool({fold(word) for word in beside} & (_BESIDE | _OF))


def is_spared(label: Label) -> bool:
    """Whether `told_apart` has found a header to be a degree."""
    return fold(label.text) in _DEGREES and not label.has_time


def told_apart(label: Label, headers: Iterable[Sequence[str]]) -> Label:
    """The label of a header without its time, where it is a degree among the headers of its table."""
    if fold(label.text) not in _DEGREES:
        return label
    words = [word for path in headers for text in path for word in fold(text).split()]
    return replace(label, part=None, period=None, rest=label.text) if is_degree(label.text, words) else label
