"""Who carries how much weight: shares of money, lead roles, activities, speaking and decisions, side by side."""

from collections.abc import Mapping
from datetime import date
from math import isclose

import pandas as pd

from data.store import Store
from metrics import balance as spread
from metrics.engine import ask

DIMENSIONS = ("money", "in_kind", "activities", "lead", "speaking", "decisions")
MEASURES = ("partners", "gini", "effective_partners", "largest", "largest_share", "tied")


def shares(store: Store, as_of: date, currency: str) -> pd.DataFrame:
    """One row per partner and dimension that anybody counted: partner, partner_name, dimension, value, share.

    Money and goods are of one currency. A partner that a counted dimension does not name has a share of 0; where
    nobody counted, or the values come to nothing, the dimension is left out. What came back (below zero) is left out.
    """
    found = ask(store, "partner_shares", as_of=as_of, currency=currency).astype({"value": float})
    found = found[found["value"] >= 0]
    whole = found.groupby("dimension")["value"].transform("sum")
    return found[whole > 0].assign(share=found["value"] / whole)


def balance(store: Store, as_of: date, currency: str) -> pd.DataFrame:
    """One row per dimension of `shares`, with MEASURES (see `weight_of`)."""
    found = shares(store, as_of, currency)
    rows = [{"dimension": name} | weight_of(dict(part[["partner", "value"]].itertuples(index=False)))
            for name in DIMENSIONS if len(part := found[found["dimension"] == name])]  # fmt: skip
    return pd.DataFrame(rows, columns=["dimension", *MEASURES])


def weight_of(values: Mapping[str, float]) -> dict[str, object]:
    """How many partners, the Gini with its small-number correction (0 even, 1 all with one), as many equal partners as
    would be so concentrated, and the largest with its share; where several have that same share, `tied` holds them all,
    joined by `+`. None where there is nothing to share."""
    known = {name: value for name, value in values.items() if value >= 0}
    whole = sum(known.values())
    if not whole:
        return dict.fromkeys(MEASURES) | {"partners": len(known)}
    largest = max(sorted(known), key=known.__getitem__)
    alike = [name for name in sorted(known) if isclose(known[name], known[largest])]
    found = spread.balance(list(known.values()))
    return {"partners": len(known), "gini": found.gini_corrected, "effective_partners": found.effective,
            "largest": largest, "largest_share": known[largest] / whole,
            "tied": "+".join(alike) if len(alike) > 1 else None}  # fmt: skip


def apart(found: pd.DataFrame, one: str = "money", other: str = "decisions") -> dict[str, float]:
    """Share of `one` minus share of `other`, as a fraction, by partner; empty where one of the two was not counted.

    `found` as from `shares`.
    """
    parts = [dict(found.loc[found["dimension"] == name, ["partner", "value"]].itertuples(index=False))
             for name in (one, other)]  # fmt: skip
    return {name: gap for name, gap in spread.gaps(*parts).items() if gap is not None} if all(parts) else {}
