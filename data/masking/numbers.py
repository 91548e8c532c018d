"""Numbers that point at a person: NIK, KK, NPWP, BPJS, SIM, telephone, bank account, and others that are named so."""

import itertools
import re
from collections.abc import Iterator
from functools import partial

from data.masking import phone
from data.masking.bank import is_account_in_thousands, is_cut_as_card
from data.masking.finding import Finding, Scan
from data.masking.groups import is_cut_by_commas, is_of_member, kind_before_number
from data.masking.labels import is_account_after, label_before, label_behind, label_in_text
from data.masking.nik import is_nik
from data.masking.ordinary import ordinary_spans
from data.masking.spoken import Atom, Window, runs, windows

# how many digits a number with this label may have: typing errors of one or two are still the same number
_LENGTHS = {"NIK": (13, 18), "KK": (13, 18), "NPWP": (14, 17), "telepon": (6, 15), "rekening": (6, 19),
            "BPJS": (10, 16), "SIM": (10, 16), "nomor": (6, 22)}  # fmt: skip
_NPWP = re.compile(r"\d\d[-.\s]{1,2}\d{3}[-.\s]{1,2}\d{3}[-.\s]{1,2}\d[-.\s]{1,2}\d{3}[-.\s]{1,2}\d{3}$")
_NPWP_OF = re.compile(r"npwp[\s-]?$")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:,\d\d)?$")
_GROUPED = ("NIK", "KK", "NPWP", "rekening", "BPJS", "SIM")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MINUS = re.compile(r"\bminus\s*$")  # a position that is spelled out
_DASHED = re.compile(r"\d+(?:\s?[-–]\s?\d+){2,}$")


def find(scan: Scan) -> Iterator[Finding]:
    """Every number that points at a person."""
    found = [run for run in runs(scan) if sum(len(atom.digits) for atom in run) >= 5]
    for whole in map(partial(_without_kind, scan.low), found):
        for run in _without(whole, ordinary_spans(scan.low, whole[0].start, whole[-1].end)):
            yield from _in_run(scan, run)


