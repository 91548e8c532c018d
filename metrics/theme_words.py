"""What a text says, as words that can be counted: spelling made one, endings off, what follows a no marked."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from definitions.tone import tone

_TOKEN = re.compile(r"[a-z0-9%]+(?:['’][a-z]+)?|[!?]")
_REPEATED = re.compile(r"([a-z!?])\1{2,}")
_NO = frozenset(
    [
        "tidak",
        "bukan",
        "belum",
        "jangan",
        "kurang",
        "tanpa",
        "ora",
        "mboten",
        "dereng",
        "teu",
        "henteu",
        "acan",
        "not",
        "no",
        "never",
        "don't",
        "doesn't",
        "didn't",
        "isn't",
        "wasn't",
        "can't",
        "won't",
        "without",
    ]
)
_REACH = 3  # words after a no that it may speak of
_SPELLINGS = {
    "gak": "tidak", "ga": "tidak", "nggak": "tidak", "ngga": "tidak", "enggak": "tidak", "tdk": "tidak", "gk": "tidak",
    "kagak": "tidak", "tak": "tidak", "kgk": "tidak", "bgt": "banget", "bngt": "banget", "yg": "yang", "dgn": "dengan",
    "utk": "untuk", "krn": "karena", "karna": "karena", "sdh": "sudah", "udah": "sudah", "udh": "sudah", "dah": "sudah",
    "blm": "belum", "jg": "juga", "tp": "tapi", "tetapi": "tapi", "sy": "saya", "jd": "jadi", "klo": "kalau",
    "kalo": "kalau", "dr": "dari", "pd": "pada", "lg": "lagi", "trs": "terus", "bs": "bisa", "org": "orang",
    "dpt": "dapat", "dapet": "dapat", "aja": "saja", "tpt": "tempat", "hrg": "harga", "bkn": "bukan", "sm": "sama",
    "skrg": "sekarang", "bnyk": "banyak", "trmksh": "terimakasih", "makasih": "terimakasih", "mksh": "terimakasih",
    "bener": "benar", "seneng": "senang", "pake": "pakai", "cuman": "cuma", "gimana": "bagaimana", "knp": "kenapa",
}  # fmt: skip
_PREFIXES = ("meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "ber", "ter", "ke", "se", "di")
_PARTICLES, _SUFFIXES = ("nya", "lah", "kah", "pun"), ("kan", "an", "i")


def tokens(text: str) -> list[str]:
    """Words and the signs ! and ?, in lower case, in one spelling: `Gaaak enak BGT` → tidak, enak, banget."""
    plain = _REPEATED.sub(r"\1", text.lower())
    return [_SPELLINGS.get(word, word) for word in _TOKEN.findall(plain)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest prefix and endings, never shorter than four letters. Not a dictionary: a rule."""
    word = _without_ending(word, _PARTICLES)
    if len(word) > 6:
        prefix = next((each for each in _PREFIXES if word.startswith(each) and len(word) - len(each) >= 4), "")
        word = word[len(prefix) :]
    return _without_ending(word, _SUFFIXES)


def features(text: str) -> list[str]:
    """Words, words after a no marked `tidak_`, and pairs of neighbours."""
    words = tokens(text)
    stems = [stem(word) for word in words]
    found, left = [], 0
    for word, base in zip(words, stems, strict=True):
        found.append(base)
        if left:
            found.append(f"tidak_{base}")
        left = _REACH if word in _NO else 0 if word in "!?" else max(left - 1, 0)
    return found + [f"{one} {other}" for one, other in pairwise(stems)]


def as_written(text: str) -> dict[str, str]:
    """Each feature of a text with the words of the text it was made of: `um tunggu` → `belum nunggu`."""
    written = re.findall(r"[\w%]+(?:['’]\w+)?|[!?]", text)
    pairs = [(each, word, stem(word)) for each in written for word in tokens(each)]
    found: dict[str, str] = {}
    denied, left = "", 0
    for (each, word, base), (after, _, next_base) in zip(pairs, [*pairs[1:], ("", "", "")], strict=True):
        found.setdefault(base, each)
        found.setdefault(f"{base} {next_base}", each if each == after else f"{each} {after}")
        if left:
            found.setdefault(f"tidak_{base}", f"{denied} {each}" if left == _REACH else f"{denied} … {each}")
        left = _REACH if word in _NO else 0 if word in "!?" else max(left - 1, 0)
        denied = each if word in _NO else denied
    return found


def plain(text: str) -> str:
    """The text in one spelling, for the rows of letters that the suggestions count beside the words."""
    return " ".join(tokens(text))


TONE_FEATURES = (
    "praise",
    "complaint",
    "more praise",
    "more complaint",
    "balanced",
    "without tone",
    "net tone",
    "denied",
)


def tone_of(text: str) -> list[float]:
    """Praise and complaint in a text, turned round after a no; one number from −1 to 1 for each of TONE_FEATURES."""
    praise, complaint, denied, left = 0.0, 0.0, 0, 0
    for word in tokens(text):
        is_praise, is_complaint = (word in words or stem(word) in words for words in _tone())
        if is_praise:
            praise, complaint = praise + (not left), complaint + bool(left)
        elif is_complaint and word not in _NO:
            praise, complaint = praise + 0.5 * bool(left), complaint + (not left)
        denied += word in _NO
        left = _REACH if word in _NO else max(left - 1, 0)
    return [min(praise, 4) / 4, min(complaint, 4) / 4, float(praise > complaint), float(complaint > praise),
            float(praise == complaint), float(praise + complaint == 0), (praise - complaint) / (praise + complaint + 1),
            min(denied, 3) / 3]  # fmt: skip


@lru_cache(maxsize=1)
def _tone() -> Sequence[frozenset[str]]:
    return tuple(words | {stem(word) for word in words} for words in tone())


def _without_ending(word: str, endings: Sequence[str]) -> str:
    ending = (
        next((each for each in endings if word.endswith(each) and len(word) - len(each) >= 4), "")
        if len(word) > 6
        else ""
    )
    return word.removesuffix(ending) if ending else word
