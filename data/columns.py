"""Columns of cells into columns of values. Each distinct text is read once, so a long sheet costs little more."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from data import numbers, periods
from data.problems import STOPS, WARNS, Problem, Question
from data.reading import column_letters
from data.recognise import Recognised
from definitions.fold import fold, visible
from definitions.vocabulary import Column, vocabulary

Arrays = dict[str, pa.Array]
ASKED = "asked"  # reported once for its column, not cell by cell
_TAG = "\x1f"
_WORDED = ("value", "baseline", "target")  # figures that may be a yes or a no
_DIMENSIONS = {"jenis kelamin": "sex", "jk": "sex", "gender": "sex", "umur": "age", "usia": "age"}


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
        """The cells of one type (n, t, d, b, e, p, f) of a column, None where it has none."""
        name = f"{letter}{index}"
        return self.table.column(name).combine_chunks() if name in self.table.column_names else None

    def report(self, rows: Iterable[int], key: str, code: str, severity: str = STOPS,
               repair: str | None = None, question: Question | None = None, **params: object) -> None:  # fmt: skip
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
    repair: str | None = None
    severity: str = STOPS
    kept: object = None


def plain_number(value: float) -> str:
    """1200.0 → '1200', 33.22 → '33.22': as the cell shows it."""
    return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)


def texts(body: Body, index: int) -> pa.Array:
    """The cells of a column as text, trimmed; null where empty. Error cells are null (see `error_cells`)."""
    length = body.table.num_rows
    joined = body.part("t", index)
    parts = [] if joined is None else [joined]
    if (found := body.part("n", index)) is not None:
        encoded = found.dictionary_encode()
        shown = pa.array([plain_number(value) for value in encoded.dictionary.to_pylist()], pa.string())
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
            shown = {"found": visible(encoded.dictionary[number].as_py().rpartition(_TAG)[2])} | entry.params
            body.report(warned, key, entry.code, entry.severity, entry.repair, **shown)
    return encoded.indices, [entry.kept if isinstance(entry, Bad) else entry for entry in found]


def _spread(indices: pa.Array, values: Sequence, kind: pa.DataType) -> pa.Array:
    return pa.array(values, kind).take(indices)


def number_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of figures: value, whether it was a percentage (value is then a fraction), mark, and yes/no words."""
    key, length = column.key, body.table.num_rows
    error_cells(body, index, key)
    figures = body.part("n", index)
    percent = body.part("p", index)
    if figures is None:
        figures = pa.nulls(length, pa.float64())
    is_percent = pc.fill_null(percent, False) if percent is not None else _constant(
        body.recognised.sheet.formats.get(index) == "percent", length)  # fmt: skip
    arrays = {key: figures, f"{key}_is_percent": is_percent,
              f"{key}_mark": pa.nulls(length, pa.string()), f"{key}_word": pa.nulls(length, pa.float64())}  # fmt: skip
    for letter in ("d", "b"):
        odd = body.part(letter, index)
        if odd is not None and letter == "d":
            for row, day in zip(body.row_numbers.to_pylist(), odd.to_pylist(), strict=True):
                if day is not None:
                    body.report([row], key, "not_a_number", found=f"{day:%d/%m/%Y}")
        elif odd is not None:
            arrays[f"{key}_word"] = pc.cast(odd, pa.float64())
    written = body.part("t", index)
    if written is None or written.null_count == length:
        return arrays
    return arrays | _written_numbers(body, key, written, arrays)


def _constant(value: bool, length: int) -> pa.Array:
    return pa.repeat(pa.scalar(value), length)


