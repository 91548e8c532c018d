"""The rows below a header, the problems met while reading them, and the reading of each distinct text once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from data import numbers
from data.problems import STOPS, Problem, Question
from data.recognised import Recognised
from definitions.fold import visible

Arrays = dict[str, pa.Array]
ASKED = "asked"  # reported once for its column, not cell by cell
TAG = "\x1f"
"""Before it: what a text is read with, such as its column; shown to nobody."""


@dataclass
class Body:
    """The rows below a recognised header, and the problems met while reading them."""

    recognised: Recognised
    table: pa.Table
    problems: list[Problem] = field(default_factory=list)
    told: dict[int, bool] = field(default_factory=dict)
    """Row numbers that a problem was reported for; True where it stops."""

    @property
    def row_numbers(self) -> pa.Array:
        return self.table.column("row_number").combine_chunks()

    def part(self, letter: str, index: int) -> pa.Array | None:
        """The cells of one type (n, t, d, b, e, p, f, h) of a column, None where it has none."""
        name = f"{letter}{index}"
        return self.table.column(name).combine_chunks() if name in self.table.column_names else None

    def report(
        self, rows: Iterable[int], key: str, code: str, severity: str = STOPS, repair: str | float | None = None,
        question: Question | None = None, **params: object,
    ) -> None:  # fmt: skip
        """One problem for each of these row numbers, at the field's cell."""
        for row in rows:
            self.told[row] = self.told.get(row, False) or severity == STOPS
            self.problems.append(Problem(code, severity, self.recognised.sheet.name, self.recognised.cell(row, key),
                                         self.recognised.header(key, row), params, repair, question))  # fmt: skip

    def rows_where(self, mask: pa.Array) -> list[int]:
        return self.row_numbers.filter(mask).to_pylist()


@dataclass(frozen=True)
class Bad:
    """A text that could not be read: the problem's code, its values, the proposal, and what is kept of it."""

    code: str
    params: dict[str, object] = field(default_factory=dict)
    repair: str | float | None = None
    severity: str = STOPS
    kept: object = None


def texts(body: Body, index: int) -> pa.Array:
    """The cells of a column as text, trimmed; null where empty. Error cells are null (see `error_cells`)."""
    length = body.table.num_rows
    joined = body.part("t", index)
    parts = [] if joined is None else [joined]
    if (found := body.part("n", index)) is not None:
        encoded = found.dictionary_encode()
        shown = pa.array([numbers.plain(value) for value in encoded.dictionary.to_pylist()], pa.string())
        parts.append(shown.take(encoded.indices))
    if (found := body.part("d", index)) is not None:
        parts.append(pc.strftime(found, format="%Y-%m-%d"))
    if (found := body.part("b", index)) is not None:
        parts.append(pc.if_else(found, "yes", "no"))
    if not parts:
        return pa.nulls(length, pa.string())
    whole = pc.utf8_trim_whitespace(pc.coalesce(*parts) if len(parts) > 1 else parts[0])
    return pc.if_else(pc.equal(whole, ""), pa.scalar(None, pa.string()), whole)


def error_cells(body: Body, index: int, key: str) -> None:
    """Report error cells and formulas that have no value."""
    errors = body.part("e", index)
    if errors is not None:
        for row, found in zip(body.row_numbers.to_pylist(), errors.to_pylist(), strict=True):
            if found is not None:
                body.report([row], key, "error_cell", found=found)
    uncalculated = body.part("f", index)
    if uncalculated is not None:
        body.report(body.rows_where(pc.fill_null(uncalculated, False)), key, "formula_without_value")


def read_distinct(body: Body, key: str, cells: pa.Array, read: Callable[[str], object | Bad]) -> tuple[pa.Array, list]:
    """Read each distinct text once.

    Returns:
        The index of each row into the list of what was read; unreadable texts stand in the list as None.
    """
    encoded = cells.dictionary_encode()
    found = [read(text) for text in encoded.dictionary.to_pylist()]
    for number, entry in enumerate(found):
        if isinstance(entry, Bad) and entry.severity != ASKED:
            rows = body.rows_where(pc.fill_null(pc.equal(encoded.indices, number), False))
            warned = rows if entry.severity == STOPS else rows[:1]
            shown = {"found": visible(encoded.dictionary[number].as_py().rpartition(TAG)[2])} | entry.params
            body.report(warned, key, entry.code, entry.severity, entry.repair, **shown)
    return encoded.indices, [entry.kept if isinstance(entry, Bad) else entry for entry in found]


def spread(indices: pa.Array, values: Sequence, kind: pa.DataType) -> pa.Array:
    """What was read, by the index of each row."""
    return pa.array(values, kind).take(indices)
