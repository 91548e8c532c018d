"""Names after an honorific: `Pak Slamet`, `Hj. Maimunah`, `Bu Bidan Ningsih`; `Pak Lurah` is nobody's name."""

import re
from collections.abc import Iterator

from data.masking.words import Reader

_SPOKEN = frozenset(
    [
        "pak",
        "bu",
        "mas",
        "mbak",
        "mba",
        "mbk",
        "bpk",
        "buk",
        "pk",
        "pakde",
        "pakdhe",
        "bude",
        "budhe",
        "paklik",
        "bulik",
        "cak",
        "lik",
        "kang",
        "teh",
        "mang",
        "sdr",
        "sdri",
    ]
)
"""Said to people and not written on signs: `warung Bu Tini` is hers, `RSUD dr. Moewardi` is not his."""
_ROLES_THAT_NAME = frozenset({"imam", "rohani", "agung", "putri", "raja", "sabar", "santi", "pertiwi"})
"""Roles and words that people are called, too: `Bang Imam`, but `Pak Imam Masjid`."""
_PRAISE = frozenset((
    "adil", "amanah", "bagus", "bakti", "berkah", "bulan", "bumi", "bunga", "cantik", "cinta", "damai", "dana",
    "elok", "hari",
    "hijau", "ikhlas", "indah", "islam", "jaya", "jujur", "karya", "maju", "makmur", "murni", "permai", "putih",
    "sabar", "sakti",
    "salam", "salim", "segara", "selamat", "setia", "tani", "tata", "tegar", "tertib", "titi", "titik", "tulus",
    "untung", "utama", "haji",
    "juni", "juli", "mei", "agustus", "islam", "cut", "mark", "isa", "imam", "raja", "nusa", "bintang", "rejeki",
    "rezeki", "pelangi",
))  # fmt: skip
"""What may be said to somebody, or of something, right behind an honorific: `iya bu bagus.`"""
_SHORTENED = frozenset({"moh", "muh", "much", "mhd", "abd"})
_OWNED = frozenset(["rumah", "sumur", "kios", "tim", "toko", "warung", "tanah", "sawah", "kebun", "lahan"])


def after_honorifics(reader: Reader) -> Iterator[tuple[int, int]]:
    """The spans of names after an honorific, roles between them passed over."""
    words, tokens = reader.words, reader.tokens
    if reader.vocabulary.isdisjoint(words.honorifics):
        return
    for place, token in enumerate(tokens[:-1]):
        if token.low not in words.honorifics or not _is_address(reader, place):
            continue
        name, is_role = place + 1, False
        while name < len(tokens) - 1 and (tokens[name].low in words.honorifics or tokens[name].low in words.roles):
            if not reader.follows(name):
                break
            is_role |= tokens[name].low in words.roles
            name += 1
        if name > place + 1 and not is_name_here(reader, name, is_role):
            name, is_role = place + 1, False
            if tokens[name].low not in words.names or (
                tokens[name].low in words.roles and not _is_called_so(reader, name)
            ):
                continue
            if tokens[name].low in words.roles:
                yield tokens[name].start, tokens[name].end
                continue
        if is_name_here(reader, name, is_role or token.low in words.weak_honorifics) and (
            span := name_here(reader, name)
        ):
            yield span


def is_name_here(reader: Reader, place: int, must_be_known: bool) -> bool:
    """Whether a name begins at this word, where one is expected."""
    if must_be_known:
        is_one = reader.is_known(place) or reader.sounds_like_one(place) or _is_name_in_small(reader, place)
        return is_one and reader.tokens[place].low not in reader.words.roles
    token = reader.tokens[place]
    if small_initial(reader, place):
        return True
    if token.low in reader.words.honorifics and token.low not in reader.words.names:
        return False  # `Papa Mama`
    if _is_name_in_small(reader, place):
        return True
    return reader.may_be_name(place) or (
        reader.tokens[place].is_initial and not reader.shouts and place + 1 < len(reader.tokens)
    )


