"""The questions that screens ask, each answered once for a state of the data (give them to `session.remembered`)."""

from functools import partial
from typing import Any

from charts.missing import records
from charts.numbers import number
from data.sample import is_empty
from definitions.schemes import DEFAULT
from metrics import completeness, lineage, names, small_groups
from metrics import quotes as quotable
from metrics import standing as stands
from metrics.progress import progress
from metrics.wording import Write
from ui import session
from ui.filters import Filters
from ui.session import Visit


def write(here: Visit) -> Write:
    """How a figure is written in the visit's language."""
    return partial(_written, here)


def _written(here: Visit, value: float | None, unit: str | None) -> str:
    return number(value, here.t, unit)


def known_names(here: Visit) -> dict[str, dict[str, str]]:
    """Names by code, per kind."""
    return names.names(here.store, here.language)


def has_indicators(here: Visit) -> bool:
    """Whether there is anything to show at all."""
    return not is_empty(here.store) and bool(session.remembered(known_names, here).get("indicator"))


def standing(here: Visit, chosen: Filters):
    """One row an indicator, with names, for the choice; an indicator that has no part in it is left out."""
    if chosen.partner and chosen.place:
        found = stands.of_each(here.store, progress(
            here.store, here.as_of, partner=chosen.partner, place=chosen.place, scheme_key=chosen.scheme
        ))  # fmt: skip
    else:
        found = _of_one(here, chosen)
    if chosen.partner or chosen.place:
        every = session.remembered(hidden_of_each, here)
        found = small_groups.without_any_hidden(found, every, chosen.partner, chosen.place)
    known = session.remembered(known_names, here)
    return stands.chosen_of(here.store, found, known, here.language, chosen.programme, is_all=chosen.is_all,
                            scheme_key=chosen.scheme, as_of=here.as_of, partner=chosen.partner,
                            place=chosen.place)  # fmt: skip


def worded(here: Visit, found, scheme_key: str):
    """Rows of metrics.progress in the visit's words."""
    return stands.worded(found, session.remembered(known_names, here), here.language, scheme_key)


def _of_one(here: Visit, chosen: Filters):
    """The rows of one partner or one place, or of all: asked for all at once, so that a new choice asks nothing."""
    dimension = "partner" if chosen.partner else "place" if chosen.place else None
    found = session.remembered(everyone, here, dimension, chosen.scheme)
    return found if dimension is None else found[found[dimension] == (chosen.partner or chosen.place)]


def everyone(here: Visit, dimension: str | None, scheme_key: str):
    """One row an indicator and, with a dimension, partner or place."""
    found = progress(here.store, here.as_of, [dimension] if dimension else [], scheme_key=scheme_key)
    return stands.of_each(here.store, found)


def rows(here: Visit, chosen: Filters) -> list[dict[str, Any]]:
    """`standing` as rows with None for what is missing."""
    return records(session.remembered(standing, here, chosen))


def reporting(here: Visit, chosen: Filters):
    """One row a partner and period that has ended: reports that came of those due."""
    return completeness.completeness(here.store, here.as_of, programme=chosen.programme, partner=chosen.partner)


def late_partners(here: Visit, chosen: Filters) -> list[str]:
    """Names of the partners whose reports for the latest ended month, quarter, half or year are not all in."""
    return completeness.late_partners(reporting_of(here, chosen))


def is_latest_complete(here: Visit, chosen: Filters) -> bool:
    """Whether all reports for those periods are in, those too that name no partner."""
    return completeness.is_latest_complete(reporting_of(here, chosen))


def latest_period(here: Visit, chosen: Filters) -> str | None:
    """The period of which the two above speak; None where nothing was due."""
    return completeness.latest_period(reporting_of(here, chosen))


def reporting_of(here: Visit, chosen: Filters) -> list[dict[str, Any]]:
    """The rows of `reporting_of_each` of the chosen programme and partner."""
    found = session.remembered(reporting_of_each, here)
    return [row for row in found if chosen.programme in (None, row["programme"])
            and chosen.partner in (None, row["partner"])]  # fmt: skip


def reporting_of_each(here: Visit) -> list[dict[str, Any]]:
    """As `reporting`, for every programme: asked for all at once, so that a new choice asks nothing."""
    return records(completeness.completeness(here.store, here.as_of, by_programme=True))


