"""Where each indicator stands, with names, units and words: the rows that screens and reports both start from."""

from datetime import date

import pandas as pd

from data.store import Store
from definitions.schemes import DEFAULT, scheme
from metrics import names
from metrics.intervals import with_intervals
from metrics.not_joined import with_spread
from metrics.progress import progress

Known = dict[str, dict[str, str]]
"""Names by code, per kind (metrics.names.names)."""


def standing(
    store: Store, as_of: date, language: str, *, programme: str | None = None, partner: str | None = None,
    place: str | None = None, scheme_key: str = DEFAULT,
) -> pd.DataFrame:  # fmt: skip
    """One row an indicator for the choice; see `chosen_of` and `worded`."""
    found = progress(store, as_of, partner=partner, place=place, scheme_key=scheme_key)
    found = of_each(store, found)
    known = names.names(store, language)
    return chosen_of(store, found, known, language, programme, is_all=not (programme or partner or place),
                     scheme_key=scheme_key, as_of=as_of, partner=partner, place=place)  # fmt: skip


def chosen_of(
    store: Store, found: pd.DataFrame, known: Known, language: str, programme: str | None, *,
    is_all: bool, scheme_key: str = DEFAULT, as_of: date | None = None, partner: str | None = None,
    place: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Rows of `of_each`, one an indicator, in the order they are shown: key indicators first, by programme.

    Those of other programmes are left out; unless all is asked for (`is_all`), so are those without any part in the
    choice. Where figures make no single one, `lowest`, `highest` and `figures` tell of them (`as_of`, `partner` and
    `place` as they were asked for).
    """
    if programme:
        found = found[found["programme"] == programme]
    if not is_all:
        found = found[found["actual"].notna() | found["target"].notna() | (found["reports_due"].fillna(0) > 0)]
    found = with_spread(store, found, as_of, partner, place)
    found = worded(found, known, language, scheme_key)
    return found.sort_values(["is_key", "programme", "indicator"], ascending=[False, True, True])


def worded(found: pd.DataFrame, known: Known, language: str, scheme_key: str = DEFAULT) -> pd.DataFrame:
    """Rows of metrics.progress with names, units, and `band_word`: the verdict as a scheme of its own words says it."""
    bands = {} if scheme_key == DEFAULT else {band.code: band for band in scheme(scheme_key).bands}
    words = [bands[code].label[language] if code in bands and bands[code].status == status else None
             for code, status in zip(found["band"], found["status"], strict=True)]  # fmt: skip
    is_none = found["actual"].isna() & found["is_not_applicable"].fillna(False).astype(bool)
    found = found.assign(reason=found["reason"].mask(is_none, "not_applicable"))
    return names.named(found, known, language).assign(band_word=words)


def of_each(store: Store, found: pd.DataFrame) -> pd.DataFrame:
    """Rows of metrics.progress with the intervals of shares (share_low, share_high), each row by itself."""
    return with_shares(store, found).drop(columns="change")


def with_shares(store: Store, found: pd.DataFrame) -> pd.DataFrame:
    """With the intervals of shares (share_low, share_high) and whether each change is one (change)."""
    with store.cursor() as cursor:
        return with_intervals(cursor, found)


def over_periods(
    store: Store, as_of: date, indicator: str | None, known: Known, language: str, *, programme: str | None = None,
    partner: str | None = None, place: str | None = None, scheme_key: str = DEFAULT,
) -> pd.DataFrame:  # fmt: skip
    """One row a period of one indicator (None: of each), in time, with intervals of shares and whether it differs from
    the period before."""
    by_period = DEFAULT if scheme(scheme_key).applies_to == "projection" else scheme_key
    found = progress(
        store,
        as_of,
        ["period"],
        programme=programme,
        indicator=indicator,
        partner=partner,
        place=place,
        scheme_key=by_period,
    ).sort_values(["indicator", "period_end", "period_start"])
    reported = with_shares(store, found[found["actual"].notna()])
    # the first period of an indicator would be held against the last one of another
    reported["change"] = reported["change"].where(reported["indicator"].duplicated())
    found = found.join(reported[["share_low", "share_high", "change"]])
    return worded(found, known, language, by_period)
