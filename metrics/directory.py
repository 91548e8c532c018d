"""The partners: who they are, how their agreements stand, what they do in each programme, and who is missing."""

from datetime import date

import pandas as pd

from data.store import Store
from definitions.partnership import partnership
from metrics.engine import ask

STANDINGS = ("ended", "ending", "none", "open", "valid")


def partners(store: Store, as_of: date) -> pd.DataFrame:
    """One row per partner: name, kind, partnership_types (joined by ;), joined, agreement, agreement_end, days_left,
    standing (ended, ending within `remind_days`, none, open without an end, valid), focus, place_name, province,
    programmes, activities, indicators (counts), last_period_end (of its last report)."""
    return ask(store, "partner_directory", as_of=as_of, remind_days=partnership().remind_days)


def roles(store: Store) -> pd.DataFrame:
    """One row per partner and programme: leads, funds, in_kind (true or false), activities, indicators (counts).

    Roles are what the ledger shows that a partner does, not what an agreement says.
    """
    return ask(store, "partner_roles")


def seats(store: Store, place: str | None = None) -> pd.DataFrame:
    """One row per partner, sector and place where it is at the table: kind, partner; either may be NULL.

    With `place`, only what is there or inside it.
    """
    return ask(store, "table_coverage", place=place)
