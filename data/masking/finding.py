"""What is looked at and what is found: a text in a form that keeps positions, and a span with its kind."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.masking.disguised import apart, seams, unmasked
from definitions.personal import personal_words
from locales import mark

KINDS = {
    "NIK": mark("national ID number"),
    "KK": mark("family card number"),
    "NPWP": mark("tax number"),
    "telepon": mark("telephone number"),
    "email": mark("e-mail address"),
    "rekening": mark("bank account"),
    "plat": mark("number plate"),
    "alamat": mark("home address"),
    "tanggal lahir": mark("date of birth"),
    "koordinat": mark("exact position"),
    "paspor": mark("passport"),
    "BPJS": mark("health insurance number"),
    "SIM": mark("driving licence"),
    "akun": mark("social media account"),
    "nomor": mark("other personal number"),
    "nama": mark("name of a person"),
}
"""Every kind and its English name. The kind itself is Indonesian, as it stands in the masked text: `[telepon]`."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_INVISIBLE = re.compile(
    f"[{_CONTROL}\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u20e3\ufe00-\ufe0f\ufeff]"
)
_FIGURE, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
_MASKS = re.compile("\\[(?:" + "|".join(KINDS) + ")\\]")


@dataclass(frozen=True)
class Finding:
    """One identifier: its kind (see KINDS) and where it stands in the text, end exclusive, in code points."""

    kind: str
    start: int
    end: int


@dataclass(slots=True)
class Scan:
    """A text made ready: compatibility forms and foreign digits made plain, invisible signs gone, masks blanked.

    `low` is `plain` in lower case, sign for sign; `origin` gives the place in the source of each sign of `plain`,
    None where they are the same. `numerals`, `words` and `digit_words` (how many figures, which words, how many words
    that name a digit) let a rule see at once that there is nothing for it: most texts hold none of its words.
    """

    plain: str
    low: str
    numerals: int
    words: frozenset[str]
    digit_words: int
    origin: Sequence[int] | None = None

    def finding(self, kind: str, start: int, end: int) -> Finding:
        """The finding for a span of `plain`, in places of the source."""
        if self.origin is None:
            return Finding(kind, start, end)
        return Finding(kind, self.origin[start], self.origin[end - 1] + 1)


@lru_cache(maxsize=1)
def _words_of_digits() -> frozenset[str]:
    return frozenset({*personal_words().digits, *personal_words().tens})


def _digit_words(low: str, words: frozenset[str]) -> int:
    known = _words_of_digits()
    glued = sum(_glued(word) for word in words if len(word) >= 7 and word not in known)
    if words.isdisjoint(known) and not glued:
        return 0
    return sum(word in known for word in _WORD.findall(low)) + glued


@lru_cache(maxsize=4096)
def _glued(word: str) -> int:
    """How many words of digits are written as one: 2 for `limasatu`, 0 for a word that is none."""
    digit = "|".join(sorted(_words_of_digits(), key=len, reverse=True))
    return len(re.findall(digit, word)) if re.fullmatch(f"(?:{digit})+", word) else 0


def scan_of(text: str) -> Scan:
    """The text as the finders look at it."""
    is_plain = text.isascii() and (text.isprintable() or not _INVISIBLE.search(text))
    origin = None if is_plain else [place for place, sign in enumerate(text) if not _INVISIBLE.match(sign)]
    plain = text if origin is None else "".join([_plain(text[place]) for place in origin])
    plain = unmasked(plain)
    if held := apart(plain):
        origin = [place for at, place in enumerate(range(len(plain)) if origin is None else origin) if at not in held]
        plain = "".join([sign for at, sign in enumerate(plain) if at not in held])
    if cuts := set(seams(plain)):
        places = range(len(plain)) if origin is None else origin
        origin = [place for at, one in enumerate(places) for place in ([places[at - 1], one] if at in cuts else [one])]
        plain = "".join([" " + sign if at in cuts else sign for at, sign in enumerate(plain)])
    if "[" in plain:  # what is masked already is not looked at again
        plain = _MASKS.sub(lambda found: "\0" * len(found[0]), plain)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in plain)
    words = frozenset(_WORD.findall(low))
    return Scan(plain, low, len(_FIGURE.findall(plain)), words, _digit_words(low, words), origin)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """One sign for one sign: `０` and `٠` are 0, `＠` is @, other spaces are spaces."""
    if sign.isascii():
        return sign
    if sign.isspace():
        return " "
    if (digit := unicodedata.digit(sign, None)) is not None:
        return str(digit)
    same = unicodedata.normalize("NFKC", sign)
    return same if len(same) == 1 else sign
