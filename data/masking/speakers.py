"""Names of who speaks, right behind `saya`: `saya Hendrik dari Krajan`, `saya siti, kader`."""

import re
from collections.abc import Iterator

from data.masking.words import Reader

_FROM = re.compile(r"\s*,?\s*(?:dari|warga|asal|saking|ti|kader|ketua|ibu dari|bapak dari)\b")
_SPEAKERS = frozenset({"saya", "sy", "sya", "aku", "kula", "kulo", "abdi", "kuring"})
_FIRST = re.compile(
    r"(?:^|[.!?,:\n]|\b(?:halo|hai|hallo|permisi|punten|selamat pagi|selamat siang|selamat sore|selamat malam"
    r"|pagi|siang|sore|malam|kak|min|pak|bu))\s*$"
)
_THEN = re.compile(r"\s*(?:,\s*)?(?:dari|warga|kader|relawan|ketua|anggota|petani|nelayan|asal|saking|ti|guru"
    r"|bidan|mau|ingin|hendak"
                   r"|r[eé]k|bade|ajeng|arep|badhe|rt)(?![a-z])")  # fmt: skip


def speaking(reader: Reader) -> Iterator[tuple[int, int]]:
    """`saya Hendrik dari Krajan`: a capital between `saya` and where the speaker is from."""
    if reader.shouts or reader.vocabulary.isdisjoint(("saya", "aku", "kula", "abdi", "kami")):
        return
    for place in range(1, len(reader.tokens) - 1):
        if (
            reader.tokens[place - 1].low in ("saya", "aku", "kula", "abdi")
            and reader.gap(place - 1) == " "
            and reader.is_stranger(place)
            and (span := reader.name_from(place))
            and _FROM.match(reader.scan.low, span[1])
        ):
            yield span


def small_speaking(reader: Reader) -> Iterator[tuple[int, int]]:
    """`saya siti, kader`, `kuring tuti aminah, rék lapor`: behind the first word, and then what one is or wants."""
    if reader.vocabulary.isdisjoint(_SPEAKERS):
        return
    for place in range(1, len(reader.tokens)):
        before, token = reader.tokens[place - 1], reader.tokens[place]
        if (
            before.low in _SPEAKERS
            and reader.gap(place - 1) in (" ", ", ")
            and (reader.is_plain_name(place) or (reader.is_known(place) and len(token.low) >= 4))
            and (token.is_capital or token.low not in reader.words.name_words)
            and _FIRST.search(reader.scan.low[max(0, before.start - 16) : before.start])
            and (span := reader.name_from(place))
            and _THEN.match(reader.scan.low, span[1])
        ):
            yield span
