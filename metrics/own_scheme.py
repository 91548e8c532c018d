"""The status scheme that a programme has chosen for itself: what it is judged by unless somebody asks for another."""

from collections.abc import Collection
from datetime import date

import pandas as pd

from data.programme_schemes import chosen_schemes
from data.store import Store
from definitions.schemes import DEFAULT, schemes
from metrics.progress import progress


def own_schemes(store: Store) -> dict[str, str]:
    """By programme that has chosen one: its scheme. A scheme whose file is gone counts as none."""
    known = schemes()
    return {programme: key for programme, key in chosen_schemes(store).items() if key in known}


def own_scheme(store: Store, programme: str | None) -> str:
    """The scheme of a programme; the usual one where none was chosen, and for all programmes together."""
    return own_schemes(store).get(programme or "", DEFAULT)


def judged(store: Store, as_of: date, by: Collection[str] = (), scheme_key: str | None = None) -> pd.DataFrame:
    """metrics.progress with `scheme`: by the one that is asked for, else every programme by its own."""
    found = progress(store, as_of, by, scheme_key=scheme_key or DEFAULT)
    found = found.assign(scheme=scheme_key or DEFAULT)
    if scheme_key:
        return found
    for programme, key in own_schemes(store).items():
        is_its = found["programme"].eq(programme).fillna(False).astype(bool)
        if key != DEFAULT and is_its.any():
            own = progress(store, as_of, by, programme=programme, scheme_key=key).assign(scheme=key)
            found = pd.concat([found[~is_its], own])
    order = ["indicator", "period_start", "period_end", "partner", "place", "group"]
    return found.sort_values(order, kind="stable", ignore_index=True)