def _written_numbers(body: Body, key: str, written: pa.Array, arrays: Arrays) -> Arrays:
    """Figures typed as text. Which sign is the decimal one is decided for the whole column."""
    blanked = pc.utf8_trim_whitespace(written)
    cells = pc.if_else(pc.equal(blanked, ""), pa.scalar(None, pa.string()), blanked)
    indices, found = _figure_texts(body, key, cells)
    figures = [entry if isinstance(entry, numbers.Number) else None for entry in found]
    value = _spread(indices, [figure and figure.value / (100 if figure.is_percent else 1) for figure in figures],
                    pa.float64())  # fmt: skip
    percent = _spread(indices, [figure is not None and figure.is_percent for figure in figures], pa.bool_())
    marks = _spread(indices, [entry.meaning if isinstance(entry, numbers.Mark) else None for entry in found],
                    pa.string())  # fmt: skip
    words = _spread(indices, [entry if isinstance(entry, float) else None for entry in found], pa.float64())
    return {
        key: pc.coalesce(arrays[key], value),
        f"{key}_is_percent": pc.coalesce(percent, arrays[f"{key}_is_percent"]),
        f"{key}_mark": marks,
        f"{key}_word": pc.coalesce(arrays[f"{key}_word"], words),
    }


def _figure_texts(body: Body, key: str, cells: pa.Array) -> tuple[pa.Array, list]:
    """Figures typed as text, by column of the user's sheet: which row holds which of what was read."""
    columns = _source_columns(body, key)
    signs = {column: _sign_of(body, column, texts) for column, texts in _by_column(columns, cells)}
    likely = next((sign for sign, _ in signs.values() if sign), None)
    tagged = pc.binary_join_element_wise(pc.cast(columns, pa.string()), cells, _TAG)

    def read(text: str) -> object:
        column, _, figure = text.partition(_TAG)
        return _figure(figure, signs[int(column)][0], key in _WORDED)

    for column, texts in _by_column(columns, cells):
        _speak_of_signs(body, key, pc.equal(columns, column), column, texts, signs[column], likely)
    return read_distinct(body, key, tagged, read)


def _source_columns(body: Body, key: str) -> pa.Array:
    """The column of the user's sheet that each row's figure stands in."""
    recognised = body.recognised
    if recognised.origins is None:
        return pa.repeat(pa.scalar(recognised.columns[key]), body.table.num_rows)
    return pa.array(recognised.origins.fields[key].columns[body.row_numbers.to_numpy() - 1].astype("int64"))


def _by_column(columns: pa.Array, cells: pa.Array) -> list[tuple[int, list[str]]]:
    """Each column with its distinct texts."""
    found = []
    for column in pc.unique(columns).to_pylist():
        own = pc.unique(cells.filter(pc.equal(columns, column))) if len(pc.unique(columns)) > 1 else pc.unique(cells)
        found.append((column, [text for text in own.to_pylist() if text is not None]))
    return found


def _sign_of(body: Body, column: int, texts: Sequence[str]) -> tuple[str | None, str]:
    """The decimal sign of a column and the text that proves it; where nothing proves one, the sign somebody has chosen.

    A choice may be an older one, kept for files of this shape: it must not overrule what this file shows.
    """
    given = body.recognised.decimals
    figures = [text for text in texts if numbers.mark(text) is None]
    sign = numbers.decimal_sign(figures)
    if sign is None and (chosen := given.get(column, given.get(-1))):
        return chosen, ""
    return sign, next((text for text in figures if numbers.decimal_sign([text]) == sign), "") if sign else ""


def _speak_of_signs(
    body: Body, key: str, rows: pa.Array, column: int, texts: Sequence[str], sign: tuple[str | None, str],
    likely: str | None,
) -> None:  # fmt: skip
    """Ask once for a column whose sign nothing proves, and show the proof where one settled a doubt.

    `likely` is the sign that another column of the table proves: a proposal, no more.
    """
    doubtful = [text for text in texts if numbers.mark(text) is None and numbers.is_ambiguous(text)]
    if not doubtful or not (sign[0] is None or sign[1]):
        return
    letters = column_letters(column)
    at = body.rows_where(pc.and_(rows, pc.is_in(_texts_of(body, key), pa.array(doubtful, pa.string()))))
    if sign[0]:
        body.report(at[:1], key, "decimal_shown", WARNS, letters=letters, found=sign[1], expected=doubtful[0],
                    read=plain_number(numbers.number(doubtful[0], sign[0]).value))  # fmt: skip
        return
    readings = [numbers.number(doubtful[0], decimal) for decimal in ((",", ".") if "." in doubtful[0] else (".", ","))]
    whole, parts = (plain_number(reading.value) if reading else "?" for reading in readings)
    body.told.update(dict.fromkeys(at, True))
    samples = ", ".join(f"'{visible(text)}'" for text in doubtful[1:3])
    question = Question("decimal", letters, (",", "."), likely or ("," if "." in doubtful[0] else "."))
    body.report(at[:1], key, "ambiguous_number", found=visible(doubtful[0]), thousands=whole, decimals=parts,
                letters=letters, samples=samples or "–", count=len(at), question=question)  # fmt: skip


