"""Names of persons: after an honorific, after `nama saya`, after a relation, and two names together."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from data.masking.finding import Finding, Scan
from definitions.personal import personal_words
from definitions.places import gazetteer

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`](?=[^\W\d_]))*")
_INTRODUCES = re.compile(
    r"(?<![a-z])(?:(?:nama|jeneng|asma|wasta|nami|ngaran)(?:\s+lengkap|\s+asli|\s+panggilan)?"
    r"(?:ku|\s+(?:saya|aku|kula|kulo|abdi|kuring|anak|ibu|bapak|suami|istri|beliau|dia|pasien|pelapor|korban|pelapornya|sy|gue|gua))+(?:nya)?(?:\s+(?:saya|kula|abdi|kami))?"
    r"(?:\s*[:=]|\s+(?:adalah|ialah|yaitu|niku|nika|inggih punika|nyaeta))?"
    r"|(?:nama|name)(?:\s+(?:lengkap|pelapor|pengirim|pasien|warga|penerima|peserta|siswa|full|sender|complainant))?(?:nya)?\s*[:=]"
    r"|namanya(?:\s+adalah)?|bernama|dipanggil|biasa dipanggil|panggil (?:saja )?(?:saya|aku)|a\.\s?n\.?"
    r"|a/n\.?|atas nama|an\.(?=\s?[a-z])"
    r"|(?:per)?kenalkan,?\s*(?:nama\s+)?(?:saya|aku)|saya\s*,|tertanda|ttd\.?|hormat (?:saya|kami)"
    r"|pelapor\s*:|pengirim\s*:|dari\s*:|oleh\s*:"
    r"|my (?:\w+ )?name is|(?:his|her|their) name is|named|called|i am|i'm|this is|on behalf of"
    r"|under the name(?: of)?|signed)\s*[,:]?\s*[\"“'(]?"
)
_WORTH_A_LOOK = (
    "nam",
    "jeneng",
    "asma",
    "wasta",
    "ngaran",
    "panggil",
    "a.",
    "a/",
    "an.",
    "kenalkan",
    "saya,",
    "saya ,",
    "ttd",
    "tertanda",
    "hormat",
    "pelapor",
    "pengirim",
    "dari",
    "oleh",
    "called",
    "i am",
    "i'm",
    "this is",
    "behalf",
    "signed",
)
_SURE = re.compile(
    r"nama|name|jeneng|asma|wasta|nami|ngaran|a\.\s?n|a/n|an\.|panggil|pelapor|pengirim|bernama|dari\s*:"
)
_CLOSING = re.compile(
    r"(?:terima ?kasih|makasih|trims|tks|thanks|thank you|salam|hormat|wassalam|regards|nuwun|matur nuwun"
    r"|hatur nuhun|suwun|demikian)[^\w(]{1,4}[(~–-]?\s*$"
    r"|[-–—~]\s?$|^\($|[.!?]\s*\($"
)
_GLUE = re.compile(
    r"\s*(?:(?:saya|kami|aku|kula|abdi|kuring|beliau|nya|yang|pertama|kedua|ketiga|kandung|sulung|bungsu|bernama|namanya|yaitu|named|called|my|our|desa|dusun|puskesmas|posyandu|kelompok|kita|dari|di)[\s,]+)*$"
)
_CONNECTORS = frozenset({"bin", "binti", "bt", "al", "el", "van", "de", "der", "la", "br", "boru", "alias"})
_CALENDAR = frozenset(
    [
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "jum'at",
        "sabtu",
        "minggu",
        "ahad",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "may",
        "june",
        "july",
        "august",
        "october",
        "december",
        "ramadan",
        "ramadhan",
        "syawal",
        "lebaran",
        "idul",
        "natal",
        "imlek",
        "nyepi",
        "waisak",
    ]
)


class Token(NamedTuple):
    """A word of the text: where it stands and how it is written."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_initial(self) -> bool:
        return len(self.text) <= 2 and self.text[0].isupper()


