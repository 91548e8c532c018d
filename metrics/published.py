"""The published numbers that Dampak is checked against, and what it gets for them."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from metrics.verification import verify

AREAS = ("progress", "growth", "together", "sureness", "outlook", "voices", "partnership", "money", "privacy")
"""In the order of the page."""
_FILE = Path(__file__).with_name("published.toml")


@lru_cache(maxsize=1)
def published_cases() -> tuple[dict[str, Any], ...]:
    """The cases of published.toml, "NULL" read as None."""
    return tuple(_without_nulls(tomllib.loads(_FILE.read_text("utf-8"))["cases"]))


@lru_cache(maxsize=1)
def published_numbers() -> pd.DataFrame:
    """One row per case: id, area, method, source, kind, printed, computed (as texts for a reader), ok.

    It takes some seconds and never changes while the programme runs, so it is worked out once.
    """
    cases = published_cases()
    return pd.DataFrame([
        {"id": case["id"], "area": case["area"], "method": case["method"], "source": case["source"],
         "kind": case.get("kind", "published"), "inputs": case["inputs"], "printed": found["expected"],
         "computed": found["computed"], "ok": found["ok"]}
        for case, found in zip(cases, verify(cases), strict=True)
    ])  # fmt: skip


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_nulls(one) for one in value]
    return None if value == "NULL" else value
