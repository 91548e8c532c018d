"""The words of one text, and what each of them can be: a name, a role, a place."""

import re
from functools import lru_cache
from typing import NamedTuple

from data.masking.finding import Scan
from definitions.personal import personal_words
from definitions.places import gazetteer

_TOKEN = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_BUILT = re.compile(
    r"(?:ke|pe|per|pem|pen)[a-z]{3,}an|[a-z]{3,}(?:nya|isme|asi)"
)  # `Penyuluh Pertanian`: no name is so built
_CONNECTORS = frozenset({"bin", "binti", "bt", "al", "el", "van", "de", "der", "la", "br", "boru", "alias"})
_FATHERS = frozenset({"bin", "binti"})
_LAST_WORDS = frozenset((
    "tanjung", "hakim", "rahayu", "lestari", "pertiwi", "wijaya", "permata", "mukti",
    "kurnia", "hidayah", "rahmat", "putri", "putra", "purnama", "mulya", "samudra", "dharma", "fajar", "surya", "citra",
    "agung", "taufik", "teguh", "puji", "asih", "kasih", "cahaya", "satria", "melati", "mentari",
))  # fmt: skip
"""Words that in small letters go on a name: `dadang kurnia`."""
_SHORT = frozenset({"moh", "muh", "much", "abd"})


class Token(NamedTuple):
    """A word of the text: where it stands and how it is written."""

    start: int
    end: int
    text: str
    low: str
    is_capital: bool

    @property
    def is_initial(self) -> bool:
        return len(self.text) <= 2 and self.is_capital and self.low not in ("rt", "rw")


@lru_cache(maxsize=1)
def _place_words() -> frozenset[str]:
    """Words of the names of provinces, regencies and cities: `Bu Sragen` is not a person we would hide."""
    return frozenset(word for name in gazetteer().by_name for word in name.split()) - personal_words().names


class Reader:
    """The words of one text, and what each of them can be."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.words = scan, personal_words()
        plain, low = scan.plain, scan.low
        self.tokens = [
            Token(start, end, plain[start:end], low[start:end], plain[start].isupper())
            for start, end in (match.span() for match in _TOKEN.finditer(plain))
        ]
        self.vocabulary = scan.words
        letters = sum(token.end - token.start for token in self.tokens)
        self.shouts = letters > 8 and sum(map(str.isupper, plain)) > 0.7 * letters  # in capitals a capital says nothing
        self.has_names = not scan.words.isdisjoint(self.words.names) or any(
            word.endswith(self.words.name_endings) for word in scan.words
        )

    def gap(self, place: int) -> str:
        """What stands between this word and the next."""
        return self.scan.plain[self.tokens[place].end : self.tokens[place + 1].start]

    def follows(self, place: int) -> bool:
        """Whether the next word stands right behind, at most a dot between."""
        return self.gap(place) in (" ", "  ", ". ", ".")

    def is_known(self, place: int) -> bool:
        """A word that people are called, in the spelling that it has here."""
        token = self.tokens[place]
        if token.low not in self.words.names:
            return False
        return (token.is_capital and not self.shouts) or token.low not in self.words.name_words

    def is_plain_name(self, place: int) -> bool:
        """A word that is hardly ever anything but a name."""
        return self.tokens[place].low in self.words.plain_names

    def is_no_name(self, place: int) -> bool:
        """A role, a thing, a month."""
        low = self.tokens[place].low
        return low in self.words.roles or low in self.words.things or low in self.words.calendar

    def may_be_name(self, place: int) -> bool:
        """A capital that is no role, no place, no month: after an honorific that is a name."""
        token, words = self.tokens[place], self.words
        if self.is_no_name(place):
            return token.low in words.names and token.is_capital and not self.shouts and token.low not in words.roles
        if token.is_capital and not self.shouts:
            return token.low not in _place_words() or token.low in words.names
        return self.is_known(place) or self.sounds_like_one(place)

    def is_stranger(self, place: int) -> bool:
        """A capital in no list: after `cucu saya` that is a name."""
        token = self.tokens[place]
        return (
            token.text.istitle()
            and len(token.low) >= 3
            and not self.is_no_name(place)
            and token.low not in self.words.no_names
            and token.low not in self.words.relations
            and token.low not in _place_words()
            and not _BUILT.fullmatch(token.low)
        )

    def sounds_like_one(self, place: int) -> bool:
        """Words with the ending of a name."""
        low = self.tokens[place].low
        return len(low) >= 5 and low.endswith(self.words.name_endings) and low not in self.words.like_names

    def name_from(self, place: int, most: int = 4) -> tuple[int, int] | None:
        """The span of the name that begins here: capitals after one another, or names that are known."""
        if place >= len(self.tokens) or not (self.may_be_name(place) or self.tokens[place].is_initial):
            return None
        last, taken = place, 1
        while last + 1 < len(self.tokens) and taken < most and self._goes_on(last):
            last += 1
            taken += self.tokens[last].low not in _CONNECTORS
        while last > place and self.tokens[last].low in _CONNECTORS:
            last -= 1
        token = self.tokens[place]
        if last == place and len(token.text) == 1 and self.scan.low[token.end : token.end + 1] != ".":
            return None
        return token.start, self.tokens[last].end

    def _goes_on(self, last: int) -> bool:
        gap, token, after = self.gap(last), self.tokens[last], self.tokens[last + 1]
        is_short = token.is_initial or token.low in self.words.dotted_honorifics or token.low in _SHORT
        if not (gap in (" ", "  ", "-") or (gap in (". ", ".") and is_short)):
            return False
        if token.low in _FATHERS or token.low == "alias":
            return len(after.low) >= 3 and after.low not in ("saya", "yang")
        if after.low in _FATHERS or after.low == "alias":
            return last + 2 < len(self.tokens)
        if after.low in _CONNECTORS:
            return last + 2 < len(self.tokens) and self.may_be_name(last + 2)
        if after.low in _LAST_WORDS and token.low in self.words.plain_names and gap == " ":
            return True
        if self.is_no_name(last + 1) and not (after.low in self.words.names and self.is_known(last)):
            return False
        if after.is_capital and not self.shouts:
            return True
        return after.low in self.words.names and (after.low not in self.words.name_words or self.leads_on(last + 1))

    def is_of_father(self, place: int) -> bool:
        """`bin`, `binti` with a word behind: that word is a name, whatever it is."""
        return self.tokens[place].low in _FATHERS and place + 1 < len(self.tokens) and self.gap(place) == " "

    def leads_on(self, place: int) -> bool:
        """Whether the words right behind this one, all of them names, hold one that is hardly a word: `untung nur
        aminah`, `made bin ratna`."""
        furthest = min(len(self.tokens), place + 5)
        while place + 1 < furthest and self.gap(place) == " ":
            after = self.tokens[place + 1].low
            if self.is_of_father(place + 1):
                return True
            if after not in self.words.names or (after in self.words.roles and after not in self.words.naming_roles):
                return False
            if after not in self.words.name_words:
                return True
            place += 1
        return False
