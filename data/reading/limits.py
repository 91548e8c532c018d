"""What a file may cost: every limit of the reading, with its unit. The refusals quote these figures to the user."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

FILE_BYTES = 150 * MEGABYTE
"""Largest file taken at all."""

PART_BYTES = 1200 * MEGABYTE
"""Largest unpacked part of an archive; a million rows of ten columns unpack to about 500 MB."""

SMALL_PART_BYTES = 64 * MEGABYTE
"""Largest unpacked part that is read as a tree (workbook, styles, relations, a sheet without its cells)."""

STRINGS_BYTES = 300 * MEGABYTE
"""Largest unpacked table of shared strings."""

RATIO = 150
"""Unpacked to packed size of one part; honest sheets stay under 60."""

RATIO_FREE_BYTES = 16 * MEGABYTE
"""Parts smaller than this are never refused for their ratio."""

REWRITTEN_BYTES = 256 * MEGABYTE
"""Largest sheet XML that the slow, forgiving path takes."""

MEMBERS = 10_000
SHEETS = 256
COLUMNS = 2_000
ROWS = 1_048_576
SHEET_COLUMNS = 16_384
"""The last column a spreadsheet can have (XFD); behind it a reference is not honest."""

TABLE_SLOTS = 60_000_000
"""Rows times typed columns of one sheet."""

SPARSE_FILL = 0.001
"""A range that is filled less than this is called sparse, and the user is shown the stray cell."""

TEXT_CHARACTERS = 32_767
"""Longest text of one cell, as in Excel."""

TEXT_BYTES = 512 * MEGABYTE
"""All the text of one sheet, every use of a shared string counted."""

MERGED_RANGES = 20_000

MEMORY_BYTES = 2_500 * MEGABYTE
"""Address space of the child."""

SECONDS = 15.0
SECONDS_PER_MEGABYTE = 0.75
SECONDS_AT_MOST = 60.0
CHILDREN = 2
"""Children at work at once; further uploads wait their turn."""

QUEUE_SECONDS = 60.0


def seconds_for(file_bytes: int) -> float:
    """Wall-clock seconds that a file of this size may take: an honest million rows needs more than a letter."""
    return min(SECONDS + SECONDS_PER_MEGABYTE * file_bytes / MEGABYTE, SECONDS_AT_MOST)