def _texts_of(body: Body, key: str) -> pa.Array:
    written = body.part("t", body.recognised.columns[key])
    return pc.utf8_trim_whitespace(written)


def _figure(text: str, sign: str | None, is_worded: bool = True) -> numbers.Number | numbers.Mark | float | Bad:
    if (meaning := numbers.mark(text)) is not None:
        return meaning
    is_word = is_worded and not any(sign.isdigit() for sign in text)
    if is_word and (answer := vocabulary().answer("yes_no", text)) is not None:
        return 1.0 if answer.key == "yes" else 0.0
    if sign is None and numbers.is_ambiguous(text):
        return Bad("ambiguous_number", severity=ASKED)
    own = numbers.decimal_sign([text])  # a figure that can be read in one way only is read so, whatever its column says
    read = numbers.number(text, own or sign or ",")
    if read and numbers.without_footnote(text) != text.strip():
        return Bad("footnote", {"expected": plain_number(read.value)}, severity=WARNS, kept=read)
    return read or Bad("not_a_number", repair=_offer(text, sign))


def _offer(text: str, sign: str | None) -> str | None:
    """The figure inside `1.200 org`, when it can be read in one way only."""
    bare = "".join(part for part in visible(text).split() if part[:1].isdigit() or part[:1] in "-+")
    if not bare or (sign is None and numbers.is_ambiguous(bare)):
        return plain_number(found.value) if bare and (found := numbers.number(bare, ",")) else None
    found = numbers.number(bare, sign or numbers.decimal_sign([bare]) or ",")
    return plain_number(found.value) if found else None


def date_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of dates; day comes first. A bare year is its first day for a start and its last day for an end."""
    error_cells(body, index, column.key)
    ends = column.key.endswith("end") or column.key == "target_date"
    indices, found = read_distinct(body, column.key, texts(body, index), lambda text: _date(text, ends))
    return {column.key: _spread(indices, found, pa.date32())}


def _date(text: str, ends: bool) -> date | Bad | None:
    if numbers.mark(text):
        return None
    read = periods.period(text)
    return Bad("not_a_date") if read is None else read.end if ends else read.start


def period_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of periods: key, kind, first and last day."""
    error_cells(body, index, column.key)
    takes_totals = body.recognised.words.key in ("results", "targets")
    indices, found = read_distinct(body, column.key, texts(body, index), lambda text: _period(text, takes_totals))
    read = [entry[0] if entry else None for entry in found]
    return {
        "period_is_total": _spread(indices, [bool(entry and entry[1]) for entry in found], pa.bool_()),
        "period": _spread(indices, [entry and entry.key for entry in read], pa.string()),
        "period_kind": _spread(indices, [entry and entry.kind for entry in read], pa.string()),
        "period_start": _spread(indices, [entry and entry.start for entry in read], pa.date32()),
        "period_end": _spread(indices, [entry and entry.end for entry in read], pa.date32()),
    }


