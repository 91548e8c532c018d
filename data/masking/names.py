"""Names of persons, wherever something beside them, or the name itself, gives them away."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from data.masking.finding import Finding, Scan
from data.masking.honorifics import after_honorifics
from data.masking.introductions import BALINESE, after_introductions, balinese, balinese_in_small, introduces
from data.masking.mentions import after_professions, after_relations, alone, in_pairs, kin_words, signatures
from data.masking.persons import GIVEAWAYS, balinese_order, chinese, doing, listed, shouted, small_before_deeds, told_of
from data.masking.speakers import small_speaking, speaking
from data.masking.words import Reader
from definitions.personal import personal_words

_WAYS = (
    after_honorifics,
    after_introductions,
    balinese,
    balinese_in_small,
    speaking,
    small_speaking,
    after_relations,
    after_professions,
    in_pairs,
    signatures,
    alone,
    doing,
    told_of,
    small_before_deeds,
    listed,
    chinese,
    balinese_order,
    shouted,
)
_ADDRESSED = (after_honorifics, after_introductions)
_TITLES = re.compile(
    r"(?<![\w.])(?:(?:lalu|baiq|daeng|teuku|cut|raden|tubagus|abd\.?|la ode|wa ode|andi|rohani"
    r"|imam)\s+)$"
)
"""Said before a name and part of it: `abah lalu suhaimi`; at the head of a sentence `Lalu` is `then`."""
_VERSE = re.compile(r"\s\d{1,3}\s?:\s?\d")


def find(scan: Scan) -> Iterator[Finding]:
    """Every name of a person that something beside it gives away."""
    return _found(scan, _WAYS)


def find_addressed(scan: Scan) -> Iterator[Finding]:
    """Names after an honorific or an introduction alone."""
    return _found(scan, _ADDRESSED)


def _found(scan: Scan, ways: Iterable[Callable[[Reader], Iterator[tuple[int, int]]]]) -> Iterator[Finding]:
    if not _is_worth_a_look(scan):
        return
    reader = Reader(scan)
    spans = [span for way in ways for span in way(reader)]
    behind = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= behind and not _VERSE.match(scan.plain, end):  # `Yohanes 3:16` is a book
            yield scan.finding("nama", max(behind, _with_title(reader, start)), end)
            behind = end


def _with_title(reader: Reader, start: int) -> int:
    title = _TITLES.search(reader.scan.low, max(0, start - 9), start)
    if not title or not (before := re.search(r"([a-z]+)[.,\s]+$", reader.scan.low[: title.start()])):
        return start
    is_expected = before[1] in reader.words.honorifics or before[1] in ("nama", "saya", "sy", "sya", "oleh", "kepada")
    is_capital = reader.scan.plain[title.start()].isupper() and not reader.shouts
    return title.start() if is_expected or is_capital else start


def _is_worth_a_look(scan: Scan) -> bool:
    """Whether a name, an honorific or an introduction is said at all."""
    words = personal_words()
    return (
        not scan.words.isdisjoint(_giveaways())
        or introduces(scan.low)
        or any(word.endswith(words.name_endings) and len(word) >= 5 for word in scan.words)
    )


@lru_cache(maxsize=1)
def _giveaways() -> frozenset[str]:
    words = personal_words()
    speaking_of_oneself = {"saya", "sy", "aku", "kula", "kulo", "abdi", "kuring"}
    return (words.names | words.honorifics | words.professions | kin_words() | BALINESE | GIVEAWAYS
            | speaking_of_oneself)  # fmt: skip
