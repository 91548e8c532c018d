"""What one text of a header says: a field, a kind of figure, a period or part of one, a group, a place or a partner."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from data import periods
from data.layouts.categories import is_category
from data.layouts.known import Known
from data.layouts.year_so_far import with_its_end
from definitions.ages import age_group
from definitions.fold import fold, visible
from definitions.layouts import layout_words
from definitions.places import gazetteer
from definitions.units import PERCENT, known_units

_LONGEST = 80  # letters; a header is shorter than a sentence
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SO_FAR = re.compile(
    r"(?<!\d)(?:19|20)\d{2}[^\w]+(?:ytd|year to date|to date|so far|(?!12)\d{1,2}\s?(?:bulan|bln|months?))(?!\w)", re.I
)
"""`2025 (to date)`, `2025 (9 bulan)`: a part of a year, and nobody says which."""
_FOOTNOTE = re.compile(r"[\s*†‡§¹²³⁴-⁹]+$")
_VERSION = re.compile(
    r"^(?P<head>.+?)[\s(\[,–-]+(?:hasil\s+)?(?:revisi|koreksi|perbaikan|perubahan|revised|corrected|final|updated)\s*[)\]]?$",
    re.I,
)
_HYPHENATED = re.compile(r"(?<=[a-z])-\s+(?=[a-z])")
_BRACKETS = re.compile(r"[()\[\]:]+")
_PLACE = re.compile(
    r"^(?:desa|kelurahan|kel\.|kecamatan|kec\.|kabupaten|kab\.?|kota|dusun|provinsi|prov\.?|distrik|nagari|gampong|kampung"
    r"|village|district|province|regency|kapanewon|kalurahan)\s+\S",
    re.I,
)
_ORGANISATION = re.compile(
    r"^(?:(?:[Yy]ayasan|YAYASAN|LSM|NGO|PT|CV|UD|[Pp]erkumpulan|PERKUMPULAN|[Dd]inas|DINAS|[Uu]niversitas|UNIVERSITAS"
    r"|[Pp]aguyuban|PAGUYUBAN|[Kk]onsorsium|KONSORSIUM|BUMDes|BUMDES|Bumdes|Poktan|POKTAN|Gapoktan)\.?(?:\s+(?:[A-Z&]\S*|dan"
    r"|untuk|of|the))+"
    r"|(?:Bappeda|BAPPEDA|Bapperida|BPBD|Dinkes|DINKES|Dinsos|DINSOS|Disdik|Dispertan|DPMD|DP3A\w*"
    r"|DLH|PMI|Baznas|BAZNAS|PKBI|RSUD)(?:\s+[A-Z]\S*)*)$"
)
"""The name of an organisation that nobody has listed yet: it begins with what it is."""
_ORDINAL = re.compile(
    r"\b(milestones?|tonggak)\s+\d{1,2}(?=[\s(\[:,–—-]+(?:[^\W\d]+\.?\s+(?:\d{1,2},?\s+)?|\d{1,2}\s+[^\W\d]+\.?\s+"
    r"|(?:q|tw\s?)[1-4]\s)?(?:19|20)\d{2}(?!\d))"
    rf"|\b([^\W\d]+)\s+\d{{1,2}}(?=\s*[(\[]\s*(?:{'|'.join(periods.MONTH_WORDS)})\W+(?:19|20)\d{{2}})",
    re.I,
)
"""`Milestone 1 (2024)`: the first of them, and no January; nor is `Target 1 (Mar 2024)` of the 1st of March."""
_WORD = re.compile(r"%|[^\W_]+")
_EDGE = r"[\s.,;/\-–—]*"
_UNTIL = re.compile(
    r"(?<!\w)(?:s\.\s?d\b\.?|s\s?/\s?d\b\.?|sd(?=\s+(?:tw|tri|kuartal|bulan|semester|smt|saat|akhir|dengan|tahun|hari|periode"
    r"|minggu|q\d|\d))|sampai\s+dengan|sampai|hingga|up\s+to|until|to[\s-]date)(?!\w)"
)
_NOW = re.compile(
    r"^(?:(?:saat|hari|bulan|triwulan|tri\s?wulan|tw|kuartal|semester|tahun|periode|masa|minggu|pelaporan|laporan|ini"
    r"|sekarang|berjalan|date|now|this|the|end|of|month|quarter|period|year|reporting|dengan)\b[\s.]*)+$"
)
"""What may follow without naming a period: `s.d. triwulan ini`."""
_PEELED_FIELDS = ("baseline", "baseline_date", "final_target", "target_date")


@dataclass(frozen=True)
class Label:
    """What a text says. `rest` is what was not understood of it."""

    text: str
    field: str | None = None
    whats: frozenset[str] = frozenset()
    period: periods.Period | None = None
    part: periods.Part | None = None
    year: int | None = None
    shift: periods.Shift | None = None
    """Where a period lies from that of the report: `bulan lalu`."""
    is_to_date: bool = False
    group: str | None = None
    place: str | None = None
    partner: str | None = None
    rest: str = ""

    @property
    def has_time(self) -> bool:
        return bool(self.period or self.part or self.year or self.shift)

    @property
    def is_plain(self) -> bool:
        """Understood to the last letter."""
        return not self.rest

    @property
    def says_something(self) -> bool:
        return bool(self.field or self.whats or self.has_time or self.group or self.place or self.partner)


class LabelReader:
    """Reads labels with the names that this forum knows; each text once."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._read: dict[str, Label] = {}

    def label(self, text: str) -> Label:
        if text not in self._read:
            self._read[text] = self._label(text)
        return self._read[text]

    def _label(self, text: str) -> Label:
        plain = with_its_end(_ORDINAL.sub(lambda found: found[1] or found[2], visible(text)))
        if not plain or len(plain) > _LONGEST:
            years = set(_YEAR.findall(plain))
            return Label(text, rest=plain, year=int(years.pop()) if len(years) == 1 else None)
        found = self._whole(text, plain) or self._named(text, plain) or self._until(text, plain)
        found = found or self._peeled(text, plain)
        if _SO_FAR.search(plain) and found.has_time and not found.is_to_date:
            found = replace(found, rest=plain)
        if found.rest and (other := _FOOTNOTE.sub("", _HYPHENATED.sub("", plain))) != plain:
            mended = self.label(other)  # `2023*`, and `Reali- sasi` broken at the end of a line
            found = replace(mended, text=text) if len(mended.rest) < len(found.rest) else found
        if found.rest and not found.has_time and (version := _VERSION.match(plain)):
            mended = self.label(version["head"])  # `TW I (revisi)`: the text goes on saying which version it is
            found = replace(mended, text=text) if mended.has_time and mended.is_plain else found
        return found

    def _whole(self, text: str, plain: str) -> Label | None:
        """The text is one thing from end to end."""
        words, folded = layout_words(), fold(plain)
        if (after := periods.to_date(plain)) is not None:
            inner = self._whole(text, after)
            return replace(inner, text=text, is_to_date=True) if inner and inner.has_time else None
        found = periods.period(plain) or periods.month_first(plain)
        if found and found.kind == "year":
            return Label(text, year=found.start.year)
        if found:
            return Label(text, period=found)
        if part := periods.part(plain):
            return Label(text, part=part)
        if shift := periods.shift(plain):
            return Label(text, shift=shift)
        what, field, group = words.what.get(folded), words.fields.get(folded), words.groups.get(folded)
        what = what or (words.alone.get(folded) if fold(text) == folded else None)
        group = group or age_group(plain)
        field = field or (None if what else _names_indicators(folded) or ("group" if is_category(plain) else None))
        whats = frozenset([what]) if what else frozenset()
        return Label(text, field=field, whats=whats, group=group) if what or field or group else None

    def _named(self, text: str, plain: str) -> Label | None:
        folded = fold(plain)
        if folded in self.known.partners:
            return Label(text, partner=plain)
        if gazetteer().candidates(plain) or folded in self.known.places or _PLACE.match(plain):
            return Label(text, place=plain)
        return Label(text, partner=plain) if _ORGANISATION.match(plain) else None

    def _until(self, text: str, plain: str) -> Label | None:
        """`Realisasi s.d. triwulan ini`: figures from the start to a period; `Jan s.d. Mar 2025` is a period."""
        bare = " ".join(_BRACKETS.sub(" ", plain).casefold().split())
        found = _UNTIL.search(bare)
        if found is None or not found.start():
            return None
        head, after = self.label(bare[: found.start()].strip(" ,-–")), bare[found.end() :].strip(" .,-–")
        if not head.whats or head.has_time or head.field in _PEELED_FIELDS or not head.is_plain:
            return None
        tail = Label(text) if not after or _NOW.match(after) else self.label(after)
        return replace(_joined(head, tail), text=text, field=tail.field, is_to_date=True, rest=tail.rest)

    def _peeled(self, text: str, plain: str) -> Label:
        """`Target TW I 2025`: words are taken off the ends until a period, a group or nothing is left."""
        rest, label = " ".join(_BRACKETS.sub(" ", plain).casefold().split()), Label(text)
        while rest:
            inner = self._whole(text, rest) if rest != plain else None
            if inner:
                return _joined(label, inner)
            for pattern, name, value in self._at_the_ends(rest):
                if found := pattern.match(rest):
                    label = _joined(label, _said(text, name, value)) if name else label
                    rest = (found["after"] or found["before"] or "").strip()
                    break
            else:
                years = set(_YEAR.findall(rest))
                year = int(years.pop()) if len(years) == 1 else None
                return replace(label, rest=rest, year=label.year or year)
        return label

    def _at_the_ends(self, rest: str) -> list[tuple[re.Pattern[str], str, str]]:
        """The phrases that begin with the first word of a text or end with its last, the longest first."""
        words = _WORD.findall(rest)
        found = {*self._by_edge.get(words[0], ()), *self._by_edge.get(words[-1], ())} if words else set()
        return [self._phrases[number] for number in sorted(found)]

    @cached_property
    def _by_edge(self) -> dict[str, list[int]]:
        edges: dict[str, list[int]] = {}
        for number, (phrase, _, _) in enumerate(self._listed):
            words = phrase.split()
            for word in {words[0], words[-1]}:
                edges.setdefault(word, []).append(number)
        return edges

    @cached_property
    def _phrases(self) -> list[tuple[re.Pattern[str], str, str]]:
        return [(_at_an_end(word), name, value) for word, name, value in self._listed]

    @cached_property
    def _listed(self) -> list[tuple[str, str, str]]:
        words = layout_words()
        listed = [(word, "what", what) for word, what in words.what.items() if len(word) > 1 or word in "rt%"]
        listed += [(word, "field", field) for word, field in words.fields.items() if field in _PEELED_FIELDS]
        listed += [(word, "group", group) for word, group in words.groups.items() if len(word) > 2]
        listed += [(word, "", "") for word in (*words.words("noise", "words"), *known_units(), *PERCENT)]
        return sorted(listed, key=lambda entry: len(entry[0]), reverse=True)


