"""A sheet that only feeds a chart: it says of no period, and repeats row by row what another sheet says of one."""

from collections.abc import Sequence

from data.reading import Sheet
from definitions.fold import fold

_MOST_ROWS = 1_000  # what is longer feeds no chart
_LEAST = 2  # rows of figures


def repeated_from(sheet: Sheet, others: Sequence[Sheet]) -> str | None:
    """The name of the sheet that has every row of figures of this one: the same name, and all of its figures."""
    own = _rows(sheet)
    if len(own) < _LEAST or not all(names for names, _ in own):
        return None
    return next((other.name for other in others if other is not sheet and _holds(_rows(other), own)), None)


def _holds(there: Sequence[tuple[set[str], set[float]]], own: Sequence[tuple[set[str], set[float]]]) -> bool:
    return all(any(names & told and figures <= given for told, given in there) for names, figures in own)


def _rows(sheet: Sheet) -> list[tuple[set[str], set[float]]]:
    """The texts and the numbers of every row that has a number."""
    found = []
    for _, cells in sheet.rows(0, _MOST_ROWS) if sheet.n_rows <= _MOST_ROWS else ():
        texts = {folded for value in cells.values() if isinstance(value, str) and len(folded := fold(value)) > 1}
        figures = {float(value) for value in cells.values()
                   if isinstance(value, (int, float)) and not isinstance(value, bool)}  # fmt: skip
        if figures:
            found.append((texts, figures))
    return found
