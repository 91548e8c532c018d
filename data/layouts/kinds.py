"""Which columns hold targets and which results; asked where neither header, title nor content says so."""

from dataclasses import replace

from data.layouts import stated_shares
from data.layouts.roles import Figure
from data.layouts.table import Table
from data.problems import WARNS, Question
from data.reading import column_letters
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.vocabulary import vocabulary

_NO_SHARE = 300  # per cent of a target; larger figures are no percentages
_ACHIEVED = "achieved_or_share"
_RESULTS = ("result", "numerator", "denominator")


def with_kinds(table: Table) -> list[Figure]:
    """The figures of a table, each with its kind; a column whose kind must be asked about is reported and left out."""
    given = table.roles.figures
    has_results = any(figure.what in _RESULTS for figure in given) or _row_kinds(table) & set(_RESULTS)
    if _ACHIEVED in _row_kinds(table):
        table.achieved_rows = _achieved_rows(table, given, bool(has_results))
    kept: list[Figure] = []
    for figure in given:
        if figure.what == _ACHIEVED:
            beside = any(each.what in _RESULTS and _may_meet(each, figure) for each in given)
            kept += _achieved(table, figure, beside or bool(_row_kinds(table) & set(_RESULTS)))
        elif figure.what is None and "what" not in table.roles.fields:
            kept += _unnamed(table, figure)
        else:
            kept.append(figure)
    return kept


def _may_meet(result: Figure, share: Figure) -> bool:
    """Whether a result is of a time that `Capaian` may be the share of; of 2023 beside Realisasi 2024 it is none."""
    own, other = (each.period.start.year if each.period else each.year for each in (result, share))
    if own and other and own != other:
        return False
    parts = [each.period.key[4:] if each.period else each.part for each in (result, share)]
    kinds = [each.period.kind if each.period else each.part.kind if each.part else None for each in (result, share)]
    return kinds[0] != kinds[1] or kinds[0] is None or parts[0] == parts[1]


def _row_kinds(table: Table) -> set[str]:
    column = table.roles.fields.get("what")
    if column is None:
        return set()
    texts = {table.grid.header_text(row.at, column) for row in table.rows.rows}
    return {what for text in texts for what in table.reader.label(text).whats}


def row_whats(table: Table, text: str) -> frozenset[str]:
    """What the word of a row says its figures are; `Capaian` as it was decided for the table."""
    whats = table.reader.label(text).whats
    return whats - {_ACHIEVED} | {table.achieved_rows} if _ACHIEVED in whats and table.achieved_rows else whats


def _achieved_rows(table: Table, figures: list[Figure], has_results: bool) -> str | None:
    """`Capaian` in the rows: as `_achieved` for a column. None where these rows are left out, or asked about."""
    if has_results:
        return None
    column = table.roles.fields["what"]
    mine = [row for row in table.rows.rows
            if _ACHIEVED in table.reader.label(table.grid.header_text(row.at, column)).whats]  # fmt: skip
    word = table.grid.header_text(mine[0].at, column)
    cells = [(row.at, each.column) for row in mine for each in figures]
    shares = "%" in word or any(_is_share(table, *cell) for cell in cells)
    values = [value for cell in cells if (value := table.amount(*cell)) is not None]
    if values and not shares and max(map(abs, values)) > _NO_SHARE:
        return "result"
    proposed = "percent" if shares and not _all_shares(table) else "result"
    answer = table.mapping.answer("what", column_letters(column), proposed)
    if answer is None:
        samples = [text for cell in cells if (text := table.grid.text(*cell))][:3]
        table.report(
            "share_or_figure_rows",
            at=mine[0].at,
            column=column,
            found=", ".join(f"'{text}'" for text in samples),
            name=word,
            question=Question("what", column_letters(column), ("result", "percent"), proposed),
        )
    return answer if answer == "result" else None


def _is_share(table: Table, at: int, column: int) -> bool:
    return table.grid.is_percent(at, column) or table.grid.text(at, column).endswith("%")


def _achieved(table: Table, figure: Figure, has_results: bool) -> list[Figure]:
    """`Capaian`: the percentage where results stand beside it; a question elsewhere, but for figures above 300."""
    if has_results:
        table.roles.left_out[figure.column] = "calculated"
        return []
    values = [value for row in table.rows.rows if (value := table.amount(row.at, figure.column)) is not None]
    shares = "%" in figure.header or any(_is_share(table, row.at, figure.column) for row in table.rows.rows)
    if values and not shares and max(map(abs, values)) > _NO_SHARE:
        return [replace(figure, what="result")]
    proposed = "percent" if shares and not _all_shares(table) and not _are_planned_as_shares(table) else "result"
    return _answered(table, figure, "share_or_figure", ("result", "percent"), proposed)


