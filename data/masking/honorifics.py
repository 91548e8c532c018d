"""Names after an honorific: `Pak Slamet`, `Hj. Maimunah`, `Bu Bidan Ningsih`; `Pak Lurah` is nobody's name."""

import re
from collections.abc import Iterator

from data.masking.words import Reader


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
        while name > place + 1 and tokens[name - 1].low in words.naming_roles and reader.leads_on(name - 1):
            name -= 1  # `Mbak Putri Handayani`
            is_role = any(token.low in words.roles for token in tokens[place + 1 : name])
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
        return is_one and (reader.tokens[place].low not in reader.words.roles or reader.leads_on(place))
    token = reader.tokens[place]
    if small_initial(reader, place):
        return True
    if token.low in reader.words.honorifics and token.low not in reader.words.names:
        return False  # `Papa Mama`
    if _is_name_in_small(reader, place) or _is_stranger_before_name(reader, place):
        return True
    return reader.may_be_name(place) or (
        reader.tokens[place].is_initial and not reader.shouts and place + 1 < len(reader.tokens)
    )


def small_initial(reader: Reader, place: int) -> tuple[int, int] | None:
    """`bu s. juwariah`, `USTAZ M. FAUZI`: a letter with a dot and a name behind it."""
    if place + 1 >= len(reader.tokens):
        return None
    token, after = reader.tokens[place], reader.tokens[place + 1]
    is_letter = (len(token.text) == 1 or token.low in reader.words.shortened) and reader.gap(place) in (". ", ".")
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
    if not _is_name_in_small(reader, place) and not _is_stranger_before_name(reader, place):
        return None
    last = place
    while reader.leads_on(last) or reader.is_of_father(last):
        last += 1
    rest = reader.name_from(last) if last > place else None
    return reader.tokens[place].start, rest[1] if rest else reader.tokens[last].end


def _is_stranger_before_name(reader: Reader, place: int) -> bool:
    """`bude butet simanjuntak`: a word in no list, right before one that is hardly ever anything but a name."""
    low, words = reader.tokens[place].low, reader.words
    if len(low) < 4 or place + 1 >= len(reader.tokens) or reader.gap(place) != " " or reader.is_no_name(place):
        return False
    known = words.no_names | words.relations | words.after_names | words.honorifics | words.praise
    return low not in known and reader.is_plain_name(place + 1)


def _is_name_in_small(reader: Reader, place: int) -> bool:
    """`bapak untung raharjo`, `kang made, ` `abah abd. rahman`: a word that is a name too, by what stands behind it."""
    token, is_last = reader.tokens[place], place + 1 == len(reader.tokens)
    if token.low == "abd":
        return not is_last and reader.is_known(place + 1)
    if token.low in reader.words.roles:
        return token.low in reader.words.naming_roles and reader.leads_on(place)
    if token.low not in reader.words.names & reader.words.name_words:
        return False
    if reader.leads_on(place):
        return True
    ends = is_last or reader.gap(place).strip() != "" or reader.tokens[place + 1].low in reader.words.after_names
    return ends and token.low not in reader.words.praise


def _is_called_so(reader: Reader, place: int) -> bool:
    """`Bang Imam waktu …`: a capital in the midst, and no mosque behind."""
    token = reader.tokens[place]
    after = reader.tokens[place + 1] if place + 1 < len(reader.tokens) and reader.gap(place) == " " else None
    if not token.is_capital or reader.shouts or token.low not in reader.words.naming_roles:
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
    words = reader.words
    is_thing = before is not None and before.low in words.things and before.text != "ka"  # Sundanese `to`
    is_hers = token.low in words.spoken_honorifics or (is_thing and before.low in words.owned)
    if is_thing and not is_hers and not _is_role_before(reader, place - 1):
        return False
    if gap.strip() == "." and token.low not in reader.words.dotted_honorifics:
        return False
    if gap.strip() == "." and token.low in ("bu", "pak") and reader.tokens[place + 1].low not in reader.words.names:
        return False
    return gap in (" ", "  ", ". ", ".", ".  ")


def _is_role_before(reader: Reader, place: int) -> bool:
    """`kepala sekolah Bu Endang`: the school is hers, and not named so."""
    return place > 0 and reader.tokens[place - 1].low in reader.words.relations and reader.follows(place - 1)
