"""Lists of who gives what, under other headers than the template's: sources of funds, pledges, aid in kind."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.long import LongTable
from data.numbers import is_close
from data.problems import WARNS, Problem, Question
from data.reading import address, column_letters
from data.recognised import NO_MAPPING, NONE, Recognised, SheetMapping
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.vocabulary import vocabulary

_SEARCH = 25  # rows from the top
_ROLES = ("partner", "kind", "pledged", "delivered", "period", "amount", "programme", "currency")
_AMOUNTS = ("pledged", "delivered", "amount")
_KINDS = ("money", "goods", "staff", "expertise")
SCALED = re.compile(r"\b(?:juta|jutaan|ribu|ribuan|milyar|miliar|million|millions|thousand|thousands|000)\b", re.I)
CURRENCIES = {"IDR": re.compile(r"(?<!\w)(?:rp|idr|rupiah)(?!\w)", re.I),
               "USD": re.compile(r"(?<!\w)(?:usd|us\$)|\$", re.I),
               "EUR": re.compile(r"(?<!\w)(?:eur|euro)(?!\w)|€", re.I)}  # fmt: skip
_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")


@dataclass
class _List:
    """Where the header stands, the column of each role, and those that are headed by a kind of contribution."""

    at: int
    columns: dict[str, int] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def sure_contributions(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING
) -> tuple[list[Recognised], list[Problem]]:
    """As `contribution_lists`, where no other column holds figures."""
    found = next((each for at in range(min(len(grid), _SEARCH)) if (each := _list(grid, at))), None)
    if found is None:
        return [], []
    used = {*found.kinds, *found.columns.values()}
    for column in set(grid.columns) - used - _instalments(grid, found, used):
        label = reader.label(grid.text(found.at, column))
        cells = [value for value in grid.column(column)[found.at + 1 :] if value is not None]
        is_of_figures = sum(isinstance(value, float) for value in cells) * 2 > len(cells)
        if is_of_figures and label.field != "number" and not label.whats & {"calculated", "total"}:
            return [], []
    return contribution_lists(grid, reader, file_name, mapping)


def _instalments(grid: Grid, found: _List, used: Container[int]) -> set[int]:
    """The columns between others whose figures come to what was delivered, in every row: Termin I, Termin II."""
    others = [column for column in grid.columns if column not in used]
    if "delivered" not in found.columns:
        return set()
    parts = [column for column in others if fold(grid.text(found.at, column)).split(" ")[0]
             in layout_words().words("contributions", "instalment")]  # fmt: skip
    for at in range(found.at + 1, len(grid)):
        whole, *cells = (grid.value(at, column) for column in (found.columns["delivered"], *parts))
        amounts = [value for value in cells if isinstance(value, float)]
        if isinstance(whole, float) and not is_close(whole, sum(amounts)):
            return set()
    return set(parts)


def contribution_lists(
    grid: Grid, _reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING
) -> tuple[list[Recognised], list[Problem]]:
    """The contributions of a list, with what is asked of it; nothing where it lacks who gives, how much, or when."""
    found = next((each for at in range(min(len(grid), _SEARCH)) if (each := _list(grid, at))), None)
    if found is None:
        return [], []
    above = [grid.text(at, column) for at in range(found.at) for column in grid.columns if grid.text(at, column)]
    headers = {column: text for column in grid.columns if (text := grid.text(found.at, column))}
    if any(map(SCALED.search, [*above, *headers.values()])):
        return [], []  # 250 of `juta rupiah` are 250 million
    around = _around(found, [*above, grid.sheet.name, file_name], headers, grid)
    if around is None or not _ask(grid, found, headers, mapping):
        return [], found.problems
    used = {*found.kinds, *found.columns.values()}
    left = [text for column, text in headers.items() if column not in used]
    if left:
        told = ", ".join(f"'{text}'" for text in left)
        found.problems.append(Problem("columns_ignored", WARNS, grid.sheet.name, params={"found": told}))
    return [_long(grid, found, headers, around)], found.problems


def _list(grid: Grid, at: int) -> _List | None:
    """A line that heads a column of givers and columns of amounts, each once."""
    found, words = _List(at), layout_words()
    for column in grid.columns:
        text = fold(_BRACKETS.sub(" ", grid.text(at, column)))
        role = next((role for role in _ROLES if text in words.words("contributions", role)), None)
        if text in words.words("contributions", "budget"):
            return None  # what was spent of a budget
        if role in found.columns:
            return None
        if role:
            found.columns[role] = column
        elif kind := next((kind for kind in _KINDS if text in words.words("contributions", kind)), None):
            found.kinds[column] = kind
    amounts = set(_AMOUNTS) & set(found.columns)
    if "partner" not in found.columns or bool(amounts) == bool(found.kinds):
        return None
    if "amount" in amounts and len(amounts) > 1:
        del found.columns["amount"]
    headers = {fold(grid.text(at, column)) for column in grid.columns}
    if amounts == {"amount"} and headers & set(words.words("evidence", "counted_doings")):
        return None  # what activities cost, and which budget pays for them
    return found


def _around(found: _List, outside: Sequence[str], headers: Mapping[int, str], grid: Grid) -> dict[str, str] | None:
    """Period, kind and currency where no column holds them; None where nothing tells them."""
    told: dict[str, str] = {}
    amounts = [*found.kinds, *(column for key, column in found.columns.items() if key in _AMOUNTS)]
    cells = [text for at in range(found.at + 1, len(grid)) for column in amounts if (text := grid.text(at, column))]
    said = [*(headers[column] for column in amounts), *outside, *cells]
    currencies = {name for text in said for name, sign in CURRENCIES.items() if sign.search(text)}
    if len(currencies) > 1:
        return None
    if currencies and "currency" not in found.columns:
        told["currency"] = currencies.pop()
    if "period" not in found.columns:
        years = [(text, set(_YEAR.findall(text))) for text in outside if _YEAR.search(text)]
        if not years or len(years[0][1]) != 1:
            return None
        told["period"] = years[0][1].pop()
        found.problems.append(_outside(grid, years[0][0], told["period"]))
    if "kind" not in found.columns and "currency" not in {*told, *found.columns}:
        return None  # twelve of `Tenaga` may be days
    if "kind" in found.columns and not are_kinds(grid, found.columns["kind"], found.at):
        return None
    if "kind" not in found.columns and not found.kinds:
        if "currency" not in told:
            return None
        told["kind"] = "money"
        source = next(text for text in said if CURRENCIES[told["currency"]].search(text))
        found.problems.append(_outside(grid, source, vocabulary().answer("contribution_kind", "money")))
    return told


def are_kinds(grid: Grid, column: int, header: int) -> bool:
    """Whether half of the cells at least begin with a kind of contribution, and not with what was handed out."""
    texts = [text for at in range(header + 1, len(grid)) if (text := grid.text(at, column))]
    known = [vocabulary().answer("contribution_kind", _BRACKETS.sub("", text).strip()) for text in texts]
    return bool(texts) and sum(each is not None for each in known) * 2 >= len(texts)


def says_total(text: str) -> bool:
    """Whether a text is nothing but a word of a total."""
    return fold(text) in layout_words().words("rows", "total")


def _outside(grid: Grid, source: str, what: object) -> Problem:
    return Problem("told_outside", WARNS, grid.sheet.name, params={"found": source, "expected": what})


def _ask(grid: Grid, found: _List, headers: Mapping[int, str], mapping: SheetMapping) -> bool:
    """Ask about the columns that are not called as in the template; False where somebody says that it is no list of
    contributions. Amounts of which nothing says whether they were pledged are proposed as delivered."""
    fields = vocabulary().sheet_by_key["contributions"].column_by_key
    if "amount" in found.columns:
        found.columns["delivered"] = found.columns.pop("amount")
    asked = {key: found.columns[key] for key in ("partner", "pledged", "delivered") if key in found.columns}
    asked |= {"delivered": next(iter(found.kinds))} if found.kinds else {}
    for key, column in asked.items():
        if fold(headers[column]) in fields[key].own_names | fields[key].other_names:
            continue
        letters = column_letters(column)
        answer = mapping.answer("column", key, letters)
        if answer == NONE and key == "partner":
            return False
        if answer == NONE:
            other = "pledged" if key == "delivered" else "delivered"
            if other in asked and not found.kinds:
                found.columns.pop(key)
            else:
                found.columns[other] = found.columns.pop(key, column)
        elif answer is None:
            found.problems.append(Problem(
                "which_column", sheet=grid.sheet.name, cell=address(grid.rows[found.at], column),
                header=headers[column], params={"expected": fields[key], "found": headers[column]},
                question=Question("column", key, (letters, NONE), letters),
            ))  # fmt: skip
    return True


def _long(grid: Grid, found: _List, headers: Mapping[int, str], around: Mapping[str, str]) -> Recognised:
    rows = [at for at in range(found.at + 1, len(grid)) if not _is_total(grid, found, at)]
    pairs = [(at, column) for at in rows for column in found.kinds or {-1: ""} if column < 0 or grid.text(at, column)]
    at = np.array([each for each, _ in pairs], np.int64)
    made = LongTable(grid.sheet, "contributions", at)
    made.headers = dict(headers)
    for key in ("partner", "programme", "period", "kind", "currency"):
        if key in found.columns:
            made.add_cells(key, at, np.full(len(at), found.columns[key]))
        elif key in around:
            made.add_texts(key, [around[key]] * len(at), at, [-1] * len(at))
    if found.kinds:
        columns = np.array([column for _, column in pairs], np.int64)
        made.add_texts("kind", [found.kinds[column] for _, column in pairs], [found.at] * len(at), columns)
        made.add_cells("pledged" if "pledged" in found.columns else "delivered", at, columns)
    else:
        for key in ("pledged", "delivered"):
            if key in found.columns:
                made.add_cells(key, at, np.full(len(at), found.columns[key]))
    return made.recognised()


def _is_total(grid: Grid, found: _List, at: int) -> bool:
    """A row that begins with the word of a total, or holds no amount, is named, and no contribution."""
    texts = [(column, text) for column in grid.columns if column <= found.columns["partner"]
             and (text := grid.text(at, column))]  # fmt: skip
    total = next(((column, text) for column, text in texts if says_total(text)), None)
    if total:
        found.problems.append(Problem("total_row", WARNS, grid.sheet.name, address(grid.rows[at], total[0]),
                                      params={"found": total[1]}))  # fmt: skip
        return True
    amounts = [*found.kinds, *(found.columns[key] for key in _AMOUNTS if key in found.columns)]
    if any(grid.text(at, column) for column in amounts):
        return False
    if texts:
        found.problems.append(Problem("note_row", WARNS, grid.sheet.name, address(grid.rows[at], texts[0][0]),
                                      params={"found": texts[0][1][:60]}))  # fmt: skip
    return True
