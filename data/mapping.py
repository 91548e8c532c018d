"""A mapping file: which sheet is which, and which header or column letter holds which field."""

import tomllib
from pathlib import Path

from data.recognise import SheetMapping
from definitions.vocabulary import vocabulary


class MappingError(Exception):
    """The mapping file cannot be used; `args[0]` says why."""


def read_mapping(path: Path) -> list[SheetMapping]:
    """The mappings of a TOML file of the form

        [[sheet]]
        name = "TW III"          # the sheet in the file
        key = "results"          # one of programmes, partners, indicators, targets, results, feedback …
        header_row = 4
        columns = { indicator = "Kode IKU", value = "F" }   # a header, or a column letter

    Raises MappingError.
    """
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("sheet", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MappingError(str(error)) from error
    try:
        return [_mapping(entry) for entry in entries]
    except (TypeError, ValueError, AttributeError) as error:  # sheet = 3, header_row = "two"
        raise MappingError(str(error)) from error


def _mapping(entry: dict) -> SheetMapping:
    key = entry.get("key")
    if key not in vocabulary().sheet_by_key:
        known = ", ".join(vocabulary().sheet_by_key)
        raise MappingError(f"`key` must be one of {known}, got {key!r}.")
    fields = vocabulary().sheet_by_key[key].column_by_key
    columns = {str(field): str(where) for field, where in entry.get("columns", {}).items()}
    strange = [field for field in columns if field not in fields]
    if strange:
        raise MappingError(f"`columns` of {key} must be of {', '.join(fields)}, got {', '.join(strange)}.")
    return SheetMapping(str(entry.get("name", "")), key, int(entry.get("header_row", 1)), columns)
