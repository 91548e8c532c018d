"""Numbers in groups with commas, and what a word before them says: `7599, 1111, 00` is an account, `12, 15` a list."""

import re

from data.masking.labels import label_before, label_in_text
from data.masking.spoken import Window

_WHOLE_LENGTHS = {"NIK": (16,), "KK": (16,), "NPWP": (15, 16), "BPJS": (11, 13), "rekening": tuple(range(10, 17))}
_YEAR = re.compile(r"(?:19|20)\d\d$")
_UNIT = re.compile(
    r"[\s,]*(?:dan\s+\d|kwh|kw|kk|orang|warga|jiwa|keluarga|meter|m2|kg|ton|liter|rupiah|ribu|juta|unit|paket|peserta|hari)\b"
)
_NUMBER_OF = re.compile(r"\bnom[eo]r(?:nya|e|na|ipun)?[\s:=]*$")
_MEMBER = re.compile(
    r"(?:\bk\.?p\.?j|(?:no|nomor|nomer)\.?\s*(?:kartu\s+)?(?:bpjs|jamsostek|kis))[\s-]*(?:nya|saya|sy|ku|kula)?\W*$"
)
"""What the number of a member stands behind: a sum of money does not."""


def kind_before_number(window: Window) -> str | None:
    """The kind in `kartu npwp hilang, nomernya …`, where the number has as many figures as that kind."""
    kind = _generic(window.scan.low, window.start)
    return kind if kind and len(window.digits) in _WHOLE_LENGTHS.get(kind, ()) else None


def is_of_member(window: Window) -> bool:
    """`nomor KPJ 18.442.907.115`: eleven figures right behind the number of a member, and no money."""
    return len(window.digits) == 11 and bool(_MEMBER.search(window.scan.low[: window.start]))


def is_cut_by_commas(window: Window) -> bool:
    """`7599, 1111, 00` behind an account: groups as on a card or a nought at the head, as many figures as it has.

    Years, round figures and what has a unit behind it are a list.
    """
    digits, groups, low = window.digits, [atom.digits for atom in window.atoms], window.scan.low
    years = sum(bool(_YEAR.match(group)) for group in groups)
    if len(groups) < 3 or {sign.strip() for sign in window.separators} != {","} or years > 1:
        return False
    label = label_before(low, window.start, reach=36) or label_in_text(low, window.start)
    named = {label, label_in_text(low, window.start), _generic(low, window.start)}
    lengths = {length for kind in named for length in _WHOLE_LENGTHS.get(kind or "", ())}
    is_card = {len(group) for group in groups[:-1]} == {4} and len(groups[-1]) <= 4
    has_nought = any(group[0] == "0" for group in groups) and max(map(len, groups)) <= 6
    is_round = all(group.endswith("0") for group in groups)
    return len(digits) in lengths and (is_card or has_nought) and not is_round and not _UNIT.match(low, window.end)


def _generic(low: str, start: int) -> str | None:
    """The kind that is said before `nomernya …`, which by itself says a telephone."""
    said = _NUMBER_OF.search(low, max(0, start - 24), start)
    return label_in_text(low, said.start()) if said else None
