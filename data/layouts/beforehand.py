"""What is done to a workbook before its sheets are looked at."""

from data.layouts import hxl, kobo
from data.reading import Workbook


def made_ready(workbook: Workbook) -> Workbook:
    """Without rows of HXL tags, and with the answers of a parent form beside the rows of its repeat groups."""
    return kobo.with_parents(hxl.without_tags(workbook))
