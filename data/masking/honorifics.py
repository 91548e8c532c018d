"""Names after an honorific: `Pak Slamet`, `Hj. Maimunah`, `Bu Bidan Ningsih`; `Pak Lurah` is nobody's name."""

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
    ]
)
"""Said to people and not written on signs: `warung Bu Tini` is hers, `RSUD dr. Moewardi` is not his."""
_OWNED = frozenset(["rumah", "sumur", "kios", "tim", "toko", "warung"])


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
            if tokens[name].low not in words.names or tokens[name].low in words.roles:
                continue
        if is_name_here(reader, name, is_role or token.low in words.weak_honorifics) and (
            span := reader.name_from(name)
        ):
            yield span


def is_name_here(reader: Reader, place: int, must_be_known: bool) -> bool:
    """Whether a name begins at this word, where one is expected."""
    if must_be_known:
        return reader.is_known(place) and reader.tokens[place].low not in reader.words.roles
    token = reader.tokens[place]
    if token.low in reader.words.honorifics and token.low not in reader.words.names:
        return False  # `Papa Mama`
    return reader.may_be_name(place) or (
        reader.tokens[place].is_initial and not reader.shouts and place + 1 < len(reader.tokens)
    )


def _is_address(reader: Reader, place: int) -> bool:
    """`ibu-ibu` and `RSUD dr. Moewardi` address nobody; `Pak. Tolong …` is a sentence of its own."""
    token, gap = reader.tokens[place], reader.gap(place)
    before = reader.tokens[place - 1] if place else None
    if before is not None and reader.gap(place - 1) == "-":
        return False
    is_thing = before is not None and before.low in reader.words.things
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
