"""Names without an honorific: after a relation, two together, alone with a capital, as a signature."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.masking.words import Reader
from definitions.personal import personal_words

_ADDRESS = frozenset({"pak", "bu", "mas", "mbak"})
_OF_PLACES = frozenset({"kades", "lurah", "camat", "kepala", "ketua", "dusun", "desa", "rumah", "orang", "salah"})
_CLOSING = re.compile(
    r"(?:terima ?kasih|makasih|trims|tks|thanks|thank you|salam|hormat|wassalam|regards|nuwun|matur nuwun"
    r"|hatur nuhun|suwun|demikian)[^\w(]{1,4}[(~–-]?\s*$"
    r"|[-–—~]\s?$|^\($|[.!?]\s*\($"
)
_GLUE = re.compile(
    r"\s*(?:(?:saya|kami|aku|kula|abdi|kuring|beliau|nya|yang|pertama|kedua|ketiga|kandung|sulung|bungsu|bernama|namanya|yaitu|named|called|my|our|desa|dusun|puskesmas|posyandu|kelompok|kita|dari|di)[\s,]+)*$"
)


@lru_cache(maxsize=1)
def kin_words() -> frozenset[str]:
    """Words after which, with `saya` or `my`, even a strange capital is a name."""
    words = personal_words()
    return words.kin | words.kin_english | {word + "ku" for word in words.kin}


@lru_cache(maxsize=1)
def _mine() -> re.Pattern[str]:
    kin, english = ("|".join(sorted(words)) for words in (personal_words().kin, personal_words().kin_english))
    return re.compile(
        rf"(?<![a-z])(?:(?:{kin})(?:ku|\s+(?:saya|kami|aku|kula|kulo|abdi|kuring)"
        r"(?:\s+(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|sulung|bungsu|kandung))?)"
        rf"|(?:my|his|her|our|their)\s+(?:{english}))\s*,?\s*\(?$"
    )


def after_relations(reader: Reader) -> Iterator[tuple[int, int]]:
    """`anak saya Dimas`, `bidan Sari`."""
    if reader.vocabulary.isdisjoint(reader.words.relations | kin_words()):
        return
    for place, token in enumerate(reader.tokens):
        if place == 0 or not (token.is_capital or token.low in reader.words.plain_names):
            continue
        if _is_sure_name(reader, place) and _is_relation_before(reader, token.start):
            if span := reader.name_from(place):
                yield span
        elif (
            not reader.shouts
            and reader.is_stranger(place)
            and _mine().search(reader.scan.low[max(0, token.start - 45) : token.start])
            and (span := reader.name_from(place))
        ):
            yield span


def after_professions(reader: Reader) -> Iterator[tuple[int, int]]:
    """`Bidan Lusiana`, `Pak RT Ngadiran`: what follows is no place, so a strange capital is a name."""
    words = reader.words
    if reader.shouts or reader.vocabulary.isdisjoint(words.professions | _ADDRESS):
        return
    for place in range(1, len(reader.tokens)):
        before = reader.tokens[place - 1].low
        is_addressed = (
            place > 1
            and (before in ("rt", "rw", "kader") or before in words.relations)
            and before not in _OF_PLACES
            and reader.tokens[place - 2].low in _ADDRESS
            and reader.follows(place - 2)
        )
        if (
            (before in words.professions or is_addressed)
            and reader.gap(place - 1) == " "
            and reader.is_stranger(place)
            and (span := reader.name_from(place))
        ):
            yield span


def alone(reader: Reader) -> Iterator[tuple[int, int]]:
    """`disampaikan ke Suparno`: a capital that is hardly ever another word, and no thing is called so here."""
    if reader.shouts or not reader.has_names:
        return
    for place, token in enumerate(reader.tokens):
        if (
            token.is_capital
            and reader.is_plain_name(place)
            and not _is_thing_before(reader, place)
            and (span := reader.name_from(place))
        ):
            yield span


def in_pairs(reader: Reader) -> Iterator[tuple[int, int]]:
    """`Siti Aminah`: two capitals, one of them a name that is hardly ever a word, no school before them."""
    if reader.shouts or not reader.has_names:
        return
    behind = -1
    for place, token in enumerate(reader.tokens[:-1]):
        if (
            place > behind
            and token.is_capital
            and token.low not in reader.words.honorifics
            and _is_pair(reader, place)
            and (span := reader.name_from(place))
        ):
            yield span
            behind = place + 1


def signatures(reader: Reader) -> Iterator[tuple[int, int]]:
    """`… Terima kasih, Wati.` and `… (Slamet)` at the end."""
    for place in range(max(0, len(reader.tokens) - 3), len(reader.tokens)):
        token = reader.tokens[place]
        if reader.is_known(place) and reader.is_plain_name(place) and _CLOSING.search(reader.scan.low[: token.start]):
            span = reader.name_from(place)
            if span and not re.search(r"\w", reader.scan.low[span[1] :].removesuffix("s.pd")):
                yield span


def _is_relation_before(reader: Reader, start: int) -> bool:
    before = reader.scan.low[max(0, start - 45) : start]
    glue = _GLUE.search(before)
    word = re.search(r"([a-z]+)[\s,:]*$", before[: glue.start()]) if glue else None
    return bool(word and word[1] in reader.words.relations and not re.search(r"[.!?;\n]\s*$", before))


def _is_sure_name(reader: Reader, place: int) -> bool:
    """A known name in a spelling that leaves no doubt, or a capital that sounds like one."""
    token = reader.tokens[place]
    if reader.is_known(place) and token.low not in reader.words.name_words:
        return token.is_capital or reader.is_plain_name(place)
    return token.is_capital and not reader.shouts and reader.sounds_like_one(place)


def _is_pair(reader: Reader, place: int) -> bool:
    one, other = reader.tokens[place], reader.tokens[place + 1]
    if not (other.is_capital and reader.gap(place) == " "):
        return False
    if not (reader.may_be_name(place) and reader.may_be_name(place + 1)) or _is_thing_before(reader, place):
        return False
    known = one.low in reader.words.names and other.low in reader.words.names
    plain = reader.is_plain_name(place), reader.is_plain_name(place + 1)
    return (known and any(plain)) or (plain[0] and len(other.text) > 2) or (plain[1] and not _begins(reader, place))


def _is_thing_before(reader: Reader, place: int) -> bool:
    """A thing up to three words before: `SMA Negeri Kartini`, `Jalan H. Agus Salim`; or a feast: `Idul Fitri`."""
    if place and reader.tokens[place - 1].low in reader.words.calendar and reader.gap(place - 1) == " ":
        return True
    for step in (1, 2, 3):
        if place - step < 0 or (
            re.search(r"[,;:!?\n]|\.\s", reader.gap(place - step)) and not reader.tokens[place - step].is_initial
        ):
            return False
        token = reader.tokens[place - step]
        if token.low in reader.words.things:
            return not _is_of_role(reader, place - step)
        if not token.is_capital:
            return False
    return False


def _is_of_role(reader: Reader, place: int) -> bool:
    """`Sekretaris desa Nur Hidayat`: the desa belongs to the role, where two names follow."""
    if place == 0 or place + 2 >= len(reader.tokens) or reader.tokens[place].is_capital:
        return False
    return reader.tokens[place - 1].low in reader.words.relations and all(
        reader.tokens[at].low in reader.words.names for at in (place + 1, place + 2))  # fmt: skip


def _begins(reader: Reader, place: int) -> bool:
    """The first word of a sentence, whose capital says nothing."""
    return place == 0 or bool(re.search(r"[.!?\n:]", reader.gap(place - 1)))
