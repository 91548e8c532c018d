"""What each row below a header is: a row of an indicator, a section that speaks for the rows below, a total, a note."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from data import numbers
from data.layouts.blocks import Block, is_number_row
from data.layouts.grid import Grid
from data.layouts.group_rows import BULLET, GroupRows, is_sum, names_dimension
from data.layouts.labels import LabelReader
from data.layouts.roles import Roles
from data.layouts.section_periods import periods_said
from definitions.fold import fold
from definitions.layouts import layout_words

_COLON = re.compile(r"^(?P<name>[^:]{2,30}):\s*(?P<value>.+)$")
_SUM_SIGNS = ("Σ", "∑")
_NUMBERED = re.compile(r"^(?:[a-z]|\d{1,2}|[ivx]{1,4})(?:(?:\s+|\s*\W\s*)(?:[a-z]|\d{1,2}|[ivx]{1,4}))*$")
"""What may follow a word of a total and name no indicator: `Sub-total A`, `Jumlah I + II`."""
_RECAP = re.compile(
    r"^\W*(?:[a-z0-9ivx]{1,4}[.)]\s+)?(?:totals?|jumlah|(?:rekap(?:itulasi)?|summary)\b.{0,40}?)"
    r"\s(?:per|menurut|berdasarkan|tiap|setiap|by|each)\s+\w",
    re.I,
)
"""`Total per desa` below the rows of a table: what follows is the sum of them."""
_CLOSING = ("total", "jumlah", "subtotal")
_UNITS = ("partner", "place", "group", "period", "year", "what")
_HEADINGS = ("number", "code", "name", "objective", "level", "programme", "partner", "place")


@dataclass(frozen=True)
class Told:
    """A text and the cell that says it: position in the grid and column."""

    text: str
    at: int
    column: int


@dataclass
class Row:
    """A row of an indicator, at position `at`. `name` is what names the indicator, with its cell (of another row where
    names are merged over rows); `told` holds what sections above it and its own bullets say."""

    at: int
    name: Told | None
    told: dict[str, Told] = field(default_factory=dict)


@dataclass
class Rows:
    """The rows of a table, and the positions of those that are left out, with what they say."""

    rows: list[Row] = field(default_factory=list)
    totals: list[Told] = field(default_factory=list)
    notes: list[Told] = field(default_factory=list)
    headings: list[Told] = field(default_factory=list)
    carried: dict[str, list[int]] = field(default_factory=dict)


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, grid: Grid, block: Block, roles: Roles, reader: LabelReader) -> None:
        self.grid, self.block, self.roles, self.reader = grid, block, roles, reader
        self.name = roles.fields.get("name", roles.fields.get("code", -1))
        self.figures = [figure.column for figure in (*roles.figures, *roles.totals)]
        self.units = [roles.fields[key] for key in _UNITS if key in roles.fields]
        self.marks = [
            roles.fields[key] for key in ("unit", "number", "code", "baseline", "final_target") if key in roles.fields
        ]
        own = [roles.fields[key] for key in ("number", "code") if key in roles.fields and key != "name"]
        own = [column for column in own if column != self.name]
        self.groups = {} if self.name in self.units or self.name < 0 else GroupRows(
            grid, block, reader, self.name, own, self.figures, roles.fields.get("unit")).groups  # fmt: skip
        self.header = roles.fields and self.block.paths.get(self.name, ("",))[-1]

    def rows(self) -> Rows:
        """Every row between the header and the end of the table."""
        found, context, summed, is_recap = Rows(), {}, False, False
        last_with_figures = self._last_with_figures()
        last_with_numbers = self._last_with_figures(self._has_numbers)
        for at in range(self.block.first, self.block.end):
            texts = self._texts(at)
            first = next(iter(texts.values()), None)
            has_figures = self._has_figures(at)
            if at > last_with_numbers and self._is_signed(at):
                found.notes.append(first or self._first_figure(at))
                continue
            if first is None and not self._has_numbers(at):
                if has_figures:
                    found.notes.append(self._first_figure(at))
                continue
            if is_number_row(self.grid, at) or (first and self.grid.text(at, self.name) == self.header):
                continue
            if first and not has_figures and self._stands_alone(at, texts):
                is_recap = bool(found.rows and _RECAP.match(first.text))
            if is_recap and first:
                found.totals.append(first)
            elif first and self._is_total(at, first):
                if parent := self._closed(at, found):
                    found.rows.append(Row(at, parent, dict(context)))
                    continue
                found.totals.append(first)
                summed = not has_figures and self._stands_alone(at, texts)
            elif summed and has_figures and self._is_told_again(at, found):
                found.totals.append(Told(self.grid.text(at, self.name), at, self.name))
            elif first and not has_figures and self._stands_alone(at, texts):
                told = max(texts.values(), key=lambda each: len(each.text))  # behind a number: `II` | `Outcome 1: …`
                if at > last_with_figures or is_note(told.text):
                    found.notes.append(told)
                else:
                    self._section(told, context, found)
                    summed = False
            else:
                summed = False
                self._row(at, context, found)
        return found

    def _closed(self, at: int, found: Rows) -> Told | None:
        """The indicator of which a total below its groups is the figure, where its own row is blank."""
        parts = list(itertools.takewhile(lambda row: row.at in self.groups, reversed(found.rows)))
        name = found.rows[-1].name if parts else None
        own = [row.at for row in found.rows if row.name is name and row.at not in self.groups]
        is_sum_of = is_sum(self.grid, at, [row.at for row in parts], self.figures)
        columns = [column for column in self.figures if self.grid.value(at, column) is not None]
        is_blank = all(self.grid.value(each, column) is None for each in own for column in columns)
        return name if is_sum_of and is_blank else None

    def _closes(self, at: int, first: Told, text: str) -> bool:
        """`Bantul Total` below rows of Bantul, as pivot tables write it."""
        name = next((text[: -len(word) - 1] for word in _CLOSING if text.endswith(" " + word)), "")
        above = range(at - 1, self.block.first - 1, -1)
        return bool(name) and any(fold(self.grid.text(near, first.column)) == name for near in above)

    def _is_told_again(self, at: int, found: Rows) -> bool:
        """Below the heading `Total`: an indicator that an earlier section has already told of."""
        name = fold(self.grid.text(at, self.name))
        return bool(name) and any(row.name and fold(row.name.text) == name for row in found.rows)

    def _texts(self, at: int) -> dict[int, Told]:
        """The texts of the columns that name a row, by column."""
        columns = [self.roles.fields[key] for key in _HEADINGS if key in self.roles.fields]
        columns = sorted({*columns, *(column for column in self.grid.columns if column <= self.name)})
        return {column: Told(text, at, column) for column in columns if (text := self.grid.text(at, column))}

    def _last_with_figures(self, holds: Callable[[int], bool] | None = None) -> int:
        below = range(self.block.end - 1, self.block.first - 1, -1)
        return next((at for at in below if (holds or self._has_figures)(at)), -1)

    def _is_signed(self, at: int) -> bool:
        """Words below the last figure without the name of an indicator: `Mengetahui,` … `Pelapor,`, and who signs."""
        texts = [self.grid.text(at, column) for column in self.figures]
        is_worded = any(texts) and all(numbers.mark(text) is None for text in texts if text)
        named = [self.name, *self.units, self.roles.fields.get("unit", self.name)]
        is_named = any(self.grid.header_text(at, column) for column in named)
        return is_worded and not is_named and not self._has_numbers(at)

    def _has_figures(self, at: int) -> bool:
        return any(self.grid.value(at, column) is not None for column in self.figures)

    def _has_numbers(self, at: int) -> bool:
        values = [self.grid.value(at, column) for column in self.figures]
        return any(
            isinstance(value, (int, float)) or (isinstance(value, str) and value.strip()[:1].isdigit())
            for value in values
        )

    def _first_figure(self, at: int) -> Told:
        return next(Told(text, at, column) for column in self.figures if (text := self.grid.text(at, column)))

    def _is_total(self, at: int, first: Told) -> bool:
        words, text = layout_words().words("rows", "total"), fold(first.text)
        word = next((word for word in words if text == word or text.startswith(word + " ")), None)
        if first.text.strip() in _SUM_SIGNS or self._closes(at, first, text):
            return True
        if word is None:
            return False
        rest = text[len(word) :].strip()
        if not rest or _NUMBERED.match(rest) or rest in layout_words().words("rows", "whole"):
            return True
        own_marks = [column for column in self.marks if column != first.column and self._is_usually_filled(column)]
        if own_marks:
            return not any(self.grid.value(at, column) is not None for column in own_marks)
        label = self.reader.label(rest)
        return bool(label.place or label.partner or rest in self.reader.known.programmes or level_of(rest))

    def _is_usually_filled(self, column: int) -> bool:
        """In more than half of the rows that have a name and a figure."""
        rows = [
            at
            for at in range(self.block.first, self.block.end)
            if self.grid.text(at, self.name) and self._has_figures(at)
        ]
        return sum(self.grid.value(at, column) is not None for at in rows) * 2 > len(rows)

    def _stands_alone(self, at: int, texts: dict[int, Told]) -> bool:
        """One text, perhaps behind a number or letter, and nothing in the columns that describe an indicator."""
        longer = [told for told in texts.values() if len(told.text) > 4 or told.column == self.name]
        described = [
            self.roles.fields[key]
            for key in ("unit", "baseline", "final_target", "direction")
            if key in self.roles.fields
        ]
        return len({told.text for told in longer}) <= 1 and not any(
            self.grid.value(at, column) is not None for column in described
        )

    def _section(self, told: Told, context: dict[str, Told], found: Rows) -> None:
        """A row that speaks for those below it: a level, a programme, a place, a partner or a period."""
        said = self._says(told.text, has_period="period" in context)
        for key, text in said:
            context[key] = Told(text, told.at, told.column)
        if not said:
            found.headings.append(told)

    def _says(self, text: str, has_period: bool) -> list[tuple[str, str]]:
        bare = BULLET.sub("", text).strip()
        if colon := _COLON.match(bare):
            name = layout_words().fields.get(fold(colon["name"]))
            if name in ("programme", "partner", "place", "period", "year", "level"):
                return [(name if name != "year" else "period", colon["value"].strip())]
        label = self.reader.label(bare)
        for key, told in (("partner", label.partner), ("place", label.place)):
            if told and label.is_plain:
                return [(key, told)]
        if when := periods_said(bare, self.reader, has_period):
            return [("period", when[0]), ("target_period", when[1])]
        folded = fold(bare)
        if folded in self.reader.known.programmes:
            return [("programme", bare)]
        if level := level_of(folded):
            return [("level", level)]
        words = folded.split()
        if len(words) > 1 and words[0] in ("program", "programme", "project", "proyek"):
            return [("programme", re.split(r"[\s:.\-–]+", bare, maxsplit=1)[1])]
        return []

    def _row(self, at: int, context: dict[str, Told], found: Rows) -> None:
        told = dict(context)
        name = self._name(at, found)
        if group := self._own_group(at, name, found):
            told["group"], name = group
            for key in ("place", "partner"):  # women of the village that stands above them
                if self.roles.fields.get(key) == self.name:
                    told[key] = name
        if name is None and not self._has_figures(at):
            return
        objective = self.roles.fields.get("objective")
        if objective is not None and (text := self._spread(at, objective)) and (level := level_of(fold(text))):
            told["level"] = Told(level, at, objective)
        found.rows.append(Row(at, name, told))

    def _name(self, at: int, found: Rows) -> Told | None:
        """The indicator of a row: its own cell, the merged one above, or the row above where only units differ."""
        if text := self.grid.text(at, self.name):
            return Told(text, at, self.name)
        merge = self.grid.merged_at.get((self.grid.rows[at], self.name))
        if merge and merge.top < self.grid.rows[at] and (above := self.grid.at_row.get(merge.top)) is not None:
            return Told(self.grid.text(above, self.name), above, self.name)
        is_numbered = any(
            self.grid.value(at, self.roles.fields[key]) is not None
            for key in ("number", "code")
            if key in self.roles.fields
        )
        if found.rows and not is_numbered and any(self.grid.value(at, column) is not None for column in self.units):
            if found.rows[-1].name:
                found.carried.setdefault("name", []).append(at)
            return found.rows[-1].name
        return None

    def _own_group(self, at: int, name: Told | None, found: Rows) -> tuple[Told, Told] | None:
        """`- Perempuan` below an indicator is a part of it: the group, and the indicator that stands above it; a
        heading without a figure, where no row of figures stands between."""
        if name is None or name.at != at:
            return None
        heading = next((each for each in reversed(found.headings) if not names_dimension(each.text)), None)
        last = found.rows[-1] if found.rows else None
        above = last.name if last else None
        parts = list(itertools.takewhile(lambda row: row in self.groups, range(at, self.block.end)))
        is_split = last is not None and is_sum(self.grid, last.at, parts, self.figures)  # below `Rincian:`
        if at in self.groups and heading and not is_split and heading.at > (last.at if last else -1):
            found.headings.remove(heading)
            above = heading
        group = self.groups.get(at) or self._labelled(name)
        return (Told(group, at, self.name), above) if group and above else None

    def _labelled(self, name: Told) -> str | None:
        label = self.reader.label(BULLET.sub("", name.text))
        return label.group if label.is_plain and not label.whats else None

    def _spread(self, at: int, column: int) -> str:
        """The text of a cell or of the merged range it lies in."""
        return self.grid.header_text(at, column)


def is_note(text: str) -> bool:
    """Whether a text alone in its row reads like a remark below a table."""
    folded = fold(text)
    starts = any(folded == word or folded.startswith(word + " ") for word in layout_words().words("rows", "note"))
    return text.startswith(("*", "†")) or (starts and (":" in text[:30] or len(text) > 30))


def level_of(folded: str) -> str | None:
    """The level that a section or objective begins with: `Output 1.2: …`."""
    levels = layout_words().levels
    words = folded.split()
    for length in (3, 2, 1):
        if len(words) >= length and (level := levels.get(" ".join(words[:length]))):
            return level
    return None
