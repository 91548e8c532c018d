"""A mapping file: which sheet is which, which column holds which field or figures, and the answers to questions."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from data.layouts.kobo_versions import BOTH
from data.recognised import NONE, TRACKING, Figures, SheetMapping
from definitions.layouts import OUTWARD, ROW_FIELDS
from definitions.vocabulary import vocabulary

KINDS_OF_FIGURES = ("target", "result", "numerator", "denominator")
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "decimal": (",", "."),
    "over_time": ("sum", "last", "mean", "max", "none"),
    "direction": ("up", "down", "keep"),
    "measure": ("number", "ratio", "percent", "yes_no", "rubric"),
    "what": ("target", "result", "percent", "none"),
    "same_as": (),
    "column": (),
    "definition": ("keep",),
    "running_total": ("year", "programme"),
    "part_of_year": ("year", "none"),
    "counted_twice": ("parts", "total", "both"),
    "code_system": ("kemendagri", "bps"),
    "scale": ("times", "as_is"),
    "date_order": ("day", "month"),
    "whole": ("thousands", "decimals"),
    "period": (),
    "version": (),
    "hidden": ("leave", "read"),
    "cancelled": ("leave", "count"),
    "place": (),
    "fiscal_year": ("start", "end"),
    "sheet_name": ("place", "partner", "none"),
}
"""What may be asked → its answers; none are listed where the answer is a code, a key of a place, or a column."""
_OF_COLUMNS = (  # their subject is a column
    "decimal", "code_system", "what", "scale", "date_order", "whole", "period", "version", "hidden",
)  # fmt: skip
_FIELDS = (*OUTWARD.values(), *ROW_FIELDS)
_KEYS = ("name", "shape", "key", "header_row", "header_end", "columns", "constants", "left_out", "accepts", "figures",
         "answers")  # fmt: skip
_ROWS = 1_048_576  # of a sheet
_LETTERS = re.compile(r"[A-Z]{1,3}")
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
        indicator = "Jumlah KK"  # where the rows name places or partners and no column names the indicator

        [sheet.answers.over_time]
        "Jumlah petani dilatih" = "sum"   # or "*" for all; about is one of QUESTIONS, with one of its answers

    Raises MappingError, also for a word that is none of these: a slip must not change in silence how a file is read.
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
    for name in entry:
        _one_of("sheet", name, _KEYS)
    key = str(entry.get("key", ""))
    kinds = (*vocabulary().sheet_by_key, TRACKING, NONE)
    if key not in kinds and (key or not {"answers", "accepts", "constants"} & set(entry)):
        raise MappingError(f"`key` must be one of {', '.join(kinds)}, got {key!r}.")
    fields = vocabulary().sheet_by_key[key].column_by_key if key in vocabulary().sheet_by_key else _FIELDS
    columns = _texts(entry, "columns", fields, key)
    return SheetMapping(
        str(entry.get("name", "")),
        key,
        _row(entry, "header_row", 1 if key in vocabulary().sheet_by_key else 0),
        columns,
        shape=str(entry["shape"]) if "shape" in entry else None,
        header_end=_row(entry, "header_end", 0) if "header_end" in entry else None,
        figures=tuple(_figures(each) for each in entry.get("figures", [])),
        constants=_texts(entry, "constants", _CONSTANTS, key),
        answers={about: _answers(about, given) for about, given in entry.get("answers", {}).items()},
        accepts=_yes_or_no(entry, "accepts"),
        left_out=_left_out(entry.get("left_out", [])),
    )


def _row(entry: dict, name: str, usual: int) -> int:
    row = entry.get(name, usual)
    if not isinstance(row, int) or isinstance(row, bool) or not 0 <= row <= _ROWS:
        raise MappingError(f"`{name}` must be a row such as 4, got {row!r}.")
    return row


def _yes_or_no(entry: dict, name: str) -> bool:
    given = entry.get(name, False)
    if not isinstance(given, bool):
        raise MappingError(f"`{name}` must be true or false, got {given!r}.")
    return given


def _answers(about: str, given: dict) -> dict[str, str]:
    options = QUESTIONS[_one_of("answers", about, QUESTIONS)]
    answers = {str(subject): str(answer) for subject, answer in given.items()}
    for subject, answer in answers.items():
        if options:
            _one_of(f"answers.{about}", answer, options)
        if about in _OF_COLUMNS and subject != "*":
            _letters(f"answers.{about}", subject)
        if about == "column" and answer not in (NONE, BOTH):
            _letters("answers.column", answer)
    return answers


def _letters(part: str, given: object) -> str:
    if not isinstance(given, str) or not _LETTERS.fullmatch(given.upper()):
        raise MappingError(f"`{part}` must name columns by letters such as K, got {given!r}.")
    return given.upper()


def _left_out(given: object) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise MappingError(f"`left_out` must be a list of column letters such as K, got {given!r}.")
    return tuple(_letters("left_out", each) for each in given)


def _texts(entry: dict, part: str, known: Iterable[str], key: str) -> dict[str, str]:
    found = {str(name): str(value) for name, value in entry.get(part, {}).items()}
    strange = [name for name in found if name not in known]
    if strange:
        raise MappingError(f"`{part}` of {key} must be of {', '.join(known)}, got {', '.join(strange)}.")
    return found


def _one_of(part: str, name: str, known: Iterable[str]) -> str:
    """The word itself, when it is among the known ones. Raises MappingError."""
    if name not in known:
        raise MappingError(f"`{part}` must be of {', '.join(known)}, got {name}.")
    return name


def _figures(entry: dict) -> Figures:
    known = ("column", "what", "period", "partner", "place", "group", "indicator")
    for name in entry:
        _one_of("figures", name, known)
    column = _letters("column", entry.get("column"))
    if "what" in entry:
        _one_of("what", str(entry["what"]), KINDS_OF_FIGURES)
    return Figures(**{name: str(value) for name, value in entry.items()} | {"column": column})


def mapping_text(mappings: Iterable[SheetMapping]) -> str:
    """The mappings as the text of a file that `read_mapping` reads back."""
    return "\n".join(_written(mapping) for mapping in mappings)


def _written(mapping: SheetMapping) -> str:
    lines = ["[[sheet]]"]
    lines += [
        f"{name} = {toml_string(value)}"
        for name, value in (("name", mapping.name), ("shape", mapping.shape), ("key", mapping.key))
        if value
    ]
    lines += [
        f"{name} = {value}"
        for name, value in (("header_row", mapping.header_row), ("header_end", mapping.header_end))
        if value
    ]
    lines += ["accepts = true"] if mapping.accepts else []
    lines += [f"left_out = [{', '.join(map(toml_string, mapping.left_out))}]"] if mapping.left_out else []
    for part, given in (("columns", mapping.columns), ("constants", mapping.constants)):
        lines += [f"\n[sheet.{part}]", *_pairs(given)] if given else []
    for about, given in mapping.answers.items():
        lines += [f"\n[sheet.answers.{about}]", *_pairs(given)] if given else []
    for figure in mapping.figures:
        given = {name: value for name, value in vars(figure).items() if value}
        lines += ["\n[[sheet.figures]]", *_pairs(given)]
    return "\n".join(lines) + "\n"


def _pairs(given: Mapping[str, str]) -> list[str]:
    return [f"{toml_string(name)} = {toml_string(value)}" for name, value in given.items()]


def toml_string(text: str) -> str:
    """A basic string of TOML; JSON's escapes are among its own, but for a letter outside the first plane or DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