def _period(text: str, takes_totals: bool) -> tuple[periods.Period, bool] | Bad:
    """The period, and whether its figure runs from the start to its end (`s.d. TW II 2025`)."""
    until = periods.to_date(text)
    found = periods.period(text if until is None else until)
    if until is not None and (found is None or not takes_totals):
        return Bad("running_total_period")
    if found is None:
        return Bad("no_year" if periods.part(text) else "not_a_period")
    read = (found, until is not None)
    return Bad("fiscal_year", {"expected": found.key}, severity=WARNS, kept=read) if periods.is_fiscal(text) else read


def choice_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of fixed answers, by their keys; `choices` holds several, joined by semicolons."""
    error_cells(body, index, column.key)
    answers = vocabulary().choices[column.choices or "yes_no"]

    def read(text: str) -> str | Bad | None:
        parts = [text]
        if column.kind == "choices":
            parts = [part for part in text.replace(",", ";").split(";") if part.strip()]
        found = [vocabulary().answer(column.choices or "yes_no", part) for part in parts]
        if None in found:
            return Bad("not_an_answer", {"expected": answers})
        return ";".join(answer.key for answer in found if answer)

    indices, found = read_distinct(body, column.key, texts(body, index), read)
    return {column.key: _spread(indices, found, pa.string())}


def yes_no_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of yes and no, as booleans."""
    error_cells(body, index, column.key)

    def read(text: str) -> bool | Bad | None:
        if (answer := vocabulary().answer("yes_no", text)) is not None:
            return answer.key == "yes"
        return None if numbers.mark(text) else Bad("not_yes_no")

    indices, found = read_distinct(body, column.key, texts(body, index), read)
    return {column.key: _spread(indices, found, pa.bool_())}


def group_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of groups in one form: `age=18-24;sex=f`, dimensions in order."""
    error_cells(body, index, column.key)
    indices, found = read_distinct(body, column.key, texts(body, index), group)
    return {column.key: _spread(indices, found, pa.string())}


def group(text: str) -> str | Bad | None:
    """The stored form of a group: `Umur=18-24; sex=P` → `age=18-24;sex=f`; a lone `perempuan` → `sex=f`."""
    if fold(text) in ("total", "semua", "all", "jumlah"):
        return None
    parts = []
    for part in visible(text).replace(",", ";").split(";"):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals:
            name, value = "sex", name
            if vocabulary().answer("sex", value) is None:
                return Bad("not_a_group", severity=WARNS, kept=visible(text))
        name = _DIMENSIONS.get(fold(name), name.casefold())
        answer = vocabulary().answer("sex", value) if name == "sex" else None
        parts.append(f"{name}={answer.key if answer else value}")
    return ";".join(sorted(parts))


def text_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of free text, codes or names."""
    error_cells(body, index, column.key)
    return {column.key: texts(body, index)}


Reader = Callable[[Body, Column, int], Arrays]
READERS: dict[str, Reader] = {
    "number": number_column, "date": date_column, "period": period_column, "choice": choice_column,
    "choices": choice_column, "yes_no": yes_no_column, "group": group_column, "place": text_column,
    "code": text_column, "name": text_column, "text": text_column,
}  # fmt: skip
NO_COLUMN: dict[str, dict[str, pa.DataType]] = {
    "number": {"": pa.float64(), "_is_percent": pa.bool_(), "_mark": pa.string(), "_word": pa.float64()},
    "date": {"": pa.date32()}, "yes_no": {"": pa.bool_()},
}  # fmt: skip


def values(body: Body, readers: Mapping[str, Reader] | None = None) -> pa.Table:
    """The body as one typed table: row_number and every field of the sheet, null where the file has no such column.

    `readers` goes before READERS, by kind.
    """
    arrays: Arrays = {"row_number": body.row_numbers}
    for column in body.recognised.words.columns:
        index = body.recognised.columns.get(column.key)
        if index is not None:
            arrays |= (readers or READERS).get(column.kind, READERS[column.kind])(body, column, index)
        elif column.kind != "period":
            for suffix, kind in NO_COLUMN.get(column.kind, {"": pa.string()}).items():
                arrays[column.key + suffix] = pa.nulls(body.table.num_rows, kind)
    return pa.table(arrays)
