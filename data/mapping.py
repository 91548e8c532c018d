"""A mapping file: which sheet is which, which column holds which field or figures, and the answers to questions."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from data.recognised import NONE, Figures, SheetMapping
from definitions.vocabulary import vocabulary

TRACKING = "tracking"
KINDS_OF_FIGURES = ("target", "result", "numerator", "denominator")
QUESTIONS = (
    "decimal", "over_time", "direction", "measure", "what", "same_as", "column", "definition", "running_total",
    "code_system", "place",
)  # fmt: skip
_FIELDS = (
    "indicator",
    "name",
    "code",
    "unit",
    "level",
    "programme",
    "partner",
    "place",
    "group",
    "period",
    "year",
    "what",
    "baseline",
    "baseline_date",
    "target",
    "target_date",
    "direction",
    "measure",
    "over_time",
    "source",
    "owner",
    "definition",
    "note",
    "number",
    "objective",
)
_CONSTANTS = ("partner", "place", "programme", "period", "year", "what")


class MappingError(Exception):
    """The mapping file cannot be used; `args[0]` says why."""


def read_mapping(path: Path) -> list[SheetMapping]:
    """The mappings of a TOML file of the form

        [[sheet]]
        name = "TW III"          # the sheet in the file; or shape = "…", or neither: every sheet
        key = "results"          # one of programmes, partners, indicators, targets, results, feedback …, tracking, none
        header_row = 4
        header_end = 6           # tracking: the last line of the header
        columns = { indicator = "Kode IKU", value = "F" }   # a header, or a column letter
        constants = { place = "Kabupaten Sleman", year = "2025" }
        left_out = ["K", "L"]    # tracking: columns not to read
        accepts = true           # take every proposed answer

        [[sheet.figures]]        # tracking: the columns of figures
        column = "F"
        what = "result"          # target, result, numerator, denominator
        period = "TW III 2025"   # and partner, place, group; what is not given is taken from the header

        [sheet.answers.over_time]
        "Jumlah petani dilatih" = "sum"   # or "*" for all; also decimal, direction, measure, what, same_as, column

    Raises MappingError.
    """
    try:
        return mappings_in(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(str(error)) from error


def mappings_in(text: str) -> list[SheetMapping]:
    """The mappings of a text in the form of `read_mapping`. Raises MappingError."""
    try:
        return [_mapping(entry) for entry in tomllib.loads(text).get("sheet", [])]
    except (tomllib.TOMLDecodeError, TypeError, ValueError, AttributeError) as error:  # sheet = 3, header_row = "two"
        raise MappingError(str(error)) from error


def _mapping(entry: dict) -> SheetMapping:
    key = str(entry.get("key", ""))
    kinds = (*vocabulary().sheet_by_key, TRACKING, NONE)
    if key not in kinds and (key or not {"answers", "accepts", "constants"} & set(entry)):
        raise MappingError(f"`key` must be one of {', '.join(kinds)}, got {key!r}.")
    fields = vocabulary().sheet_by_key[key].column_by_key if key in vocabulary().sheet_by_key else _FIELDS
    columns = _texts(entry, "columns", fields, key)
    return SheetMapping(
        str(entry.get("name", "")),
        key,
        int(entry.get("header_row", 1 if key in vocabulary().sheet_by_key else 0)),
        columns,
        shape=str(entry["shape"]) if "shape" in entry else None,
        header_end=int(entry["header_end"]) if "header_end" in entry else None,
        figures=tuple(_figures(each) for each in entry.get("figures", [])),
        constants=_texts(entry, "constants", _CONSTANTS, key),
        answers={
            _one_of("answers", about, QUESTIONS): {str(subject): str(answer) for subject, answer in given.items()}
            for about, given in entry.get("answers", {}).items()
        },
        accepts=bool(entry.get("accepts", False)),
        left_out=_letters(entry.get("left_out", [])),
    )


def _letters(given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(each, str) and each.isalpha() for each in given):
        raise MappingError(f"`left_out` must be a list of column letters such as K, got {given!r}.")
    return tuple(each.upper() for each in given)


def _texts(entry: dict, part: str, known: Iterable[str], key: str) -> dict[str, str]:
    found = {str(name): str(value) for name, value in entry.get(part, {}).items()}
    strange = [name for name in found if name not in known]
    if strange:
        raise MappingError(f"`{part}` of {key} must be of {', '.join(known)}, got {', '.join(strange)}.")
    return found


def _one_of(part: str, name: str, known: Iterable[str]) -> str:
    if name not in known:
        raise MappingError(f"`{part}` must be of {', '.join(known)}, got {name}.")
    return name


def _figures(entry: dict) -> Figures:
    known = ("column", "what", "period", "partner", "place", "group")
    for name in entry:
        _one_of("figures", name, known)
    if "column" not in entry or not str(entry["column"]).isalpha():
        raise MappingError(f"`column` must be column letters such as F, got {entry.get('column')!r}.")
    if "what" in entry:
        _one_of("what", str(entry["what"]), KINDS_OF_FIGURES)
    return Figures(**{name: str(value) for name, value in entry.items()} | {"column": str(entry["column"]).upper()})


def mapping_text(mappings: Iterable[SheetMapping]) -> str:
    """The mappings as the text of a file that `read_mapping` reads back."""
    return "\n".join(_written(mapping) for mapping in mappings)


def write_mapping(path: Path, mappings: Iterable[SheetMapping]) -> None:
    """Write the mappings to a file."""
    path.write_text(mapping_text(mappings), "utf-8")


def _written(mapping: SheetMapping) -> str:
    lines = ["[[sheet]]"]
    lines += [
        f"{name} = {_quoted(value)}"
        for name, value in (("name", mapping.name), ("shape", mapping.shape), ("key", mapping.key))
        if value
    ]
    lines += [
        f"{name} = {value}"
        for name, value in (("header_row", mapping.header_row), ("header_end", mapping.header_end))
        if value
    ]
    lines += ["accepts = true"] if mapping.accepts else []
    lines += [f"left_out = [{', '.join(map(_quoted, mapping.left_out))}]"] if mapping.left_out else []
    for part, given in (("columns", mapping.columns), ("constants", mapping.constants)):
        lines += [f"\n[sheet.{part}]", *_pairs(given)] if given else []
    for about, given in mapping.answers.items():
        lines += [f"\n[sheet.answers.{about}]", *_pairs(given)] if given else []
    for figure in mapping.figures:
        given = {name: value for name, value in vars(figure).items() if value}
        lines += ["\n[[sheet.figures]]", *_pairs(given)]
    return "\n".join(lines) + "\n"


def _pairs(given: Mapping[str, str]) -> list[str]:
    return [f"{_quoted(name)} = {_quoted(value)}" for name, value in given.items()]


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON's escapes are among its own, but for a letter outside the first plane or DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
