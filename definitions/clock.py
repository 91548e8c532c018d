"""The forum's clock: what day it is, and when something was stored. The ledger keeps UTC."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HOME_ZONE = "Asia/Jakarta"


def zone() -> str:
    """The name of the forum's time zone: DAMPAK_ZONE, where such a zone is known, else that of Jakarta."""
    asked = os.environ.get("DAMPAK_ZONE", "").strip()
    try:
        return ZoneInfo(asked).key if asked else HOME_ZONE
    except (KeyError, OSError, ValueError):  # unknown, a folder of zones, no name of a zone
        return HOME_ZONE


def utc_now() -> datetime:
    """Now, as the ledger keeps times: UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def local(utc: datetime) -> datetime:
    """A time of the ledger (UTC, without a zone) on the forum's clock."""
    return utc.replace(tzinfo=UTC).astimezone(ZoneInfo(zone()))


def day_of(utc: datetime) -> date:
    """The day that it was in the forum at a time of the ledger."""
    return local(utc).date()


def today() -> date:
    """The day that it is in the forum now."""
    return datetime.now(ZoneInfo(zone())).date()
