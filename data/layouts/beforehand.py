"""What is done to a workbook before its sheets are looked at."""

from data.layouts import blank_texts, cell_lines, dhis2, footers, hxl, kobo, pivots
from data.layouts.known import Known
from data.layouts.labels import LabelReader
from data.reading import Workbook


def made_ready(workbook: Workbook, known: Known | None = None) -> Workbook:
    """Without texts of spaces alone, without notes and signatures below a table, without rows of HXL tags, with DHIS2's
    headers written out, the answers of a parent form beside the rows of its repeat groups, pivot tables as a person
    would write them, and a row for each line of cells that hold several indicators."""
    reader = LabelReader(known or Known())
    seen = footers.without_footers(blank_texts.without_blank_texts(workbook))
    told = kobo.with_parents(dhis2.named(hxl.without_tags(seen)))
    return cell_lines.line_by_line(pivots.unpivoted(told, reader), reader)