def _without_kind(low: str, run: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """`NPWP16 3201-0763-…`: the figures of the word before are no part of the number."""
    return run[1:] if run[0].digits in ("15", "16") and _NPWP_OF.search(low, 0, run[0].start) else run


def _in_run(scan: Scan, run: tuple[Atom, ...]) -> Iterator[Finding]:
    behind = -1
    for first, last, window in windows(scan, run):
        if first <= behind:
            continue
        if _is_torn(run, first, last):
            continue
        kind = kind_of(window)
        if kind is not None:
            if kind == "nomor" and (minus := _MINUS.search(scan.low[: window.start])):
                yield scan.finding("koordinat", minus.start(), window.end)
                behind = last
                continue
            is_phone = kind == "telepon"
            yield scan.finding(kind, phone.opening(window) if is_phone else window.start,
                               phone.closing(window) if is_phone else window.end)  # fmt: skip
            behind = last


def kind_of(window: Window) -> str | None:
    """What the number is, or None for one that may stay."""
    digits, low = window.digits, window.scan.low
    if _is_years(window) or _is_fraction(window):
        return None
    label = label_before(low, window.start)
    if label == "telepon" and not phone.is_mobile(window):
        label = kind_before_number(window) or label
    if label in _LENGTHS and _fits(window, label):
        return "telepon" if label == "NIK" and len(digits) < 15 and phone.is_mobile(window) else label
    if behind := label_behind(low, window.end, len(digits)):
        return behind
    if _is_list(window) or _has_point_first(window):
        return "telepon" if phone.is_mobile(window) and len(window.atoms[0].digits) == 4 else None
    if is_account_after(low, window.end) and _fits(window, "rekening"):
        return "telepon" if phone.is_mobile(window) else "rekening"
    if _NPWP.match(window.written):
        return "NPWP"
    if len(digits) == 16 and is_nik(digits):
        return "NIK"
    if label == "surat" and not (phone.is_mobile(window) and label_before(low, window.start, reach=12) is None):
        return None  # `MoU a.n. Bu Wagiyem 0812-2733-4455` names a person behind the paper
    if phone.is_phone(window):
        return "telepon"
    if said := _said_before(window):
        return said
    return "nomor" if _is_long(window) else None


def _said_before(window: Window) -> str | None:
    """`NPWP di kontrak keliru. Yang betul …`: a number in groups, in a sentence after the one that names its kind."""
    digits = window.digits
    label = label_in_text(window.scan.low, window.start)
    if label not in _GROUPED or not _fits(window, label) or len(digits) < 10 or _years_among(window) > 1:
        return None
    is_grouped = 2 <= len(window.atoms) <= 6 or _is_one_by_one(window)
    is_count = _THOUSANDS.match(window.written) or _is_list(window)
    return label if is_grouped and not is_count and len(digits) <= 19 else None


def _fits(window: Window, label: str) -> bool:
    """Whether a number with this label can be one of its kind."""
    digits = window.digits
    fewest, most = _LENGTHS[label]
    if not fewest <= len(digits) <= most:
        return False
    if label in ("NIK", "KK", "NPWP", "BPJS", "nomor") and len(digits) >= 13:
        return True
    if label == "BPJS" and is_of_member(window):
        return True
    if _THOUSANDS.match(window.written) and not (label == "telepon" and len(digits) >= 9):
        return label == "rekening" and len(digits) >= 10 and is_account_in_thousands(window)
    if label == "telepon" and len(digits) < 9 and (len(window.atoms) > 3 or digits.startswith("1500")):
        return False  # 1500567 is a call centre
    if _is_list(window) and len(digits) != 16 and not phone.is_mobile(window):
        return False
    if label == "nomor" and re.fullmatch(r"(?:19|20)\d\d[-/.]\d{2,4}", window.written):
        return False  # `registrasi 2024-0315`
    if label == "nomor" and len(digits) == 6 and digits[0] != "0" and not _DASHED.match(window.written):
        return False  # `PKH 202403`
    return len(digits) >= 9 or not digits.endswith("000")


def _is_long(window: Window) -> bool:
    """A number of ten digits and more in one piece or with dashes, or spelled out: nobody counts like that."""
    digits, written = window.digits, window.written
    if all(atom.is_word for atom in window.atoms):
        return len(digits) >= 8 and len(window.atoms) >= 7
    if digits.endswith("0000") or len(digits) < 10:
        return False
    if len(window.atoms) == 1 or _is_one_by_one(window):
        return True
    if _DASHED.match(written):
        return True
    return len(digits) >= 11 and _years_among(window) < 2 and is_cut_as_card(window)


def _is_one_by_one(window: Window) -> bool:
    """`3 3 1 8 dua 9 0 …`: ten figures, each by itself; marks from 1 to 5 and counting in order are none."""
    digits = window.digits
    if len(digits) < 10 or any(len(atom.digits) > 1 for atom in window.atoms):
        return False
    counts = all((int(other) - int(one)) % 10 == 1 for one, other in itertools.pairwise(digits))
    return not counts and not set(digits) <= set("12345")


def _years_among(window: Window) -> int:
    return sum(bool(_YEAR.match(atom.digits)) for atom in window.atoms)


def _is_list(window: Window) -> bool:
    """`12, 15, 20`: figures after one another, each with a space behind its comma."""
    if is_cut_by_commas(window):
        return False
    return any(("," in sign or ";" in sign) and sign.strip() != sign and not (one.is_word or len(one.digits) == 1)
               for one, sign in zip(window.atoms, window.separators, strict=False))  # fmt: skip


def _has_point_first(window: Window) -> bool:
    """`1. tiga tiga dua dua …`: the first figure counts the sentences."""
    first, *others = window.separators or [""]
    signs = len(set(others)) == 1 and first not in others and first.strip() in (".", ")") and first != first.strip()
    return (
        signs
        and len(window.atoms[0].digits) <= 2
        and window.scan.plain[max(0, window.start - 1) : window.start] not in ("+", "(")
    )


def _is_fraction(window: Window) -> bool:
    """`3.14159265358979`: nobody writes a number of a person with one figure before the only point."""
    return bool(re.search(r"(?<![\d.,])\d[.,]$", window.scan.low[max(0, window.start - 3) : window.start])) or bool(
        re.fullmatch(r"[1-9][.,]\d{7,}", window.written) and not is_nik(window.digits)
    )


def _is_years(window: Window) -> bool:
    return all(_YEAR.match(atom.digits) for atom in window.atoms)


def _is_torn(run: tuple[Atom, ...], first: int, last: int) -> bool:
    """A window must not begin or end inside a word of single digits: `tiga tiga dua …` belongs together."""
    before = run[first - 1] if first else None
    after = run[last + 1] if last + 1 < len(run) else None
    return any(other is not None and other.end == one.start for one, other in ((run[first], before),)) or (
        after is not None and run[last].end == after.start
    )


def _without(run: tuple[Atom, ...], spans: list[tuple[int, int]]) -> Iterator[tuple[Atom, ...]]:
    """The run cut at every number that belongs to nobody."""
    part: list[Atom] = []
    for atom in run:
        if any(start < atom.end and atom.start < end for start, end in spans):
            if part:
                yield tuple(part)
            part = []
        else:
            part.append(atom)
    if part:
        yield tuple(part)
