"""A table as a block of a document."""

from collections.abc import Sequence
from typing import Any

Block = dict[str, Any]


def table(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[Any]], align: str, widths: Sequence[int]
) -> Block:
    """A table. A cell is a text, or {text, code} for the name of an indicator.

    `align`: l or r for each column. `widths`: shares of the page's width.
    """
    cells = [[cell if isinstance(cell, dict) else {"text": str(cell), "code": ""} for cell in row] for row in rows]
    return {"kind": "table", "caption": caption, "head": list(header), "rows": cells, "align": list(align),
            "widths": list(widths)}  # fmt: skip
