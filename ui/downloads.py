"""The figures of a page as a workbook: the tables that stand under its charts, a sheet each, nothing more and nothing
less (what is hidden on the page is hidden here)."""

from collections.abc import Mapping
from functools import partial
from io import BytesIO

import pandas as pd
import streamlit as st

from charts.bullets import bullet_list
from charts.chart import About
from charts.comparison import by_unit
from ui import answers, session
from ui.filters import Filters
from ui.indicator_parts import trend_of
from ui.session import Visit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT_ALONE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
WIDTH = 22


def of_indicator(here: Visit, chosen: Filters, indicator: str, point: str) -> None:
    """A button for the charts of one indicator."""
    st.download_button(
        here.t("Download the chart data (Excel)"), partial(indicator_book, here, chosen, indicator, point),
        f"dampak-{indicator}-{here.as_of}.xlsx", XLSX, key="download", icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def of_overview(here: Visit, chosen: Filters) -> None:
    """A button for all indicators of the choice."""
    st.download_button(
        here.t("Download the chart data (Excel)"), partial(overview_book, here, chosen), f"dampak-{here.as_of}.xlsx",
        XLSX, key="download", icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def indicator_book(here: Visit, chosen: Filters, indicator: str, point: str) -> bytes:
    """Standing, over time, and by partner, place and group, as far as there are several."""
    t, about = here.t, About(as_of=here.as_of)
    frame = session.remembered(answers.standing, here, chosen)
    titles = {"partner": t("By partner"), "place": t("By place"), "group": t("By group")}
    sheets = {t("Standing"): bullet_list(frame[frame["indicator"] == indicator], t, about=about).table,
              t("Over time"): trend_of(here, chosen, indicator, point).table}  # fmt: skip
    for key, title in titles.items():
        units = session.remembered(answers.over_units, here, chosen, indicator, key)
        if len(units) > 1:
            sheets[title] = by_unit(units, t, key, about=about).table
    return workbook(sheets)


def overview_book(here: Visit, chosen: Filters) -> bytes:
    """Every indicator of the choice, on one sheet."""
    frame = session.remembered(answers.standing, here, chosen)
    return workbook({here.t("Indicators"): bullet_list(frame, here.t, about=About(as_of=here.as_of)).table})


def workbook(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """An .xlsx file of tables of texts; no text ever becomes a formula or a link."""
    import xlsxwriter  # when somebody downloads, not when a page starts

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_ALONE) as book:
        head = book.add_format({"bold": True, "bg_color": "#CFE3F1", "border": 1, "border_color": "#BFBFBF"})
        cell = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for title, table in sheets.items():
            sheet = book.add_worksheet(title[:31])
            sheet.set_column(0, max(len(table.columns) - 1, 0), WIDTH)
            sheet.freeze_panes(1, 0)
            for column, name in enumerate(table.columns):
                sheet.write_string(0, column, str(name), head)
                for row, text in enumerate(table[name], start=1):
                    sheet.write_string(row, column, str(text), cell)
    return buffer.getvalue()
