"""Why a file cannot be read: one exception, a code for programs, and a sentence for the person who sent the file."""

from __future__ import annotations

from locales import mark

SENTENCES: dict[str, str] = {
    "unreadable": mark("The file cannot be opened. Please upload it again."),
    "empty_file": mark("The file is empty (0 bytes). Check that it was saved, and upload it again."),
    "too_large": mark(
        "The file has {megabytes} MB; at most {limit} MB can be read. Remove pictures and "
        "unused sheets, or split it by year, and upload the parts."
    ),
    "too_large_unpacked": mark(
        "The part {part} of the file unpacks to far more than a workbook of this "
        "size should hold. Copy your data into a new workbook, save it and upload that."
    ),
    "not_a_spreadsheet": mark(
        "This is not a spreadsheet, whatever its name says (found: {found}). Open it "
        "in Excel, choose Save As, Excel workbook (.xlsx), and upload the new file."
    ),
    "damaged": mark(
        "The file is damaged and cannot be read to the end. Open it in Excel, let Excel repair "
        "it, save it under a new name and upload that."
    ),
    "damaged_part": mark(
        "The part {part} of the file is damaged or missing. Open it in Excel, let Excel "
        "repair it, save it under a new name and upload that."
    ),
    "damaged_cell": mark(
        "Sheet '{sheet}', cell {cell} is damaged: found '{found}'. Open the file in Excel, "
        "type the cell again, save and upload again."
    ),
    "duplicate_cell": mark(
        "Sheet '{sheet}', cell {cell} is in the file twice. Open it in Excel, check the cell, save and upload again."
    ),
    "password": mark(
        "The file is protected by a password. Open it in Excel, remove the password, save and upload again."
    ),
    "xml_entities": mark(
        "The file contains instructions to the reader (a document type in {part}) that a "
        "workbook never has. Copy your data into a new workbook, save it and upload that."
    ),
    "compression_method": mark(
        "The file is packed in a way that Excel does not use. Open it in Excel, save "
        "it under a new name and upload that."
    ),
    "duplicate_member": mark(
        "The file contains the part {part} twice, so that two programs could read "
        "different numbers. Open it in Excel, save it under a new name and upload that."
    ),
    "unsafe_path": mark(
        "The file contains a part with an unsafe name ({part}). Copy your data into a new "
        "workbook, save it and upload that."
    ),
    "lying_size": mark(
        "The part {part} of the file is not as large as the file says. Open it in Excel, "
        "save it under a new name and upload that."
    ),
    "too_many_members": mark(
        "The file consists of {found} parts; at most {limit} can be read. Copy your "
        "data into a new workbook, save it and upload that."
    ),
    "range_too_large": mark(
        "Sheet '{sheet}' reaches to cell {cell}, far away from the data. Delete the "
        "contents of the empty-looking rows and columns behind your data, save and upload again."
    ),
    "too_many_columns": mark(
        "Sheet '{sheet}' has data in column {column}; at most {limit} columns can be "
        "read. Move what belongs together into rows, or split the sheet."
    ),
    "too_many_sheets": mark(
        "The workbook has {found} sheets; at most {limit} can be read. Split it and upload the parts."
    ),
    "too_many_merged": mark(
        "Sheet '{sheet}' has {found} merged ranges; at most {limit} can be read. Remove "
        "the merging, save and upload again."
    ),
    "text_too_long": mark(
        "Sheet '{sheet}', {place}: the text is longer than {limit} characters, more than "
        "Excel can hold. Shorten it and upload again."
    ),
    "text_too_large": mark(
        "Sheet '{sheet}' holds more text than can be read ({limit} MB). Split it and upload the parts."
    ),
    "rows_lost": mark(
        "Sheet '{sheet}': the file has {expected} filled rows, but only {found} could be "
        "read. Nothing was stored. Open the file in Excel, save it under a new name and upload that."
    ),
    "cells_lost": mark(
        "Sheet '{sheet}': the file has {expected} filled cells, but {found} were read. "
        "Nothing was stored. Open the file in Excel, save it under a new name and upload that."
    ),
    "no_data": mark("No sheet of the file has any data. Check that you chose the right file."),
    "timeout": mark(
        "Reading the file took longer than {seconds} seconds and was stopped. Split it and upload the parts."
    ),
    "busy": mark("Other files are being read just now. Please upload again in a minute."),
    "out_of_memory": mark(
        "The file needs more memory to read than there is. Split it, or copy your data "
        "into a new workbook, and upload again."
    ),
    "encoding": mark(
        "Line {line}: these are not readable letters. Save the file as 'CSV UTF-8' or as an "
        "Excel workbook (.xlsx), and upload again."
    ),
    "csv_quote": mark(
        "Line {line}: a quotation mark is opened and never closed, or stands in the middle of "
        "a value. Correct the line, or save the table as an Excel workbook (.xlsx), and upload again."
    ),
    "csv_ragged": mark(
        "Line {line} has {found} values, but the table has {expected} columns. A comma "
        "inside a value must stand between quotation marks. Correct the line and upload again."
    ),
    "chat_date": mark(
        "Line {line} of the chat begins with {found}, which is no date. Export the chat again, and upload that file."
    ),
}

