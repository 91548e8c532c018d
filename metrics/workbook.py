"""What stands in the ledger now, as rows of the workbook's own sheets: to fill a template, to list definitions."""

import pandas as pd

from data.store import Store
from data.template import Rows
from metrics.engine import ask


def indicators(store: Store) -> pd.DataFrame:
    """One row per indicator, with the fields of the sheet Indicators."""
    return ask(store, "current_indicators")


def filled_sheets(store: Store) -> Rows:
    """Programmes, partners and indicators as they stand now, for `data.template`; a missing field is None."""
    frames = {
        "programmes": ask(store, "current_programmes"),
        "partners": ask(store, "current_partners"),
        "indicators": indicators(store),
    }
    return {key: _rows(frame) for key, frame in frames.items()}


def _rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    plain = frame.astype(object)
    return plain.where(plain.notna(), None).to_dict("records")
