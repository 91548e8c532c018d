"""An untrusted spreadsheet file → typed sheets, read in a child process under limits."""

from data.reading.intake import close, read_workbook, warm
from data.reading.refusals import NOTES, SENTENCES, Refused
from data.reading.sheets import CellError, Note, Sheet, Value, Workbook, address, column_letters, position

__all__ = [
    "NOTES", "SENTENCES", "CellError", "Note", "Refused", "Sheet", "Value", "Workbook",
    "address", "close", "column_letters", "position", "read_workbook", "warm",
]  # fmt: skip
