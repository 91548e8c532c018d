"""Rows whose every figure is a predicate, such as BB or WTP: there is nothing to count, and the others are read."""

from data import numbers
from data.layouts.table import Table
from data.problems import WARNS
from definitions.fold import fold
from definitions.layouts import layout_words


def leave_out(table: Table) -> None:
    """Take the rows of predicates out, each by name. One with a figure beside its letters stays, and stops."""
    kept = []
    for row in table.rows.rows:
        cells = [(each.column, value) for each in table.roles.figures
                 if (value := table.grid.value(row.at, each.column)) is not None]  # fmt: skip
        said = [(column, value) for column, value in cells if not (isinstance(value, str) and numbers.mark(value))]
        if said and all(map(_is_predicate, (value for _, value in said))):
            found = ", ".join(f"'{value}'" for value in dict.fromkeys(value for _, value in said))
            table.report("predicate_row", WARNS, at=row.at, column=said[0][0], found=found,
                         name=row.name.text if row.name else "–")  # fmt: skip
        else:
            kept.append(row)
    table.rows.rows = kept


def _is_predicate(value: object) -> bool:
    return isinstance(value, str) and fold(value) in layout_words().words("rows", "predicate")
