"""The ledger keeps UTC; what people read is the forum's day and hour."""

from datetime import date, datetime

import pytest

from definitions import clock
from locales import translator
from ui.upload_words import moment

EVENING = datetime(2026, 11, 22, 23, 30)  # UTC; the next morning in all of Indonesia


@pytest.mark.parametrize(
    ("asked", "shown", "day"),
    [
        (None, "23 November 2026, 06.30 WIB", date(2026, 11, 23)),
        ("Asia/Jayapura", "23 November 2026, 08.30 WIT", date(2026, 11, 23)),
        ("Europe/Lisbon", "22 November 2026, 23.30 Europe/Lisbon", date(2026, 11, 22)),
        ("Asia/Wakanda", "23 November 2026, 06.30 WIB", date(2026, 11, 23)),
        ("../etc/passwd", "23 November 2026, 06.30 WIB", date(2026, 11, 23)),
    ],
)
def test_an_upload_of_the_early_morning_is_of_that_morning(asked, shown, day, monkeypatch):
    monkeypatch.delenv("DAMPAK_ZONE", raising=False)
    if asked:
        monkeypatch.setenv("DAMPAK_ZONE", asked)
    assert moment(EVENING, translator("id")) == shown
    assert clock.day_of(EVENING) == day