NOTES: dict[str, str] = {
    "hidden_sheet": mark("Sheet '{sheet}' is hidden."),
    "hidden_rows": mark(
        "Hidden rows in sheet '{sheet}': {count}. They were read like the others; delete them if they should not count."
    ),
    "hidden_columns": mark("Hidden columns in sheet '{sheet}': {columns}. They were left out."),
    "external_links": mark("The workbook refers to other files. Their values are taken as Excel last saved them."),
    "connections": mark("The workbook fetches data from elsewhere. Its values are taken as Excel last saved them."),
    "embedded_files": mark("The workbook contains other files. They are not read."),
    "macro_ignored": mark("The workbook contains macros. They are never run; only the cells are read."),
    "sheet_skipped": mark("'{sheet}' is a {type}, not a sheet of cells, and is not read."),
    "sheet_repaired": mark(
        "Sheet '{sheet}' is written in an unusual way. All its cells were read; please check the preview."
    ),
    "control_characters": mark("{count} invisible control characters were removed from the text."),
    "dates_1904": mark("The workbook counts its dates from 1904; they were read so."),
    "not_counted_twice": mark(
        "In a file of the kind {kind} error cells (#REF!) and percent formats cannot "
        "be told apart from empty cells and plain numbers. An .xlsx file is safer."
    ),
    "encoding_guessed": mark(
        "The file is not in UTF-8; it was read as {encoding}. Please check the accents in the preview."
    ),
    "chat_read": mark(
        "An exported chat: {count} messages were read as feedback, with date and words. Names and numbers of those who "
        "wrote were not read. Left out: {left_out} lines (pictures, deleted messages, lines of the program itself)."
    ),
    "chat_day_first": mark(
        "Dates of the chat such as {found} were read with the day first ({date}), as is usual in Indonesia. "
        "Please check the dates in the preview."
    ),
    "short_rows": mark(
        "{count} rows have fewer values than the table has columns (first: line {line}). The missing ones are empty."
    ),
}


class Refused(Exception):  # noqa: N818  # what happened, in the user's words, not an error of ours
    """The one exception out of the reading: the file is not taken.

    `code` is a key of `SENTENCES`; `params` fills the braces of its sentence. Both are safe to log.
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params: dict[str, object] = params
        super().__init__(code, params)

    def __str__(self) -> str:
        return SENTENCES[self.code].format_map(_Known(self.params))


class _Known(dict[str, object]):
    """Leaves a brace without a value as a question mark: a sentence with a gap beats a traceback."""

    def __missing__(self, key: str) -> str:
        return "?"
