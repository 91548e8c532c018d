"""A table as a layout sees it: where it stands, what its columns and rows are, and what is said around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data import numbers
from data.layouts.blocks import Block
from data.layouts.context import Stated
from data.layouts.grid import Grid
from data.layouts.group_columns import group_told, read_columns
from data.layouts.labels import LabelReader
from data.layouts.roles import Figure, Roles
from data.layouts.rows import Row, Rows, Told
from data.problems import STOPS, WARNS, Problem, Question
from data.reading import address, column_letters
from data.recognised import NO_MAPPING, SheetMapping
from definitions.place_levels import as_written, rank


@dataclass
class Table:
    """One table of a sheet."""

    grid: Grid
    block: Block
    roles: Roles
    rows: Rows
    reader: LabelReader
    said: Mapping[str, Stated]
    mapping: SheetMapping = NO_MAPPING
    problems: list[Problem] = field(default_factory=list)
    codes: dict[tuple[str, str], str] = field(default_factory=dict)
    """(code, name) as written → the indicator's code."""
    cache: dict[tuple[int, str], Told | None] = field(default_factory=dict)
    blank: int = 0
    """Cells of results that hold nothing."""
    life: dict[str, int] = field(default_factory=dict)
    """Code → position of a row `Life of program`, whose target is the final one; its column is in `roles`."""
    achieved_rows: str | None = None
    """What rows called `Capaian` hold: `result`, or None where they are left out."""
    repeated: dict[int, set[tuple]] = field(default_factory=dict)
    """Column → the units whose rows all hold the same amount in it, see `dating.repeats`."""
    undated: set[int] = field(default_factory=set)
    """Columns of which it has been said that nothing tells their period."""
    summed: list[int] = field(default_factory=list)
    """Positions of rows of totals over the periods of the rows above: they tell how these join."""
    asks_of_each: bool = False
    """Whether somebody is asked of each unknown indicator by itself, so that K1 is no slip for a known code."""
    speaking: dict[tuple[str, str], int] | None = None
    """See `restating.speaking`."""
    header_unit: tuple[str, int] | None = None
    """The unit that stands behind the kinds of figures, and the column of a header that says it: `Target (orang)`."""

    def told(self, row: Row, key: str) -> Told | None:
        """As `_said`, looked up once for each row."""
        if (row.at, key) not in self.cache:
            self.cache[row.at, key] = self._said(row, key)
        return self.cache[row.at, key]

    def _said(self, row: Row, key: str) -> Told | None:
        """What is said of a row's field: by its own or the merged cell, by a section, or around the table."""
        column = self.roles.fields.get(key)
        if key == "place" and column is not None:
            return self._place(row, self.roles.twins.get(key, [column])) or self._around(row, key)
        if key == "group" and column is not None:
            own = None if key in row.told else group_told(self.grid, self.reader, row, self.group_columns)
            return own or self._around(row, key)
        if column is not None and (text := self.grid.header_text(row.at, column)):
            return Told(text, row.at, column)
        return self._around(row, key)

    @cached_property
    def group_columns(self) -> dict[int, str]:
        """Column → header of those that tell together of which people a row is."""
        columns = self.roles.twins.get("group", [self.roles.fields["group"]])
        headers = {column: self.block.paths[column][-1] for column in columns}
        return read_columns(self.grid, self.reader, headers, self.rows.rows)

    def _place(self, row: Row, columns: list[int]) -> Told | None:
        """The finest of several columns of places that the row fills."""
        texts = ((self.grid.header_text(row.at, column), column) for column in columns)
        return next((Told(as_written(text, self.block.paths[column][-1]), row.at, column)
                     for text, column in texts if text), None)  # fmt: skip

    def beside_place(self, row: Row) -> str | None:
        """The names in the other columns of places, else that of the section: they tell villages of one name, and
        systems of codes, apart."""
        told, columns = self.told(row, "place"), self.roles.twins.get("place", [])
        texts = [as_written(self.grid.header_text(row.at, column), self.block.paths[column][-1])
                 for column in columns if told and column != told.column]  # fmt: skip
        section = row.told.get("place")
        texts += [section.text] if section and told and told.at == row.at and section.text != told.text else []
        return next((text for text in texts if text), None)

    def place_code(self, row: Row) -> Told | None:
        """The code of the row's place, where it stands in another column than the place itself."""
        told, columns = self.told(row, "place"), self.roles.twins.get("place", [])
        cells = ((self.grid.header_text(row.at, column), column) for column in columns
                 if told and column != told.column)  # fmt: skip
        return next((Told(text, row.at, column) for text, column in cells if text[:1].isdigit()), None)

    def wider_places(self, row: Row) -> list[str]:
        """The names of the places around a row's own: in columns of wider places, where a blank cell goes on with what
        stands above it, and in the section it stands in."""
        told, columns = self.told(row, "place"), self.roles.twins.get("place", [])
        if told is None:
            return []
        own = rank(self.block.paths[told.column][-1]) if told.column in columns else -1
        texts = [as_written(self._above(row.at, column), self.block.paths[column][-1])
                 for column in columns if rank(self.block.paths[column][-1]) < own]  # fmt: skip
        texts += [row.told["place"].text] if "place" in row.told and told.at == row.at else []
        return [text for text in texts if text and text != told.text]

    def _above(self, at: int, column: int) -> str:
        """The text of a cell, or of the nearest one above it that has any, down to the header."""
        above = (self.grid.text(near, column) for near in range(at, self.block.first - 1, -1))
        return next((text for text in above if text), "")

    def _around(self, row: Row, key: str) -> Told | None:
        if key in row.told:
            return row.told[key]
        around = self.said.get(key)
        return Told(around.text, around.at, around.column) if around else None

    def of_indicator(self, row: Row, key: str) -> Told | None:
        """As `told`, in the row that names the indicator."""
        column = self.roles.fields.get(key)
        at = row.name.at if row.name else row.at
        if column is not None and (text := self.grid.header_text(at, column)):
            return Told(text, at, column)
        if key == "unit" and self.header_unit:
            text, column = self.header_unit
            return Told(text, self.block.header_cells[column], column)
        return None

    def report(
        self,
        code: str,
        severity: str = STOPS,
        *,
        at: int = -1,
        column: int = -1,
        header: str | None = None,
        repair: str | None = None,
        question: Question | None = None,
        **params: object,
    ) -> None:
        """A problem at a cell of the table, or at the sheet."""
        cell = address(self.grid.rows[at], column) if at >= 0 and column >= 0 else None
        self.problems.append(Problem(code, severity, self.grid.sheet.name, cell, header, params, repair, question))

    @cached_property
    def _likely_sign(self) -> str | None:
        """The decimal sign that the texts of all figures prove together; None where they prove none, or two."""
        columns = {figure.column for figure in (*self.roles.figures, *self.roles.totals)}
        columns |= {self.roles.fields[key] for key in ("baseline", "final_target") if key in self.roles.fields}
        cells = (self.grid.value(row.at, column) for row in self.rows.rows for column in columns)
        return numbers.decimal_sign(cell for cell in cells if isinstance(cell, str) and numbers.mark(cell) is None)

    def warn_each(self, code: str, told: list[Told]) -> None:
        for each in told:
            self.report(code, WARNS, at=each.at, column=each.column, found=each.text[:60])

    def samples(self, figure: Figure, most: int = 3) -> str:
        """Up to three values of a column as they stand, for a question."""
        texts = [self.grid.text(row.at, figure.column) for row in self.rows.rows]
        return ", ".join(f"'{text}'" for text in [text for text in texts if text][:most])

    def letters(self, figure: Figure) -> str:
        return column_letters(figure.column)

    def amount(self, at: int, column: int) -> float | None:
        """The number in a cell, when it is one without any doubt, or with the sign that the table's other texts prove:
        enough to tell how figures join, and never what is stored."""
        value = self.grid.value(at, column)
        if isinstance(value, str) and numbers.mark(value) is None:
            sign = numbers.decimal_sign([value]) or self._likely_sign
            read = None if sign is None and numbers.is_ambiguous(value) else numbers.number(value, sign or ",")
            return read.value if read else None
        return value if isinstance(value, float) and not isinstance(value, bool) else None
