"""The word that says whose number it is: the nearest label before a number, or a bank after it."""

import re
from functools import lru_cache

from definitions.personal import personal_words

_REACH = 52  # signs before a number in which its label may stand
_ENDS = re.compile(r"[.!?;]\s+(?=[a-z])|\n")
_CONTRADICTS = re.compile(
    r"\b(?:sebanyak|sejumlah|sebesar|senilai|seharga|total|jumlah|anggaran|harga|biaya|bayar|tahun)\W*$"
)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    words = dict.fromkeys(personal_words().banks, "rekening") | personal_words().labels
    return re.compile(rf"(?<![a-z0-9])(?:{_any(words)})(?:nya|ku|mu|e|ne)?(?![a-z0-9])")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    banks = _any(personal_words().banks)
    return re.compile(
        rf"[\s,(\-/)]{{0,3}}(?:(?:itu|ini|iku|adalah|yaitu|merupakan|is|my|no|nomor"
        rf"|nomer)\.?\s+){{0,3}}(?:bank\s+)?(?:(?:{banks})(?![a-z0-9])|a\.?\s?/?n\.?\s|atas nama\b|rekening|norek"
        rf"|rek\b)"
    )


def label_before(low: str, start: int, reach: int = _REACH) -> str | None:
    """The kind said by the last label in the same sentence before `start`; `surat` for papers and things."""
    said = low[max(0, start - reach) : start]
    said = said[max((match.end() for match in _ENDS.finditer(said) if not _is_short(said, match)), default=0) :]
    found = None
    for match in _before().finditer(said):
        found = match
    if found is None or _CONTRADICTS.search(said, found.end()):
        return None
    return _kind(found[0])


def _kind(word: str) -> str:
    """The kind that a label says; a bank says an account."""
    kinds = personal_words().labels
    spellings = [word, re.sub(r"[\s.]+", " ", word), re.sub(r"(?:nya|ku|mu|e|ne)$", "", re.sub(r"[\s.]+", " ", word))]
    return next((kinds[spelling] for spelling in spellings if spelling in kinds), "rekening")


def label_in_text(low: str, start: int, reach: int = 160) -> str | None:
    """The last kind but a paper's that is said in the sentences before: `rekening mana? Punya saya …`."""
    found = [_kind(match[0]) for match in _before().finditer(low, max(0, start - reach), start)]
    return next((kind for kind in reversed(found) if kind != "surat"), None)


def is_account_after(low: str, end: int) -> bool:
    """True where a bank, or the holder of an account, is named right after the number."""
    return bool(_after().match(low, end))


_BEHIND = re.compile(
    r"[\s,()\"'’”:=-]{1,3}(?:(?:itu|ini|iku|adalah|yaitu|merupakan|is|my)\s+){0,2}(?:no(?:mor|mer)?\.?\s+)?"
    r"(?:(?P<NIK>nik|e?-?ktp)|(?P<KK>kk|kartu keluarga)|(?P<NPWP>npwp)|(?P<BPJS>bpjs|kis|jkn)|(?P<SIM>sim))(?:nya"
    r"|ku)?(?![a-z0-9])"
)
_BEHIND_LENGTHS = {"NIK": (15, 17), "KK": (15, 17), "NPWP": (15, 16), "BPJS": (11, 14), "SIM": (12, 15)}


def label_behind(low: str, end: int, length: int) -> str | None:
    """The kind said right behind a number of so many digits: `… (NIK)`, `… itu BPJS saya`; no count is so long."""
    match = _BEHIND.match(low, end)
    kind = match.lastgroup if match else None
    return kind if kind and _BEHIND_LENGTHS[kind][0] <= length <= _BEHIND_LENGTHS[kind][1] else None


def _is_short(reach: str, match: re.Match[str]) -> bool:
    """`no. rek. saya`: the dot of a short word ends no sentence."""
    return bool(
        re.search(
            r"\b(?:no|nmr|rek|telp|tlp|hp|hub|a|n|an|sdr|bpk|jl|kec|kab|kel|wa|tel|ktp|nik|kk)$", reach[: match.start()]
        )
    )


def _any(words: object) -> str:
    """The words as one pattern, longer ones first; a space may be any space or a dot."""
    return "|".join(re.escape(word).replace(r"\ ", r"[\s.]+") for word in sorted(words, key=len, reverse=True))
