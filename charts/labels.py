"""What a row is called: the words that tell it from its neighbours."""

from charts.numbers import period_label
from locales import Translate

NAMES = {  # what to call a row by, best name first
    "indicator": ("name", "indicator"),
    "partner": ("partner_name", "partner"),
    "place": ("place_name", "place"),
    "group": ("group_name", "group"),
}


def name_of(row: dict, dimension: str) -> str | None:
    """The name of the row's indicator, partner, place or group; its code if it has no name."""
    return next((str(row[column]) for column in NAMES[dimension] if row.get(column) is not None), None)


def row_labels(rows: list[dict], t: Translate) -> list[str]:
    """One label a row, of the parts that differ between rows; of the indicator when nothing differs."""
    parts = {dimension: [name_of(row, dimension) for row in rows] for dimension in NAMES}
    parts["period"] = [period_label(row["period"], t) if row.get("period") is not None else None for row in rows]
    telling = [values for values in parts.values() if len(set(values)) > 1] or [parts["indicator"]]
    return [" · ".join(filter(None, labels)) or "—" for labels in zip(*telling, strict=True)]
