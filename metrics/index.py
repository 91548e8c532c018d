"""Several indicators in one figure: a weighted mean of capped progress, with what is missing and what is worst.

A mean hides its worst part, so it is never shown without it. Source: the 20 to 25 % missing rule of the SDSN index;
capping as in every composite index of shares.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import duckdb
import pandas as pd

from data.store import Store
from metrics.engine import frame
from metrics.progress import progress

ENOUGH = 0.75
"""Below this part of the weights the index is refused."""


class Index(NamedTuple):
    """`value` (0 to 1, None when too little is known), `uncapped` mean, `coverage` of the weights, the worst part.

    `geometric` is the geometric mean of the shares as given, for goalpost indices such as the HDI; one zero makes it
    zero, so it is never used on progress.
    """

    value: float | None
    coverage: float | None
    uncapped: float | None
    geometric: float | None
    worst: float | None
    worst_name: str | None
    known: int
    parts: int


def index_of(
    cursor: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    shares: Sequence[float | None],
    weights: Sequence[float] | None = None,
    *,
    enough: float = ENOUGH,
) -> Index:
    """The index of these shares (fractions, None where not known); equal weights unless given.

    Raises ValueError for a negative weight, or lists of different length.
    """
    each = list(weights) if weights is not None else [1.0] * len(shares)
    if not len(names) == len(shares) == len(each) or any(weight < 0 for weight in each):
        raise ValueError("An index needs a name and a weight of zero or more for each share.")
    asked = {"names": list(names), "shares": [None if share is None else float(share) for share in shares],
             "weights": each, "enough": enough}  # fmt: skip
    row = frame(cursor, "index", asked).iloc[0]
    return Index(*(None if pd.isna(row[name]) else row[name] for name in Index._fields))


def programme_index(store: Store, as_of: date, programme: str | None = None) -> Index:
    """The index of the progress of a programme's indicators, equally weighted; levels to be kept have none."""
    found = progress(store, as_of, programme=programme)
    found = found[~found["is_kept"].fillna(False).astype(bool)]
    shares = [None if pd.isna(share) else float(share) for share in found["progress"]]
    with store.cursor() as cursor:
        return index_of(cursor, list(found["indicator"]), shares)
