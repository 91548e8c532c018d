"""Exports of Kobo and other XLSForm tools: group prefixes, columns per answer, repeat groups on sheets of their own."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from data.layouts.grid import shown
from data.layouts.kobo_versions import BOTH, are_apart, as_one, asked_version, positions, versions
from data.problems import WARNS, Problem, Question
from data.reading import Sheet, Workbook, column_letters
from data.recognised import NO_MAPPING, Recognised, SheetMapping
from definitions.fold import fold
from definitions.vocabulary import Column, SheetWords, vocabulary

_OWN = frozenset(
    {
        "_id",
        "_uuid",
        "_submission_time",
        "_validation_status",
        "_notes",
        "_status",
        "_submitted_by",
        "__version__",
        "_tags",
        "_index",
        "_parent_index",
        "_parent_table_name",
        "_submission__id",
        "_submission__uuid",
        "_submission__submission_time",
        "meta/instanceid",
        "meta/rootuuid",
        "formhub/uuid",
        "deviceid",
        "username",
        "simserial",
        "subscriberid",
        "phonenumber",
        "_geolocation",
        "_attachments",
        "_xform_id_string",
        "_bamboo_dataset_id",
        "_version_",
        "_media_all_received",
        "start",
        "end",
        "submissiondate",
        "meta-instanceid",
        "meta-instancename",
        "instanceid",
        "instancename",
        "key",
        "parent_key",
        "submitterid",
        "submittername",
        "attachmentspresent",
        "attachmentsexpected",
        "reviewstate",
        "formversion",
        "edits",
    }
)
_LEAST = 2  # of these names, for a sheet to be an export
_KINDS = ("feedback", "activities", "results", "survey", "participation", "needs")
SENT = ("_submission_time", "_submission__submission_time", "today")
_SHORTEST = 4  # letters of a word by which a question is matched


def is_export(sheet: Sheet) -> bool:
    """Whether the first line holds the columns that an XLSForm export adds."""
    return len((_OWN - {"start", "end"}) & {text.casefold() for text in _header(sheet).values()}) >= _LEAST


def _header(sheet: Sheet) -> dict[int, str]:
    head = sheet.head(1)
    return {column: str(value).strip() for column, value in head[0][1].items()} if head else {}


def export(sheet: Sheet, mapping: SheetMapping = NO_MAPPING) -> tuple[Recognised | None, list[Problem]]:
    """The kind of sheet that an export's questions make up, and what must be asked about its columns."""
    headers, questions = _header(sheet), questions_of(sheet)
    left = positions(headers, sheet)
    fitting = [(words, *_columns(words, questions)) for words in vocabulary().sheets if words.key in _KINDS]
    fitting = [(words, _with_date(words, columns, headers), likely) for words, columns, likely in fitting]
    whole = [
        (words, columns, likely)
        for words, columns, likely in fitting
        if all(column.key in columns or column.key in likely for column in words.required)
    ]
    if not whole:
        return None, []
    words, columns, likely = max(whole, key=lambda each: (len(each[1]) * 2 + len(each[2]), -len(each[2])))
    row = sheet.head(1)[0][0]
    found = Recognised(sheet, words, row, columns, headers)
    problems = []
    for key, same in versions(columns, questions).items():
        answer = mapping.answer("column", key, BOTH if are_apart(sheet, same) else None)
        if answer == BOTH:
            found = replace(found, sheet=as_one(found.sheet, same))
        elif answer in map(column_letters, same):
            columns[key] = next(column for column in same if column_letters(column) == answer)
        else:
            problems.append(asked_version(found, words.column_by_key[key], same))
        questions = {column: text for column, text in questions.items() if column not in same or column == columns[key]}
    if left:
        problems.append(Problem("positions", WARNS, sheet.name, params={
            "found": ", ".join(f"'{headers[column]}'" for column in left)}))  # fmt: skip
    for key, column in likely.items():
        answer = mapping.answer("column", key, column_letters(column))
        if answer is None and words.column_by_key[key].required:
            problems.append(_asked(found, words.column_by_key[key], column, likely))
        elif answer == column_letters(column):
            columns[key] = column
    unused = [headers[index] for index in questions if index not in columns.values()]
    if unused:
        problems.append(
            Problem("columns_ignored", WARNS, sheet.name, params={"found": ", ".join(f"'{text}'" for text in unused)})
        )
    return found, problems


def _asked(found: Recognised, column: Column, index: int, likely: Mapping[str, int]) -> Problem:
    letters = column_letters(index)
    return Problem(
        "which_column",
        sheet=found.sheet.name,
        cell=f"{letters}{found.header_row}",
        header=found.headers[index],
        params={"expected": column, "found": found.headers[index]},
        question=Question("column", column.key, (letters, "none"), letters),
    )


def questions_of(sheet: Sheet) -> dict[int, str]:
    """Column → question, without positions and what the tool adds."""
    headers = _header(sheet)
    left = positions(headers, sheet)
    return {column: text for column, text in _questions(headers).items() if column not in left}


