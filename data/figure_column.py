"""A column of figures: typed as numbers, or as texts whose decimal sign is decided for the whole column."""

import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data import numbers
from data.bodies import ASKED, TAG, Arrays, Bad, Body, error_cells, read_distinct, spread
from data.problems import WARNS, Question
from data.reading import column_letters
from definitions.fold import fold, visible
from definitions.vocabulary import Column, vocabulary

_WORDED = ("value", "baseline", "target")  # figures that may be a yes or a no
_OF_A_YEAR = re.compile(r"(?<=\d)\s*\(\s*(?:19|20)\d{2}\s*\)\s*$")  # `41 (2023)`: a baseline with its year
_TURNING = {"minus", "min", "negatif", "negative", "kurang", "rugi", "turun", "less", "-", "−", "–", "<", ">", "≤", "≥"}
"""Words and signs before a figure that make another one of it."""
_MULTIPLES = {"lusin", "kodi", "gros", "gross", "rim", "dozen", "dozens"}
"""Words behind a figure that make a multiple of it: 2 lusin are 24."""
_REVISED = re.compile(r"^(.*\d)\s?[re]$")
"""15,62r: a revised figure, 15,62e an estimated one, in the tables of the statistics office."""
_ABOUT = ("±", "≈", "~")


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
    _report_times(body, key, index, figures)
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


def _report_times(body: Body, key: str, index: int, figures: pa.Array) -> None:
    """`00:12` typed for twelve minutes is a part of a day to a spreadsheet: 0.0083, and no figure."""
    times = body.part("h", index)
    if times is None:
        return
    for row, value in zip(body.row_numbers.to_pylist(), pc.if_else(times, figures, None).to_pylist(), strict=True):
        if value is not None:
            minutes = round(value * 1440)
            body.report([row], key, "not_a_number", found=f"{minutes // 60:02d}:{minutes % 60:02d}")


def _constant(value: bool, length: int) -> pa.Array:
    return pa.repeat(pa.scalar(value), length)


def _written_numbers(body: Body, key: str, written: pa.Array, arrays: Arrays) -> Arrays:
    """Figures typed as text. Which sign is the decimal one is decided for the whole column."""
    blanked = pc.utf8_trim_whitespace(written)
    cells = pc.if_else(pc.equal(blanked, ""), pa.scalar(None, pa.string()), blanked)
    indices, found = _figure_texts(body, key, cells)
    figures = [entry if isinstance(entry, numbers.Number) else None for entry in found]
    value = spread(indices, [figure and figure.value / (100 if figure.is_percent else 1) for figure in figures],
                    pa.float64())  # fmt: skip
    percent = spread(indices, [figure is not None and figure.is_percent for figure in figures], pa.bool_())
    marks = spread(indices, [entry.meaning if isinstance(entry, numbers.Mark) else None for entry in found],
                    pa.string())  # fmt: skip
    words = spread(indices, [entry if isinstance(entry, float) else None for entry in found], pa.float64())
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
    answered = {column for column, texts in _by_column(columns, cells) if key in _WORDED and _are_answers(texts)}
    tagged = pc.binary_join_element_wise(pc.cast(columns, pa.string()), cells, TAG)

    def read(text: str) -> object:
        column, _, written = text.partition(TAG)
        if int(column) in answered and (answer := vocabulary().answer("yes_no", written)):
            return 1.0 if answer.key == "yes" else 0.0
        return figure(written, signs[int(column)][0], key in _WORDED)

    for column, texts in _by_column(columns, cells):
        _speak_of_signs(body, key, pc.equal(columns, column), column, texts, signs[column], likely)
    return read_distinct(body, key, tagged, read)


def _are_answers(texts: Sequence[str]) -> bool:
    """Whether a column holds nothing but yes and no: there `Belum` beside `Sudah` is a no, and not a missing figure."""
    answers = [vocabulary().answer("yes_no", text) for text in texts]
    return all(answers) and any(answer and answer.key == "yes" for answer in answers)


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
                    read=numbers.plain(numbers.number(doubtful[0], sign[0]).value))  # fmt: skip
        return
    readings = [numbers.number(doubtful[0], decimal) for decimal in ((",", ".") if "." in doubtful[0] else (".", ","))]
    whole, parts = (numbers.plain(reading.value) if reading else "?" for reading in readings)
    body.told.update(dict.fromkeys(at, True))
    samples = ", ".join(f"'{visible(text)}'" for text in doubtful[1:3])
    question = Question("decimal", letters, (",", "."), likely or ("," if "." in doubtful[0] else "."))
    body.report(at[:1], key, "ambiguous_number", found=visible(doubtful[0]), thousands=whole, letters=letters,
                decimals=parts if parts == "?" else float(parts), samples=samples or "–", count=len(at),
                question=question)  # fmt: skip


def _texts_of(body: Body, key: str) -> pa.Array:
    written = body.part("t", body.recognised.columns[key])
    return pc.utf8_trim_whitespace(written)


def figure(text: str, sign: str | None, is_worded: bool = True) -> numbers.Number | numbers.Mark | float | Bad:
    """What one text in a column of figures is, when `sign` is the column's decimal sign (None: nothing proves one).

    1.0 and 0.0 stand for a yes and a no, where such words may be (`is_worded`).
    """
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
        return Bad("footnote", {"expected": numbers.plain(read.value)}, severity=WARNS, kept=read)
    if read and visible(text).strip().startswith(_ABOUT):
        return Bad("about", {"expected": numbers.plain(read.value)}, severity=WARNS, kept=read)
    return read or Bad("not_a_number", repair=_offer(text, sign))


def _offer(text: str, sign: str | None) -> float | None:
    """The one figure inside `1.200 org`, else None: two figures are never run together, a sign is never lost.

    Where the text could be read in two ways, points are taken to group by three, as Indonesian does.
    """
    if revised := _REVISED.match(visible(text).strip()):
        text = revised[1]
    words = _OF_A_YEAR.sub("", visible(text)).split()
    at = [place for place, word in enumerate(words) if any(letter.isdigit() for letter in word)]
    if not at or {fold(word) or word for word in words[: at[0]]} & _TURNING:
        return None
    whole = words[at[0] : at[-1] + 1]
    following = " ".join([*whole, *words[at[-1] + 1 : at[-1] + 2]])  # 5 juta rupiah is five million
    bare = following if numbers.number(following, ",") else " ".join(whole)
    if sign is None and numbers.is_ambiguous(bare) and "," in bare:
        return None
    behind = words[at[-1] + 1 : at[-1] + 2]
    if behind and fold(behind[0]) in _MULTIPLES:
        return None
    is_letter = bool(behind) and len(behind[0]) == 1 and behind[0].isalpha()
    if "±" in text or (is_letter and bare != following):
        return None  # 5 M may be five million or five thousand million
    found = numbers.number(bare, sign or numbers.decimal_sign([bare]) or ",")
    return found.value if found and not found.is_percent else None
