"""The form in which two spellings count as the same word."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)))  # fmt: skip
_NOT_WORD = re.compile(r"[^0-9a-z%+\-−/✓]+")
_SHORT = {"tgl": "tanggal", "jml": "jumlah", "jlh": "jumlah", "jmlh": "jumlah", "bln": "bulan", "thn": "tahun",
          "nm": "nama", "ket": "keterangan"}  # fmt: skip
_SIGNS_ALONE = {"+", "-", "−", "%", "✓"}


def visible(text: str) -> str:
    """The text in one Unicode form, without characters that cannot be seen, without outer space."""
    return unicodedata.normalize("NFKC", text).translate(_INVISIBLE).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`Nilai  Awal (Baseline)*` and `nilai_awal baseline` fold to the same word; a lone sign stays a sign."""
    plain = unicodedata.normalize("NFKD", visible(text)).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    if plain in _SIGNS_ALONE:
        return plain
    words = _NOT_WORD.sub(" ", plain.replace("_", " ").replace("-", " ").replace("/", " ").replace("+", " "))
    return " ".join(words.split())


def spelled_out(folded: str) -> str:
    """A folded text with its usual short forms written out: `tgl mulai` is `tanggal mulai`."""
    return " ".join(_SHORT.get(word, word) for word in folded.split())