def _questions(headers: Mapping[int, str]) -> dict[int, str]:
    """Column → question without its groups, and without what the tool adds: positions, a 0/1 column per answer."""
    names = set(headers.values())
    kept = {}
    for column, text in headers.items():
        parent, slash, last = text.rpartition("/")
        if text.casefold() in _OWN or text.startswith("_"):
            continue
        if slash and parent in names:  # q/answer beside q
            continue
        is_odk = not slash and "KEY" in names and " " not in text
        kept[column] = last if slash and " " not in parent else text.rpartition("-")[2] if is_odk else text
    return kept


def _columns(words: SheetWords, questions: Mapping[int, str]) -> tuple[dict[str, int], dict[str, int]]:
    """Fields whose question has their very name, and fields that only a word of a question speaks for."""
    folded = {column: fold(text) for column, text in questions.items()}
    sure = words.fields_named(folded)
    open_fields = [field for field in words.required if field.kind == "text"]
    asks_for_words = {column for column, text in folded.items() for field in open_fields if _speaks_for(field, text)}
    likely: dict[str, int] = {}
    for field in words.columns:
        if field.key in sure:
            continue
        free = [column for column in folded if column not in sure.values() and column not in likely.values()]
        free = [column for column in free if not field.ref or column not in asks_for_words]  # `Saran untuk program`
        scored = sorted(((_speaks_for(field, folded[column]), -column) for column in free), reverse=True)
        if scored and scored[0][0]:
            likely[field.key] = -scored[0][1]
    return sure, likely


def _speaks_for(field: Column, question: str) -> int:
    """The length of the longest name of the field that stands in the question as whole words, 0 for none."""
    names = [name for name in field.own_names | field.other_names if len(name) >= _SHORTEST]
    return max((len(name) for name in names if f" {name} " in f" {question} "), default=0)


def _with_date(words: SheetWords, columns: dict[str, int], headers: Mapping[int, str]) -> dict[str, int]:
    """Where no question asks for the day, the day of sending stands for it."""
    wanted = next((column.key for column in words.required if column.kind in ("date", "period")), None)
    if wanted is None or wanted in columns:
        return columns
    sent = next((column for name in SENT for column, text in headers.items() if text == name), None)
    return columns if sent is None else columns | {wanted: sent}


def with_parents(workbook: Workbook) -> Workbook:
    """The workbook with the answers of the parent form put beside each row of a repeat group, where these lack them."""
    by_name = {sheet.name: sheet for sheet in workbook.sheets}
    return replace(workbook, sheets=tuple(_joined(sheet, by_name) for sheet in workbook.sheets))


def parents_of(sheets: Iterable[Sheet], groups: Container[str]) -> set[str]:
    """The names of the sheets whose answers stand beside the rows of these repeat groups."""
    by_name = {sheet.name: sheet for sheet in sheets}
    return {parent.name for name, sheet in by_name.items() if name in groups
            and (parent := _parent(sheet, by_name)[0]) is not None}  # fmt: skip


def _joined(sheet: Sheet, by_name: Mapping[str, Sheet]) -> Sheet:
    parent, link, key = _parent(sheet, by_name)
    return _beside(sheet, link, parent, key) if parent is not None else sheet


def _parent(sheet: Sheet, by_name: Mapping[str, Sheet]) -> tuple[Sheet | None, str, str]:
    """The sheet of the parent form, the column of a repeat group that leads to it, and the column that it leads to."""
    link = {text: column for column, text in _header(sheet).items()}
    if "PARENT_KEY" in link and is_export(sheet):
        above = next((other for other in by_name.values() if other is not sheet and is_export(other)
                      and "PARENT_KEY" not in _header(other).values()), None)  # fmt: skip
        return above, f"t{link['PARENT_KEY']}", "KEY"
    if "_parent_index" not in link or not is_export(sheet):
        return None, "", ""
    names = [shown(cells.get(link.get("_parent_table_name", -1))) for _, cells in sheet.rows(1, 1)]
    parent = by_name.get(names[0]) if names and names[0] else next(iter(by_name.values()))
    return (None if parent is sheet else parent), f"n{link['_parent_index']}", "_index"


def _beside(sheet: Sheet, link: str, parent: Sheet, key: str) -> Sheet:
    """Columns of the parent, to the right of the group's own, for questions that the group does not ask."""
    headers, own = _header(parent), set(_questions(_header(sheet)).values())
    index = next((column for column, text in headers.items() if text == key), None)
    to = f"{link[0]}{index}"
    if index is None or to not in parent.table.column_names or link not in sheet.table.column_names:
        return sheet
    at = pc.index_in(sheet.table.column(link), parent.table.column(to).combine_chunks())
    header_at = pa.array([0], pa.int32())
    table, free = sheet.table, max(sheet.fields) + 1
    for column, text in _questions(headers).items():
        if text in own:
            continue
        for letter in parent.fields[column]:
            cells = parent.table.column(f"{letter}{column}").combine_chunks()
            taken = cells.take(pc.cast(at.combine_chunks(), pa.int32()))
            if letter == "t":
                first = pa.concat_arrays([cells.take(header_at), taken.slice(1)])
                table = table.append_column(f"t{free}", first)
            else:
                table = table.append_column(f"{letter}{free}", taken)
        free += 1
    return replace(sheet, table=table)
