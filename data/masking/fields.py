"""Masking of a sheet before it is stored: every field in which people may write of a person, each in its own way."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace

import pyarrow as pa

from data.masking import Finding, addressed, findings, masked
from data.problems import Problem
from definitions.fold import fold
from definitions.places import gazetteer
from definitions.vocabulary import Column, SheetWords


@dataclass(frozen=True)
class MaskedFields:
    """What was masked in a sheet, field by field: `counts` is field → kind of identifier → how many."""

    words: SheetWords
    counts: Mapping[str, Mapping[str, int]]

    @property
    def total(self) -> int:
        return sum(sum(kinds.values()) for kinds in self.counts.values())

    def label(self, language: str) -> str:
        """`isi: [telepon] 2, [nama] 1; lokasi: [nama] 1`, as a sentence writes it."""
        return "; ".join(f"{self.words.column_by_key[key].label(language)}: {_listed(kinds)}"
                         for key, kinds in self.counts.items())  # fmt: skip

    def __str__(self) -> str:
        return "; ".join(f"{key}: {_listed(kinds)}" for key, kinds in self.counts.items())


_HAMLET = re.compile(
    r"(?:dusun|dsn|dukuh|padukuhan|pedukuhan|kampung|kp|banjar|jorong|nagari|gampong|lingkungan|desa|kelurahan)\b[.\s]*"
    r"(?:(?!r\.?[tw]\b|no\b|blok\b|gang\b|gg\b|jl\b)[a-z'’]+\s?){1,3}(?=\W|$)",
    re.IGNORECASE,
)
_IN_PLACES = ("NIK", "KK", "telepon", "koordinat")
"""Numbers that are no code of a place."""
_FREE = ("note_row", "rows_below", "heading_row", "told_outside", "total_row", "no_known_sheet")
"""Codes of problems that quote a line of the sheet, in which anything may stand."""
_LONG_NUMBER = 1e8  # no rating is so large; a telephone number is
_OWN = ("masked", "erased_left_out")


def mask_fields(
    table: pa.Table,
    columns: Iterable[Column],
    known: Callable[[Column], Container[str]] = lambda _column: (),
    alike: Callable[[str, str, int, list[int]], None] = lambda _key, _text, _count, _rows: None,
) -> tuple[pa.Table, dict[str, dict[str, int]]]:
    """The table with its personal fields masked, and how many identifiers of each kind were masked, by field.

    A text that stands in many rows is read once and counted in each of them.

    Args:
        known: for a column, the folded texts that stay as they are: the names and codes of known partners.
        alike: told of each masked text that several different ones became: the column, the text, how many they were,
            and for each of them the position of its first row.
    """
    counts: dict[str, dict[str, int]] = {}
    for column in columns:
        if not column.personal or column.key not in table.column_names:
            continue
        if not pa.types.is_string(table.schema.field(column.key).type):
            continue
        encoded = table.column(column.key).combine_chunks().dictionary_encode()
        texts = encoded.dictionary.to_pylist()
        stays = known(column)
        found = [[] if fold(text) in stays else WAYS[column.personal](text) for text in texts]
        if not any(found):
            continue
        counts[column.key] = _counted(found, Counter(encoded.indices.drop_null().to_pylist()))
        clean = [masked(text, spans) for text, spans in zip(texts, found, strict=True)]
        if column.personal == "pseudonym":
            clean = _numbered(clean, found)
        for text, names in _alike(texts, clean, found).items():
            alike(column.key, text, len(names), [encoded.indices.index(at).as_py() for at in names.values()])
        told = pa.array(clean, pa.string())
        table = table.set_column(table.column_names.index(column.key), column.key, told.take(encoded.indices))
    return table, counts


def masked_problem(problem: Problem) -> Problem:
    """The problem with what it quotes of the file masked: a sentence on a screen is no place for a telephone number."""
    found = problem.params.get("found")
    if problem.code == "rating_range" and isinstance(found, float) and abs(found) >= _LONG_NUMBER:
        return replace(problem, params={**problem.params, "found": "[nomor]"})
    if not isinstance(found, str) or problem.code in _OWN:
        return problem
    spans = findings(found) if problem.code in _FREE else [one for one in addressed(found) if one.kind != "nomor"]
    return replace(problem, params={**problem.params, "found": masked(found, spans)}) if spans else problem


def _listed(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"[{kind}] {count}" for kind, count in kinds.items())


def _of_link(text: str) -> list[Finding]:
    """A link to a folder is made of long numbers that are nobody's."""
    return [one for one in findings(text) if one.kind != "nomor"]


def _of_place(text: str) -> list[Finding]:
    """A place that is listed, or is a code, stays; of `Dusun Krajan RT 3` the hamlet does."""
    if not re.search(r"[^\W\d_]", text):
        is_code = re.fullmatch(r"[1-9]\d(?:\.?\d+){0,3}", text.strip()) and sum(map(str.isdigit, text)) <= 10
        return [] if is_code else [one for one in findings(text) if one.kind in _IN_PLACES]
    if gazetteer().candidates(text):
        return []
    return [part for one in addressed(text) for part in _without_hamlet(text, one)]


def _without_hamlet(text: str, found: Finding) -> list[Finding]:
    hamlet = _HAMLET.match(text, found.start, found.end) if found.kind == "alamat" else None
    if hamlet is None:
        return [found]
    start = found.start + len(hamlet[0].rstrip())
    while start < found.end and not text[start].isalnum():
        start += 1
    return [replace(found, start=start)] if start < found.end else []


def _alike(texts: list[str], clean: list[str], found: list[list[Finding]]) -> dict[str, dict[str, int]]:
    """Masked text → the different texts (folded) that became it, each with its position; of two or more alone."""
    became: dict[str, dict[str, int]] = {}
    for at, (text, shown, spans) in enumerate(zip(texts, clean, found, strict=True)):
        if spans:
            became.setdefault(shown, {}).setdefault(fold(text), at)
    return {shown: names for shown, names in became.items() if len(names) > 1}


def _numbered(clean: list[str], found: list[list[Finding]]) -> list[str]:
    """Two people stay two: each masked text carries a number of its own."""
    seen: Counter[str] = Counter()
    told = []
    for text, spans in zip(clean, found, strict=True):
        seen[text] += bool(spans)
        told.append(f"{text} {seen[text]}" if spans else text)
    return told


def _counted(found: list[list[Finding]], times: Mapping[int, int]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for number, spans in enumerate(found):
        for finding in spans:
            counts[finding.kind] += times[number]
    return dict(counts.most_common())


WAYS: Mapping[str, Callable[[str], list[Finding]]] = {
    "words": findings, "name": addressed, "place": _of_place, "link": _of_link, "pseudonym": findings,
}  # fmt: skip
