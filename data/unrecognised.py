"""What is said of a workbook in which nothing is known: what was found instead, and what would be needed."""

from collections.abc import Sequence

from data.layouts.labels import Label, LabelReader
from data.problems import Problem, Said
from data.reading import Sheet, Workbook
from data.shapes import HEADER_SEARCH
from definitions.fold import visible
from definitions.vocabulary import vocabulary
from locales import mark


def nothing_known(workbook: Workbook, sheets: Sequence[Sheet], reader: LabelReader) -> Problem:
    """What was found instead, and what would be needed."""
    headers = [", ".join(f"'{text}'" for text in _widest_line(sheet)[:12]) for sheet in sheets]
    shown_sheets = "; ".join(f"{sheet.name}: {header or '–'}" for sheet, header in zip(sheets, headers, strict=True))
    listed = shown_sheets or ", ".join(f"'{sheet.name}'" for sheet in workbook.sheets)
    missing = _missing_parts([label for sheet in sheets for label in _labels(sheet, reader)])
    return Problem(
        "no_known_sheet", params={"found": _cut(listed), "missing": missing, "expected": vocabulary().sheets}
    )


def _labels(sheet: Sheet, reader: LabelReader) -> list[Label]:
    return [reader.label(text) for text in _widest_line(sheet)[:60]]


def _missing_parts(labels: Sequence[Label]) -> tuple[Said, ...]:
    """What a table of figures has and this file has not."""
    has_name = any(label.field in ("name", "code") and label.is_plain for label in labels)
    has_time = any(label.has_time or label.field in ("period", "year") for label in labels)
    has_what = any(label.whats & {"target", "result"} for label in labels)
    whats = {what for label in labels for what in label.whats}
    if "money" in whats and "target" not in whats:
        return (Said(mark("figures of indicators; what was planned and spent of a budget is not kept here")),)
    parts = (
        (has_name, Said(mark("a column with the header Indicator"))),
        (has_time, Said(mark("the period of each figure (2025, TW III 2025)"))),
        (has_what or has_time, Said(mark("columns of figures such as Target and Realisasi"))),
    )
    return tuple(said for has, said in parts if not has) or (
        Said(mark("figures below headers that say of which period they are, and whether they are targets or results")),
    )


def _widest_line(sheet: Sheet) -> list[str]:
    """The line near the top with the most texts: most likely a header."""
    lines = [
        [visible(value)[:40] for value in cells.values() if isinstance(value, str)]
        for _, cells in sheet.head(HEADER_SEARCH)
    ]
    return max(lines, key=len, default=[])


def _cut(text: str, most: int = 400) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(',', 1)[0]}, …"
