"""Names after `nama saya`, `atas nama`, `my name is`, and the Balinese names that begin with I, Ni, Ida, Anak Agung."""

import re
from collections.abc import Iterator

from data.masking.honorifics import is_name_here, name_here, small_initial
from data.masking.words import Reader

_INTRODUCES = re.compile(
    r"(?<![a-z])(?:(?:nama|nm|nma|jeneng(?:e|ipun)?|asma(?:nipun)?|wasta(?:na)?|nami(?:nipun)?|ngaran(?:na)?)(?:\s+lengkap|\s+asli|\s+panggilan)?"
    r"(?:ku|\s+(?:saya|sya|say|aq|ak|aku|kula|kulo|abdi|kuring|anak|ibu|bapak|suami|istri|beliau|dia|pasien|pelapor|korban|pelapornya|sy|gue|gua)(?:nya)?(?![a-z]))+(?:\s+(?:saya|kula|abdi|kami))?"
    r"(?:\s*[:=]|\s+(?:adalah|ialah|yaitu|niku|nika|inggih punika|nyaeta))?"
    r"|(?:sa|saya|beta|ana|de|dia|kita|kitong|ko)\s+(?:pu|punya|pung|pe)\s+nama(?:\s+(?:itu|adalah))?"
    r"|(?:nama|name)(?:\s+(?:lengkap|pelapor|pengirim|pasien|warga|penerima|peserta|siswa|full|sender|complainant))?(?:nya)?\s*[:=]"
    r"|namanya(?:\s+adalah)?|jeneng(?:e|ipun)|asmanipun|naminipun|wastana|ngaranna|bernama"
    r"|dipanggil|biasa dipanggil|biasa disapa|sebut saja|panggil (?:saja )?(?:saya|aku)|panggil saja|a\.\s?n\.?"
    r"|a/n\.?|atas nama|an\.(?=\s?[a-z])"
    r"|(?:per)?kenalkan,?\s*(?:nama\s+)?(?:saya|aku)|saya\s*,|tertanda|ttd\.?|hormat (?:saya|sy|kami)"
    r"|salam kenal,?\s*(?:saya|sy|aku)|(?<!lahir )(?<!alamat )pelapor\s*:|pengirim\s*:|dari\s*:|oleh\s*:"
    r"|my (?:\w+ )?name is|(?:his|her|their) name is|named|called|i am|i'm|this is|on behalf of"
    r"|under the name(?: of)?|signed)\s*[,:]?\s*[\"“'(]?"
)
_WORTH_A_LOOK = (
    "nm ", "nma ", "nama", "nami", "name", "jeneng", "asma", "wasta", "ngaran", "panggil", "disapa", "sebut saja",
    "kenalkan", "salam kenal", "saya,", "saya ,", "ttd",
    "tertanda", "hormat", "pelapor", "pengirim", "dari:", "dari :", "oleh:", "oleh :", "called", "signed", "behalf",
    "i am", "i'm", "this is", "a.n", "a. n", "a/n", "an.",
)  # fmt: skip
_SURE = re.compile(
    r"nama|nma?\b|name|sebut saja|disapa|kenalkan|jeneng|asma|wasta|nami|ngaran|a\.\s?n|a/n|an\.|panggil|pelapor"
    r"|pengirim"
    r"|bernama|dari\s*:"
)
_GOES_ON = frozenset((
    "belum", "sudah", "tidak", "telah", "masuk", "sakit", "hilang", "datang", "hadir", "baru", "juga", "masih",
    "kemarin", "lagi", "saja",
    "itu", "ini", "ya", "dapat", "gak", "ga", "nggak", "akan", "bisa", "boten", "mboten", "dereng", "atos", "acan",
    "has", "is", "was", "not",
))  # fmt: skip
_VERB = re.compile(r"(?:ter|ber|meng|mem|men|di(?=[bcdghjklmpst]))[a-z]{3,}")
BALINESE = frozenset({"i", "ni", "ida", "agung", "desak", "dewa", "gusti"})
_BALINESE = re.compile(
    r"(?<![\w.'’])(?:(?:I|Ni)(?:\s+(?:Luh|Wayan|Putu|Gede|Made|Kadek|Nengah|Nyoman|Komang|Ketut|Gusti|Dewa|Ngurah|Ayu|Agung))+"
    r"|Ida\s+(?:Bagus|Ayu)|(?:Anak|Cokorda|Tjokorda)\s+Agung|Desak|Dewa\s+(?:Gede|Ayu)|Gusti\s+(?:Ayu|Ngurah|Putu))"
    r"(?:\s+[A-Z][\w'’]+){1,4}"
)


def after_introductions(reader: Reader) -> Iterator[tuple[int, int]]:
    """The spans of names that somebody says are names."""
    low = reader.scan.low
    if not introduces(low):
        return
    starts = {token.start: place for place, token in enumerate(reader.tokens)}
    for match in _INTRODUCES.finditer(low):
        place = starts.get(match.end())
        if place is not None and (span := _introduced(reader, place, match[0])):
            yield span