def received_of_due(here: Visit, chosen: Filters) -> tuple[int, int]:
    """Reports that came, and reports that were due, over everything that has ended."""
    found = records(session.remembered(standing, here, chosen))
    return int(sum(row["reports"] or 0 for row in found)), int(sum(row["reports_due"] or 0 for row in found))


def row_of(here: Visit, chosen: Filters, indicator: str) -> dict[str, Any] | None:
    """The standing of one indicator; None when nobody defined it or it has no part in the choice."""
    return next((row for row in session.remembered(rows, here, chosen) if row["indicator"] == indicator), None)


def over_periods(here: Visit, chosen: Filters, indicator: str):
    """One row a period of one indicator, in order, with intervals of shares and whether each differs from the last."""
    found = stands.over_periods(
        here.store, here.as_of, indicator, session.remembered(known_names, here), here.language,
        partner=chosen.partner, place=chosen.place, scheme_key=chosen.scheme,
    )  # fmt: skip
    return _of_part(here, chosen, indicator, found)


def _of_part(here: Visit, chosen: Filters, indicator: str, found):
    """Rows of one indicator, without the figures of too few people where one partner or place was chosen."""
    if not (chosen.partner or chosen.place):
        return found
    hidden = session.remembered(hidden_cells, here, indicator)
    return small_groups.without_hidden(found, hidden, chosen.partner, chosen.place)


def programme_of(here: Visit, indicator: str) -> str | None:
    """The code of the programme that an indicator belongs to."""
    row = session.remembered(row_of, here, Filters(), indicator)
    return row["programme"] if row else None


def every_period(here: Visit, chosen: Filters, indicator: str) -> list[dict[str, Any]]:
    """One row a period that reports are due for or that has a target, in order; also inside a longer target period."""
    found = progress(here.store, here.as_of, ["period"], indicator=indicator, partner=chosen.partner,
                     place=chosen.place, every_report=True)  # fmt: skip
    found = _of_part(here, chosen, indicator, found.sort_values(["period_end", "period_start"]))
    return records(worded(here, found, DEFAULT))


def over_units(here: Visit, chosen: Filters, indicator: str, dimension: str):
    """One row a partner, place or group of one indicator; rows that name none are left out, small groups hidden."""
    found = progress(
        here.store, here.as_of, [dimension], indicator=indicator, partner=chosen.partner, place=chosen.place,
        scheme_key=chosen.scheme,
    )  # fmt: skip
    found = stands.of_each(here.store, found[found[dimension].notna()])
    hidden = session.remembered(hidden_cells, here, indicator)
    found = small_groups.without_hidden(found, hidden, chosen.partner, chosen.place)
    found = worded(here, found, chosen.scheme)
    if dimension == "group":
        found = found.assign(group_name=[names.group_name(group, here.t) for group in found["group"]])
    return found


def hidden_cells(here: Visit, indicator: str):
    """The cells of this indicator that stand for too few people to be shown."""
    return small_groups.hidden_cells(here.store, here.as_of, indicator)


def hidden_of_each(here: Visit):
    """`hidden_cells` of every indicator that has any."""
    return small_groups.hidden_of_each(here.store, here.as_of)


def definition(here: Visit, indicator: str) -> dict[str, Any] | None:
    """How the indicator is defined."""
    return names.definition(here.store, indicator, here.language)


def quotes(here: Visit, chosen: Filters, indicator: str | None, most: int) -> list[dict[str, Any]]:
    """What people say about it and may be quoted with, the newest first."""
    return records(quotable.quotes(here.store, here.as_of, most=most, programme=chosen.programme, indicator=indicator,
                                   partner=chosen.partner, place=chosen.place))  # fmt: skip


def sources(here: Visit, chosen: Filters, indicator: str, period: str | None) -> list[dict[str, Any]]:
    """Every figure that speaks of the indicator in this period (None: in all), with the cell it came from."""
    found = records(
        lineage.trace(here.store, indicator, here.as_of, period=period, partner=chosen.partner, place=chosen.place,
                      hidden=session.remembered(hidden_cells, here, indicator))
    )  # fmt: skip
    return [row for row in found if row["role"] not in ("blank",)]