@lru_cache(maxsize=1)
def _place_words() -> frozenset[str]:
    """Words of the names of provinces, regencies and cities: `Bu Sragen` is not a person we would hide."""
    return frozenset(word for name in gazetteer().by_name for word in name.split()) - personal_words().names


class _Reader:
    """The words of one text, and what each of them can be."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.words = scan, personal_words()
        self.tokens = [Token(*match.span(), match[0], match[0].lower()) for match in _TOKEN.finditer(scan.plain)]
        letters = sum(token.end - token.start for token in self.tokens)
        self.shouts = letters > 8 and sum(map(str.isupper, scan.plain)) > 0.7 * letters

    def gap(self, place: int) -> str:
        """What stands between this word and the next."""
        return self.scan.plain[self.tokens[place].end : self.tokens[place + 1].start]

    def is_known(self, place: int) -> bool:
        """A word that people are called, in the spelling that it has here."""
        token = self.tokens[place]
        if token.low not in self.words.names:
            return False
        return (token.is_capital and not self.shouts) or token.low not in self.words.name_words

    def is_plain_name(self, place: int) -> bool:
        return self.tokens[place].low in self.words.plain_names

    def may_be_name(self, place: int) -> bool:
        """A capital that is no role, no place, no month: after an honorific that is a name."""
        token = self.tokens[place]
        if token.low in self.words.roles or token.low in _CALENDAR or token.low in self.words.things:
            return (
                token.low in self.words.names
                and token.is_capital
                and not self.shouts
                and token.low not in self.words.roles
            )
        if token.is_capital and not self.shouts:
            return token.low not in _place_words() or token.low in self.words.names
        return self.is_known(place) or self.sounds_like_one(place)

    def sounds_like_one(self, place: int) -> bool:
        token = self.tokens[place]
        return len(token.low) >= 5 and token.low.endswith(self.words.name_endings) and token.low not in _LIKE_A_NAME

    def name_from(self, place: int, most: int = 4) -> tuple[int, int] | None:
        """The span of the name that begins here: capitals after one another, or names that are known."""
        if place >= len(self.tokens) or not (self.may_be_name(place) or self.tokens[place].is_initial):
            return None
        last, taken = place, 1
        while last + 1 < len(self.tokens) and taken < most and self._goes_on(last):
            last, taken = last + 1, taken + 1
        while last > place and self.tokens[last].low in _CONNECTORS:
            last -= 1
        if last == place and self.tokens[place].is_initial and len(self.tokens[place].text) == 1:
            return (
                None
                if self.scan.low[self.tokens[place].end : self.tokens[place].end + 1] != "."
                else (self.tokens[place].start, self.tokens[place].end)
            )
        return self.tokens[place].start, self.tokens[last].end

    def _goes_on(self, last: int) -> bool:
        gap, after = self.gap(last), self.tokens[last + 1]
        if not (
            gap in (" ", "  ", "-")
            or (
                gap in (". ", ".")
                and (
                    self.tokens[last].is_initial
                    or self.tokens[last].low in self.words.dotted_honorifics | {"moh", "muh", "much", "abd"}
                )
            )
        ):
            return False
        if after.low in _CONNECTORS:
            return last + 2 < len(self.tokens) and self.may_be_name(last + 2)
        if after.low in self.words.roles or after.low in self.words.things or after.low in _CALENDAR:
            return False
        if after.is_capital and not self.shouts:
            return True
        return after.low in self.words.names and after.low not in self.words.name_words


_LIKE_A_NAME = frozenset(
    [
        "berarti",
        "seperti",
        "arti",
        "hadiah",
        "gairah",
        "daerah",
        "darah",
        "arah",
        "merah",
        "marah",
        "murah",
        "parah",
        "sejarah",
        "musyawarah",
        "titinah",
        "hina",
        "fitnah",
        "kartono",
        "gajah",
        "sekarti",
        "standardi",
        "berdiri",
        "sendiri",
        "wilayah",
        "ilmiah",
        "alamiah",
        "rupiah",
        "ijazah",
        "seharusnya",
        "pernah",
        "lelah",
        "tengah",
        "rendah",
        "mudah",
        "sudah",
        "pindah",
        "tambah",
        "sampah",
        "limbah",
        "sawah",
        "bawah",
        "panah",
        "tanah",
        "rumah",
        "ramah",
        "lemah",
        "sekolah",
        "masalah",
        "jumlah",
        "amarti",
    ]
)


def find(scan: Scan) -> Iterator[Finding]:
    """Every name of a person that something beside it gives away."""
    reader = _Reader(scan)
    spans = [
        *_after_honorifics(reader),
        *_after_introductions(reader),
        *_after_relations(reader),
        *_in_pairs(reader),
        *_signatures(reader),
        *_alone(reader),
    ]
    behind = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= behind:
            yield scan.finding("nama", start, end)
            behind = end


def _after_honorifics(reader: _Reader) -> Iterator[tuple[int, int]]:
    words, tokens = reader.words, reader.tokens
    for place, token in enumerate(tokens[:-1]):
        if token.low not in words.honorifics or not _is_address(reader, place):
            continue
        name, is_role = place + 1, False
        while name < len(tokens) - 1 and (tokens[name].low in words.honorifics or tokens[name].low in words.roles):
            if not _follows(reader, name):
                break
            is_role |= tokens[name].low in words.roles
            name += 1
        if name > place + 1 and not _is_name_here(reader, name, is_role):
            name, is_role = place + 1, False
            if tokens[name].low not in words.names or tokens[name].low in words.roles:
                continue
        if _is_name_here(reader, name, is_role or token.low in words.weak_honorifics) and (
            span := reader.name_from(name)
        ):
            yield span


def _is_name_here(reader: _Reader, place: int, must_be_known: bool) -> bool:
    if must_be_known:
        return reader.is_known(place) and reader.tokens[place].low not in reader.words.roles
    return reader.may_be_name(place) or (
        reader.tokens[place].is_initial and not reader.shouts and place + 1 < len(reader.tokens)
    )


def _is_address(reader: _Reader, place: int) -> bool:
    """`ibu-ibu` and `RSUD dr. Moewardi` address nobody; `Pak. Tolong …` is a sentence of its own."""
    token, gap = reader.tokens[place], reader.gap(place)
    before = reader.tokens[place - 1] if place else None
    if before is not None and (before.low in reader.words.things or reader.gap(place - 1) == "-"):
        return False
    if gap.strip() == "." and token.low not in reader.words.dotted_honorifics:
        return False
    if gap.strip() == "." and token.low in ("bu", "pak") and reader.tokens[place + 1].low not in reader.words.names:
        return False
    return gap in (" ", "  ", ". ", ".", ".  ")


def _follows(reader: _Reader, place: int) -> bool:
    return reader.gap(place) in (" ", "  ", ". ", ".")


def _after_introductions(reader: _Reader) -> Iterator[tuple[int, int]]:
    low = reader.scan.low
    if not any(word in low for word in _WORTH_A_LOOK):
        return
    starts = {token.start: place for place, token in enumerate(reader.tokens)}
    for match in _INTRODUCES.finditer(low):
        place = starts.get(match.end())
        if place is None:
            continue
        while (
            place < len(reader.tokens) - 1
            and reader.tokens[place].low in reader.words.honorifics
            and _follows(reader, place)
        ):
            place += 1
        sure = bool(_SURE.search(match[0]))
        if not sure and not ((reader.is_known(place) and reader.is_plain_name(place)) or reader.sounds_like_one(place)):
            continue
        span = reader.name_from(place) if _is_name_here(reader, place, False) else None
        if span := span or _in_small_letters(reader, place, match[0]):
            yield span


def _in_small_letters(reader: _Reader, place: int, said: str) -> tuple[int, int] | None:
    """`nama saya kasdi dari krajan`: up to three words, until one that is no name."""
    token = reader.tokens[place]
    if (
        re.search(r"namanya|called|named|panggil|atas nama", said)
        or token.low in reader.words.roles
        or token.low in reader.words.things
        or len(token.low) < 3
    ):
        return None
    last = place
    while (
        last + 1 < len(reader.tokens)
        and last < place + 2
        and reader.gap(last) == " "
        and (reader.is_known(last + 1) or reader.sounds_like_one(last + 1))
    ):
        last += 1
    return token.start, reader.tokens[last].end


def _after_relations(reader: _Reader) -> Iterator[tuple[int, int]]:
    for place, token in enumerate(reader.tokens):
        if place == 0 or not _is_sure_name(reader, place):
            continue
        before = reader.scan.low[max(0, token.start - 45) : token.start]
        glue = _GLUE.search(before)
        word = re.search(r"([a-z]+)[\s,:]*$", before[: glue.start()]) if glue else None
        if (
            word
            and word[1] in reader.words.relations
            and not re.search(r"[.!?;\n]\s*$", before)
            and (span := reader.name_from(place))
        ):
            yield span


def _is_sure_name(reader: _Reader, place: int) -> bool:
    """A known name in a spelling that leaves no doubt, or a capital that sounds like one."""
    token = reader.tokens[place]
    if reader.is_known(place) and token.low not in reader.words.name_words:
        return token.is_capital or reader.is_plain_name(place)
    return token.is_capital and not reader.shouts and reader.sounds_like_one(place)


def _alone(reader: _Reader) -> Iterator[tuple[int, int]]:
    """`disampaikan ke Suparno`: a capital that is hardly ever another word, and no thing is called so here."""
    if reader.shouts:
        return
    for place, token in enumerate(reader.tokens):
        if (
            token.is_capital
            and reader.is_plain_name(place)
            and not _is_thing_before(reader, place)
            and (span := reader.name_from(place))
        ):
            yield span


def _in_pairs(reader: _Reader) -> Iterator[tuple[int, int]]:
    """`Siti Aminah`: two capitals, one of them a name that is hardly ever a word, no school before them."""
    if reader.shouts:
        return
    behind = -1
    for place, token in enumerate(reader.tokens[:-1]):
        after = reader.tokens[place + 1]
        if (
            place <= behind
            or not (token.is_capital and after.is_capital and reader.gap(place) == " ")
            or token.low in reader.words.honorifics
        ):
            continue
        if not (reader.may_be_name(place) and reader.may_be_name(place + 1)) or _is_thing_before(reader, place):
            continue
        both = reader.tokens[place].low in reader.words.names, after.low in reader.words.names
        plain = reader.is_plain_name(place), reader.is_plain_name(place + 1)
        if (
            (all(both) and any(plain))
            or (plain[0] and len(after.text) > 2)
            or (plain[1] and not _begins(reader, place))
        ):
            span = reader.name_from(place)
            if span:
                yield span
                behind = place + 1


def _is_thing_before(reader: _Reader, place: int) -> bool:
    """A thing up to two words before: `SMA Negeri Kartini`, `Jalan H. Agus Salim`."""
    for step in (1, 2, 3):
        if place - step < 0 or (
            re.search(r"[,;:!?\n]|\.\s", reader.gap(place - step)) and not reader.tokens[place - step].is_initial
        ):
            return False
        token = reader.tokens[place - step]
        if token.low in reader.words.things:
            return True
        if not token.is_capital:
            return False
    return False


def _begins(reader: _Reader, place: int) -> bool:
    """The first word of a sentence, whose capital says nothing."""
    return place == 0 or bool(re.search(r"[.!?\n:]", reader.gap(place - 1)))


def _signatures(reader: _Reader) -> Iterator[tuple[int, int]]:
    """`… Terima kasih, Wati.` and `… (Slamet)` at the end."""
    for place in range(max(0, len(reader.tokens) - 3), len(reader.tokens)):
        token = reader.tokens[place]
        if reader.is_known(place) and reader.is_plain_name(place) and _CLOSING.search(reader.scan.low[: token.start]):
            span = reader.name_from(place)
            if span and not re.search(r"\w", reader.scan.low[span[1] :].removesuffix("s.pd")):
                yield span