def small_initial(reader: Reader, place: int) -> tuple[int, int] | None:
    """`bu s. juwariah`, `USTAZ M. FAUZI`: a letter with a dot and a name behind it."""
    if place + 1 >= len(reader.tokens):
        return None
    token, after = reader.tokens[place], reader.tokens[place + 1]
    is_letter = (len(token.text) == 1 or token.low in _SHORTENED) and reader.gap(place) in (". ", ".")
    is_name = after.low in reader.words.names or reader.sounds_like_one(place + 1)
    if not is_letter or not (is_name or _is_strange(reader, place)):
        return None
    rest = reader.name_from(place + 1)
    return token.start, rest[1] if rest else after.end


def _is_strange(reader: Reader, place: int) -> bool:
    """`pak d. suprapta` in small letters: no other word stands behind a letter with a dot behind an honorific."""
    words, after = reader.words, reader.tokens[place + 1]
    is_addressed = place > 0 and reader.tokens[place - 1].low in words.honorifics - words.weak_honorifics
    known = words.roles | words.no_names | words.after_names | words.relations | words.honorifics
    if not is_addressed or reader.tokens[place].low in words.honorifics or reader.is_no_name(place + 1):
        return False
    return len(after.low) >= 5 and after.low not in known


def name_here(reader: Reader, place: int) -> tuple[int, int] | None:
    """The span of the name that begins here, where a word in small letters is taken for one, too."""
    if span := small_initial(reader, place):
        return span
    if span := reader.name_from(place):
        return span
    if not _is_name_in_small(reader, place):
        return None
    goes_on = place + 1 < len(reader.tokens) and reader.follows(place) and reader.is_plain_name(place + 1)
    rest = reader.name_from(place + 1) if goes_on else None
    return reader.tokens[place].start, rest[1] if rest else reader.tokens[place].end


def _is_name_in_small(reader: Reader, place: int) -> bool:
    """`bapak untung raharjo`, `kang made, ` `abah abd. rahman`: a word that is a name too, by what stands behind it."""
    token, is_last = reader.tokens[place], place + 1 == len(reader.tokens)
    if token.low == "abd":
        return not is_last and reader.is_known(place + 1)
    if token.low not in reader.words.names & reader.words.name_words or token.low in reader.words.roles:
        return False
    if not is_last and reader.gap(place) == " " and reader.is_plain_name(place + 1):
        return True
    ends = is_last or reader.gap(place).strip() != "" or reader.tokens[place + 1].low in reader.words.after_names
    return ends and token.low not in _PRAISE


def _is_called_so(reader: Reader, place: int) -> bool:
    """`Bang Imam waktu …`: a capital in the midst, and no mosque behind."""
    token = reader.tokens[place]
    after = reader.tokens[place + 1] if place + 1 < len(reader.tokens) and reader.gap(place) == " " else None
    if not token.is_capital or reader.shouts or token.low not in _ROLES_THAT_NAME:
        return False
    return after is None or not (after.is_capital or after.low in reader.words.things)


def _is_address(reader: Reader, place: int) -> bool:
    """`ibu-ibu` and `RSUD dr. Moewardi` address nobody; `Pak. Tolong …` is a sentence of its own."""
    token, gap = reader.tokens[place], reader.gap(place)
    before = reader.tokens[place - 1] if place else None
    if before is not None and reader.gap(place - 1) == "-":
        return False
    if before is not None and re.search(r"[,;:.!?]", reader.gap(place - 1)):
        before = None  # `ketua kelompok tani, Sdr. Dedi`
    is_thing = before is not None and before.low in reader.words.things and before.text != "ka"  # Sundanese `to`
    if is_thing and token.low not in _SPOKEN and before.low not in _OWNED and not _is_role_before(reader, place - 1):
        return False
    if gap.strip() == "." and token.low not in reader.words.dotted_honorifics:
        return False
    if gap.strip() == "." and token.low in ("bu", "pak") and reader.tokens[place + 1].low not in reader.words.names:
        return False
    return gap in (" ", "  ", ". ", ".", ".  ")


def _is_role_before(reader: Reader, place: int) -> bool:
    """`kepala sekolah Bu Endang`: the school is hers, and not named so."""
    return place > 0 and reader.tokens[place - 1].low in reader.words.relations and reader.follows(place - 1)