def introduces(low: str) -> bool:
    """Whether a text holds anything that an introduction begins with."""
    return any(word in low for word in _WORTH_A_LOOK)


_BORN = r"(?:wayan|nyoman|ketut|kadek|komang|putu|gede|luh|nengah|gusti|made)"
_BALINESE_SMALL = re.compile(
    rf"(?<![\w.'’])(?:i|ni)\s+{_BORN}(?:\s+{_BORN})?(?=\s+(?P<name>[a-z]{{3,}}))(?!\s+(?:a|the|my|an|it)\b)"
)


def balinese_in_small(reader: Reader) -> Iterator[tuple[int, int]]:
    """`i wayan sudiarta`: the order of birth and one word more; `i made a plan` is English."""
    if reader.vocabulary.isdisjoint(("i", "ni")):
        return
    starts = {token.start: place for place, token in enumerate(reader.tokens)}
    for match in _BALINESE_SMALL.finditer(reader.scan.low):
        place = starts[match.start("name")]
        is_one = place > 2 and reader.tokens[starts[match.start()] - 1].low in reader.words.honorifics
        is_one |= reader.is_known(place) or reader.sounds_like_one(place)
        is_one |= " made" not in match[0] or reader.tokens[place].low.endswith(("na", "ta", "ni", "sa", "wa"))
        if is_one and not reader.is_no_name(place):
            yield match.start(), match.end("name")


def balinese(reader: Reader) -> Iterator[tuple[int, int]]:
    """`Ni Luh Putri`, `I Made Sudarsana`: the first words alone give the name away."""
    if reader.vocabulary.isdisjoint(BALINESE):
        return
    yield from (match.span() for match in _BALINESE.finditer(reader.scan.plain))


def _introduced(reader: Reader, place: int, said: str) -> tuple[int, int] | None:
    last = len(reader.tokens) - 1
    while place < last and reader.tokens[place].low in reader.words.honorifics and reader.follows(place):
        place += 1
    sure = bool(_SURE.search(said))
    may_be = small_initial(reader, place) or (reader.is_known(place) and reader.is_plain_name(place))
    if not (sure or may_be or reader.sounds_like_one(place) or _is_pair_of_names(reader, place)):
        return None
    if span := small_initial(reader, place):
        return span
    token = reader.tokens[place]
    if sure and token.is_capital and not reader.shouts and token.low in reader.words.names:
        return reader.name_from(place) or (token.start, token.end)
    span = None
    if is_name_here(reader, place, False):
        span = name_here(reader, place) or (token.start, token.end)
        span = (span[0], _with_stranger(reader, span[1])) if sure else span
    return span or _in_small_letters(reader, place, said)


def _with_stranger(reader: Reader, end: int) -> int:
    """`atas nama stefanus bria,`: one word more that no list knows, where the clause ends or goes on so."""
    place = next((at for at, token in enumerate(reader.tokens) if token.start >= end), None)
    if place is None or reader.scan.plain[end : reader.tokens[place].start] != " ":
        return end
    token, words = reader.tokens[place], reader.words
    known = token.low in words.after_names | words.no_names | words.relations | words.roles | words.honorifics
    if known or reader.is_no_name(place) or len(token.low) < 3 or _VERB.fullmatch(token.low) or token.low in _GOES_ON:
        return end
    after = reader.tokens[place + 1] if place + 1 < len(reader.tokens) else None
    ends = after is None or reader.gap(place) != " " or after.low in words.after_names or after.low in _GOES_ON
    return token.end if ends else end


def _is_pair_of_names(reader: Reader, place: int) -> bool:
    """`I am Dewi Anggraini`: two capitals, one of them a name."""
    last = len(reader.tokens) - 1
    return place < last and all(reader.tokens[at].is_capital for at in (place, place + 1)) and any(
        reader.is_known(at) for at in (place, place + 1))  # fmt: skip


def _in_small_letters(reader: Reader, place: int, said: str) -> tuple[int, int] | None:
    """`nama saya kasdi dari krajan`: up to three words, until one that is no name."""
    if re.search(r"namanya|called|named|panggil|atas nama", said) or not _may_be_one(reader, place):
        return None
    last = place
    while (
        last + 1 < len(reader.tokens)
        and last < place + 2
        and reader.gap(last) == " "
        and (reader.is_known(last + 1) or reader.sounds_like_one(last + 1))
    ):
        last += 1
    return reader.tokens[place].start, reader.tokens[last].end


def _may_be_one(reader: Reader, place: int) -> bool:
    """A word in no list is taken for a name where the clause ends behind it or goes on as it does after a name."""
    low = reader.tokens[place].low
    if reader.is_known(place):
        return low not in reader.words.roles and low not in reader.words.things and len(low) >= 3
    if reader.is_no_name(place) or len(low) < 3 or low in reader.words.no_names or _VERB.fullmatch(low):
        return False
    if place + 1 == len(reader.tokens) or reader.gap(place) != " ":
        return True
    after = reader.tokens[place + 1].low
    return after in reader.words.after_names or after in reader.words.names or reader.sounds_like_one(place + 1)
