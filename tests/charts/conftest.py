import pandas as pd
import pytest

from locales import translator

PROGRESS = [
    "indicator",
    "programme",
    "level",
    "unit",
    "period",
    "partner",
    "place",
    "group",
    "baseline",
    "target",
    "actual",
    "actual_period",
    "expected",
    "achievement",
    "capaian",
    "progress",
    "on_track",
    "status",
    "reason",
    "reports",
    "reports_due",
    "name",
    "place_name",
    "partner_name",
    "direction",
    "target_date",
]


@pytest.fixture(scope="session")
def indonesian():
    return translator("id")


@pytest.fixture(scope="session")
def english():
    return translator("en")


@pytest.fixture
def progress():
    """`progress({...}, {...})`: a frame as `metrics progress` gives it; what a row does not name is missing."""
    return lambda *rows: pd.DataFrame([dict.fromkeys(PROGRESS) | row for row in rows], columns=PROGRESS, dtype=object)


@pytest.fixture
def water():
    """Women with clean water: from 20 to 100 people, 60 reached, 68 expected by now."""
    return {
        "indicator": "AIR-1",
        "name": "Perempuan dengan air bersih",
        "unit": "orang",
        "period": "2025-Q3",
        "direction": "up",
        "baseline": 20.0,
        "target": 100.0,
        "actual": 60.0,
        "actual_period": "2025-Q3",
        "expected": 68.0,
        "progress": 0.5,
        "achievement": 0.6,
        "status": "behind",
        "reports": 3,
        "reports_due": 4,
        "place_name": "Kab. Bima",
        "partner": "YCT",
        "partner_name": "Yayasan Cahaya Timur",
    }
