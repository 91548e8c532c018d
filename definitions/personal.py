"""The words by which personal data are recognised, read from personal.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_OF_NAMES = (
    "calendar", "like_names", "no_names", "after_names", "kin", "kin_english", "professions", "praise", "naming_roles",
    "owned", "shortened", "spoken_honorifics",
)  # fmt: skip


@dataclass(frozen=True)
class PersonalWords:
    """Every list of personal.toml, in lower case."""

    digits: dict[str, str]  # word → its digits
    tens: dict[str, str]  # English twenty … ninety → first digit
    fillers: frozenset[str]
    labels: dict[str, str]  # word or words → kind of the number that follows
    banks: frozenset[str]
    plate_areas: frozenset[str]
    vehicles: frozenset[str]
    units: frozenset[str]
    providers: frozenset[str]
    honorifics: frozenset[str]
    weak_honorifics: frozenset[str]
    dotted_honorifics: frozenset[str]
    roles: frozenset[str]
    relations: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]
    plain_names: frozenset[str]  # hardly ever another word
    ambiguous_names: frozenset[str]
    name_words: frozenset[str]  # in lower case nearly always the word
    name_endings: tuple[str, ...]
    calendar: frozenset[str]  # days, months, feasts
    like_names: frozenset[str]  # words that end like a name
    no_names: frozenset[str]  # said after `nama saya` without naming anybody
    after_names: frozenset[str]  # said after a name
    kin: frozenset[str]  # `anak saya …`
    kin_english: frozenset[str]
    professions: frozenset[str]  # after these a strange capital is a name
    praise: frozenset[str]  # said right behind an honorific without naming anybody
    naming_roles: frozenset[str]  # roles that people are called, too
    owned: frozenset[str]  # what a person owns
    shortened: frozenset[str]  # names that are written short
    spoken_honorifics: frozenset[str]  # said to people, not written on signs
    networks: frozenset[str]  # on which people have accounts
    addresses: frozenset[str]  # one of these is said in every home address
    before_emails: frozenset[str]  # said before an address of e-mail, no part of it


@lru_cache(maxsize=1)
def personal_words() -> PersonalWords:
    """The lists of personal.toml."""
    raw = tomllib.loads(Path(__file__).with_name("personal.toml").read_text("utf-8"))
    plain, ambiguous = (frozenset(raw["names"][kind].split()) for kind in ("plain", "ambiguous"))
    return PersonalWords(
        digits={word: digits for digits, words in raw["digits"].items() for word in words},
        tens=dict(raw["digits_english_tens"]),
        fillers=frozenset(raw["fillers"]["words"]),
        labels={word: kind for kind, words in raw["labels"].items() for word in words},
        banks=frozenset(raw["banks"]["names"]),
        plate_areas=frozenset(raw["plates"]["areas"]),
        vehicles=frozenset(raw["plates"]["vehicles"]),
        units=frozenset(raw["plates"]["units"]),
        providers=frozenset(raw["emails"]["providers"]),
        honorifics=frozenset(raw["honorifics"]["strong"]) | frozenset(raw["honorifics"]["weak"]),
        weak_honorifics=frozenset(raw["honorifics"]["weak"]),
        dotted_honorifics=frozenset(raw["honorifics"]["dotted"]),
        roles=frozenset(raw["roles"]["words"]),
        relations=frozenset(raw["relations"]["words"]),
        things=frozenset(raw["things"]["words"]),
        names=plain | ambiguous,
        plain_names=plain - ambiguous,
        ambiguous_names=ambiguous,
        name_words=frozenset(raw["names"]["words"].split()),
        name_endings=tuple(raw["names"]["endings"]),
        **{kind: frozenset(raw["names"][kind].split()) for kind in _OF_NAMES},
        networks=frozenset(raw["accounts"]["networks"].split()),
        addresses=frozenset(raw["addresses"]["words"].split()),
        before_emails=frozenset(raw["emails_before"]["words"].split()),
    )