def _names_indicators(folded: str) -> str | None:
    """`Indikator Kinerja Kegiatan`, `Output indicator 1.1`: nothing but words that say which indicators are meant."""
    words = {word for word in folded.split() if not word.isdigit()}
    if not words & {"indikator", "indicator"}:
        return None
    return "name" if words <= set(layout_words().words("evidence", "of_indicators")) else None


def _said(text: str, name: str, value: str) -> Label:
    return Label(text, whats=frozenset([value])) if name == "what" else replace(Label(text), **{name: value})


def _at_an_end(word: str) -> re.Pattern[str]:
    phrase = re.escape(word).replace(r"\ ", r"[\s/\-]+")
    return re.compile(rf"^(?:{phrase}(?:$|(?!\w){_EDGE}(?P<after>.*))|(?P<before>.*?){_EDGE}(?<!\w){phrase})$")


def _joined(outer: Label, inner: Label) -> Label:
    """Both together; the longer phrase, which was found first, goes before."""
    return replace(
        outer,
        field=outer.field or inner.field,
        whats=outer.whats | inner.whats,
        period=outer.period or inner.period,
        part=outer.part or inner.part,
        year=outer.year or inner.year,
        shift=outer.shift or inner.shift,
        is_to_date=outer.is_to_date or inner.is_to_date,
        group=_crossed(outer.group, inner.group),
    )


def _crossed(outer: str | None, inner: str | None) -> str | None:
    """`Laki-laki 0-5 tahun` is of both: `age=0-5;sex=m`; of one dimension the longer phrase goes before."""
    if not outer or not inner or outer.partition("=")[0] == inner.partition("=")[0]:
        return outer or inner
    return ";".join(sorted((outer, inner)))