def _are_planned_as_shares(table: Table) -> bool:
    """The targets are percentages, and so is what is to be held against them."""
    cells = [(row.at, figure.column) for figure in table.roles.figures if figure.what == "target"
             for row in table.rows.rows if table.grid.value(row.at, figure.column) is not None]  # fmt: skip
    return bool(cells) and all(_is_share(table, *cell) for cell in cells)


def _all_shares(table: Table) -> bool:
    """Every indicator of the table is counted in per cent, so that a percentage is what one expects."""
    units = {told.text for row in table.rows.rows if (told := table.of_indicator(row, "unit"))}
    return bool(units) and all(layout_words().said("evidence", "percent_units", unit) or "%" in unit for unit in units)


def _unnamed(table: Table, figure: Figure) -> list[Figure]:
    stated = table.said.get("what")
    label = table.reader.label(table.block.paths.get(figure.column, ("",))[-1])
    is_known = label.is_plain and label.field != "objective"
    if stated is not None and is_known:
        return [replace(figure, what=stated.text)]
    answer = table.mapping.answer("what", table.letters(figure))
    proposed = answer or _likely(table, figure)
    options = ("target", "result") if is_known else ("target", "result", "none")
    return _answered(table, figure, "which_what", options, proposed)


def _is_first_of_two(table: Table, figure: Figure) -> bool:
    """`Janji` before `Kenyataan`: of two strange columns of one year the first is more likely what was planned."""
    alike = [each.column for each in table.roles.figures if _of_what(each) == _of_what(figure)]
    return len(alike) == 2 and figure.column == min(alike)


def _of_what(figure: Figure) -> tuple:
    """When, where and of whom a figure is."""
    return (figure.year, figure.period, figure.part, figure.is_to_date, figure.place, figure.partner, figure.group)


def _likely(table: Table, figure: Figure) -> str:
    """What the table's own percentages say goes first. Beside a target the other columns are results, unless they add
    up to it: then they are its parts. `Sasaran` is likely a target, and what runs from the start to now is a result."""
    if by_shares := stated_shares.proposed(table, figure):
        return by_shares
    if layout_words().said("evidence", "target", figure.header):
        return "target"
    if "target" in fold(figure.header).split():  # `Usulan Target 2025`, whatever else it says
        return "target"
    if figure.shift or figure.is_to_date:
        return "result"
    if not any(other.what for other in table.roles.figures) and _is_first_of_two(table, figure):
        return "target"
    targets = [other for other in table.roles.figures if other.what == "target"]
    parts = [other for other in table.roles.figures if other.what is None and other.year == figure.year]
    for target in targets:
        pairs = [
            (table.amount(row.at, target.column), [table.amount(row.at, part.column) for part in parts])
            for row in table.rows.rows
        ]
        known = [(whole, amounts) for whole, amounts in pairs if whole and None not in amounts]
        if known and all(abs(whole - sum(amounts)) < 1e-9 * abs(whole) for whole, amounts in known):
            return "target"
    return "result"


def _answered(table: Table, figure: Figure, code: str, options: tuple[str, ...], proposed: str) -> list[Figure]:
    answer = table.mapping.answer("what", table.letters(figure), proposed)
    if answer in ("target", "result"):
        return [replace(figure, what=answer)]
    if answer in ("percent", "none"):
        table.roles.left_out[figure.column] = "calculated"
        return []
    kind = vocabulary().sheet_by_key["targets" if proposed == "target" else "results"]
    table.report(
        code,
        at=table.block.header_cells[figure.column],
        column=figure.column,
        header=figure.header,
        letters=table.letters(figure),
        found=table.samples(figure),
        expected=kind,
        question=Question("what", table.letters(figure), options, proposed),
    )
    return []


def name_left_out(table: Table) -> None:
    """Say which columns were not taken, and why."""
    paths = table.block.paths
    repeated = [column for column, why in table.roles.left_out.items() if why in ("calculated", "total", "money")]
    unknown = [column for column, why in table.roles.left_out.items() if why == "unknown"]
    for code, columns in (("calculated_columns", repeated), ("columns_ignored", unknown)):
        if columns:
            table.report(code, WARNS, found=", ".join(f"'{' › '.join(paths[column])}'" for column in columns))
