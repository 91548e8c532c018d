"""What was spent of a budget (`Uraian | Anggaran | Realisasi | % | Sisa`): money, and no result of an indicator."""

from collections.abc import Iterator

from data.layouts.roles import Figure, has_figures
from data.layouts.table import Table
from data.numbers import is_close
from data.problems import Question
from data.reading import column_letters
from definitions.fold import fold

_ASKED = "spent_of_budget"
_LIKE = (0.005, 2.0)  # of the budget; what was reached with it is counted in other numbers
_WORDS = ("anggaran", "pagu", "budget", "apbd", "apbdes", "apbdesa", "apbn", "rkas", "dpa", "belanja", "lra")


def without_spending(table: Table) -> list[Figure]:
    """The figures of a table but for columns of money spent, each of which is asked about and proposed to be left out.

    Only beside a column of a budget that it is of the size of, and where nothing is a target or has a unit.
    """
    given = table.roles.figures
    if any(figure.what == "target" for figure in given) or {"unit", "final_target"} & set(table.roles.fields):
        return given
    budgets = list(_budgets(table))
    names = table.block.paths.get(table.roles.fields.get("name", -1), ("",))[-1]
    is_of_indicators = bool({"indikator", "indicator", "iku", "ikk", "kpi"} & set(fold(names).split()))
    kept: list[Figure] = []
    for figure in given:
        fits = _leaves_the_rest if is_of_indicators else _is_of_its_size
        budget = next((column for column in budgets if fits(table, column, figure.column)), None)
        is_money = budget is not None and "%" not in figure.header and figure.what in ("result", None)
        if not is_money or _is_result(table, figure, budget):
            kept.append(figure)
    return kept


def is_all_asked(table: Table) -> bool:
    """Whether a table holds nothing but what may be money spent: its rows are likely no indicators."""
    return not table.roles.figures and any(problem.code == _ASKED for problem in table.problems)


def _budgets(table: Table) -> Iterator[int]:
    """Columns of money, and those of a budget that no word told: `APBD Perubahan`."""
    for column, why in table.roles.left_out.items():
        path = table.block.paths.get(column, ())
        is_named = bool({word for text in path for word in fold(text).split()} & set(_WORDS))
        is_budget = why == "money" or (why == "unknown" and is_named)
        if is_budget and not any("%" in text for text in path) and has_figures(table.grid, table.block, column):
            yield column


def _is_of_its_size(table: Table, budget: int, column: int) -> bool:
    """Whether in every row that has both, the figure is a part of the budget that money spent of it may be."""
    pairs = [(table.amount(row.at, budget), table.amount(row.at, column)) for row in table.rows.rows]
    known = [(whole, part) for whole, part in pairs if whole and part]
    least, most = _LIKE
    return bool(known) and all(least * abs(whole) <= abs(part) <= most * abs(whole) for whole, part in known)


def _leaves_the_rest(table: Table, budget: int, column: int) -> bool:
    """Whether another column (`Sisa`) holds in every row what is left of the budget, also beside indicators' names."""
    others = [each for each, why in table.roles.left_out.items() if why in ("calculated", "money") and each != budget]
    for other in others:
        cells = ([table.amount(row.at, each) for each in (budget, column, other)] for row in table.rows.rows)
        known = [(whole, part, rest) for whole, part, rest in cells if None not in (whole, part, rest) and whole]
        if known and all(is_close(whole - part, rest) for whole, part, rest in known):
            return True
    return False


def _is_result(table: Table, figure: Figure, budget: int) -> bool:
    """What somebody answered; left out where it is money, and for now where nobody has."""
    letters = column_letters(figure.column)
    answer = table.mapping.answer("what", letters, "none")
    if answer == "result":
        return True
    table.roles.left_out[figure.column] = "money"
    if answer is None:
        table.report(_ASKED, at=table.block.header_cells[figure.column], column=figure.column,
                     header=figure.header, letters=letters, found=table.samples(figure),
                     expected=" › ".join(table.block.paths[budget]),
                     question=Question("what", letters, ("none", "result"), "none"))  # fmt: skip
    return False
